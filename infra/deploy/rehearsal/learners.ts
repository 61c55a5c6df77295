import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiError, ApiUser } from '../../../tools/lib/api.ts';

const PAUSE_MS = 50;

export interface Exercise {
  id: string;
  solution: string;
}

/** What learners met, told by them. */
export class Learners {
  /** Times of answers to submissions. */
  readonly answered: { atMs: number; ok: boolean }[] = [];
  /** Connections that were refused, which only a restart on this machine does. */
  unreached = 0;
  #going = true;
  readonly #all: Promise<void>[];

  constructor(url: string, count: number, exercises: Exercise[]) {
    this.#all = Array.from({ length: count }, (_, number) => this.#learn(url, number, exercises));
  }

  /** Submissions that were answered as judged. */
  get confirmed(): number {
    return this.answered.filter(({ ok }) => ok).length;
  }

  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#all);
  }

  async #learn(url: string, number: number, exercises: Exercise[]): Promise<void> {
    const learner = new ApiUser(url);
    const email = `learner-${number}@devcapsules.example`;
    await learner.enter({ email, password: 'a long password', name: `Learner ${number}` });
    for (let turn = number; this.#going; turn++) {
      const exercise = exercises[turn % exercises.length];
      if (!exercise) return;
      await this.#submit(learner, exercise);
      await sleep(PAUSE_MS);
    }
  }

  async #submit(learner: ApiUser, { id, solution }: Exercise): Promise<void> {
    try {
      await learner.post(`/capsules/${id}/submit`, { source_code: solution });
      this.answered.push({ atMs: Date.now(), ok: true });
    } catch (error) {
      if (isUnreached(error)) this.unreached++;
      else this.answered.push({ atMs: Date.now(), ok: false });
    }
  }
}

/** fetch's own error: nobody took the connection, or it broke. An answer that is no JSON is a bad answer. */
function isUnreached(error: ApiError | unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}
