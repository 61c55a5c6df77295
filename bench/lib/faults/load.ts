import { setTimeout as sleep } from 'node:timers/promises';
import { ORIGIN, someAddress } from '../../../apps/api/test/platform/installation.ts';
import type { Item } from '../mixed/world.ts';

/** As often as the player asks again before it leaves that to the learner. */
const MAX_TRIES = 30;
const LONGEST_MS = 300_000;

/** One submission, from the moment it was sent until there was a verdict. */
export interface Submission {
  sentMs: number;
  answeredMs: number;
  /** Answers without a verdict that came before it: the status of each. */
  refusals: number[];
  /** Null when it was given up. */
  verdict: string | null;
  isRight: boolean;
}

/** Learners who submit one after the other, right and wrong in turns, and again after as long as they are told to wait. */
export class Load {
  readonly submissions: Submission[] = [];
  readonly #url: string;
  readonly #items: Item[];
  readonly #ended: Promise<void>[];
  #isOn = true;

  constructor(url: string, items: Item[], learners: number) {
    this.#url = url;
    this.#items = items;
    this.#ended = Array.from({ length: learners }, (_, i) => this.#learn(i));
  }

  async stop(): Promise<void> {
    this.#isOn = false;
    await Promise.all(this.#ended);
  }

  async #learn(first: number): Promise<void> {
    for (let number = first; this.#isOn; number++) {
      const item = this.#items[number % this.#items.length];
      if (!item) throw new Error('There is nothing to solve.');
      const isRight = Math.floor(number / this.#items.length) % 2 === 0;
      await this.#submit(item, isRight);
      await sleep(20);
    }
  }

  async #submit(item: Item, isRight: boolean): Promise<void> {
    const source_code = isRight ? item.right : (item.wrong[0] ?? '');
    const submission: Submission = {
      ...{ sentMs: performance.now(), answeredMs: 0, refusals: [], verdict: null, isRight },
    };
    this.submissions.push(submission);
    for (let tries = 0; tries < MAX_TRIES && submission.verdict === null; tries++) {
      const response = await fetch(`${this.#url}/api/v1/capsules/${item.id}/submit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN, 'cf-connecting-ip': someAddress() },
        body: JSON.stringify({ source_code }),
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const body = (await response.json()) as { data?: { verdict: string } };
      if (response.ok) submission.verdict = body.data?.verdict ?? '';
      else {
        submission.refusals.push(response.status);
        await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
      }
    }
    submission.answeredMs = performance.now();
  }
}
