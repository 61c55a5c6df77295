import { DurableObject } from 'cloudflare:workers';
import type { Remembered } from '@devcapsules/capsule/proof/proof';
import { STAGES } from '@devcapsules/generation/pipeline/stages';
import type { Bindings } from '../bindings.ts';
import type {
  GenerationChange,
  GenerationJobObject,
  GenerationJobState,
  GenerationOrder,
} from '../ports/generation.ts';
import { viewOf } from '../services/generation/view.ts';

/** How long an ended job can be looked at; what may be sent again keeps its memory for as long as that is likely. */
const KEPT_MS = 10 * 60_000;
const KEPT_FOR_ANOTHER_TRY_MS = 7 * 24 * 60 * 60_000;

/**
 * One generation: its state, what it found out so far, and those who look on. The work is done elsewhere, by attempts
 * that are numbered: only the newest may write, and it is told when the job is over.
 */
export class GenerationJob extends DurableObject<Bindings> implements GenerationJobObject {
  #job: GenerationJobState | null = null;
  #attempt = 0;
  readonly #followers = new Set<() => void>();

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings);
    state.blockConcurrencyWhile(async () => {
      this.#job = (await state.storage.get<GenerationJobState>('job')) ?? null;
      this.#attempt = (await state.storage.get<number>('attempt')) ?? 0;
    });
  }

  async open(order: GenerationOrder): Promise<void> {
    if (this.#job) return;
    const { jobId: id, userId, author, createdAt } = order;
    await this.#set({
      ...{ id, userId, author, createdAt },
      ...{ state: 'queued', stage: 'queued', percent: STAGES.queued, repairs: 0, costs: [] },
      ...{ fromCache: false, familyId: null, capsuleId: null, error: null, startedAt: null, endedAt: null },
    });
  }

  find(): GenerationJobState | null {
    return this.#job;
  }

  async begin(order: GenerationOrder, now: string): Promise<number | null> {
    await this.open(order);
    const job = this.#job;
    const isOver = job?.state === 'done' || job?.state === 'cancelled';
    if (!job || isOver) return null;
    this.#attempt++;
    await this.ctx.storage.put('attempt', this.#attempt);
    await this.ctx.storage.deleteAlarm();
    await this.#set({
      ...job,
      state: 'running',
      startedAt: job.startedAt ?? now,
      endedAt: null,
      error: null,
    });
    return this.#attempt;
  }

  async tell(attempt: number, change: GenerationChange): Promise<boolean> {
    if (!this.#mayGoOn(attempt) || !this.#job) return false;
    const stage = change.stage ?? this.#job.stage;
    const percent = Math.max(this.#job.percent, STAGES[stage]);
    await this.#set({ ...this.#job, ...change, stage, percent });
    return true;
  }

  recall(key: string): Promise<Remembered | undefined> {
    return this.ctx.storage.get<Remembered>(`memory/${key}`);
  }

  async remember(attempt: number, key: string, value: Remembered): Promise<boolean> {
    if (!this.#mayGoOn(attempt)) return false;
    await this.ctx.storage.put(`memory/${key}`, value);
    return true;
  }

  async whenOver(attempt: number): Promise<void> {
    while (this.#mayGoOn(attempt)) await this.#change();
  }

  async end(
    state: 'done' | 'failed',
    change: GenerationChange,
    { again, now }: { again: boolean; now: string },
  ): Promise<void> {
    const job = this.#job;
    if (!job || job.endedAt !== null) return;
    const stage = state === 'done' ? 'done' : job.stage;
    await this.#close({ ...job, ...change, state, stage, endedAt: now }, again);
  }

  async cancel(now: string): Promise<GenerationJobState | null> {
    if (this.#job && this.#job.endedAt === null) {
      await this.#close({ ...this.#job, state: 'cancelled', endedAt: now }, false);
    }
    return this.#job;
  }

  follow(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    const event = () => {
      const data = this.#job && JSON.stringify(viewOf(this.#job, new Date()));
      return encoder.encode(`event: progress\ndata: ${data}\n\n`);
    };
    let gone = false;
    return new ReadableStream({
      start: async controller => {
        controller.enqueue(event());
        while (!gone && this.#job && this.#job.endedAt === null) {
          await this.#change();
          if (!gone) controller.enqueue(event());
        }
        if (!gone) controller.close();
      },
      cancel: () => {
        gone = true;
      },
    });
  }

  async forget(): Promise<void> {
    this.#job = null;
    this.#attempt++;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#wake();
  }

  override alarm(): Promise<void> {
    return this.forget();
  }

  #mayGoOn(attempt: number): boolean {
    return this.#job?.state === 'running' && attempt === this.#attempt;
  }

  async #close(job: GenerationJobState, again: boolean): Promise<void> {
    const percent = job.state === 'done' ? STAGES.done : job.percent;
    if (!again) {
      const memory = await this.ctx.storage.list({ prefix: 'memory/' });
      for (const key of memory.keys()) await this.ctx.storage.delete(key);
    }
    await this.ctx.storage.setAlarm(Date.now() + (again ? KEPT_FOR_ANOTHER_TRY_MS : KEPT_MS));
    await this.#set({ ...job, percent });
  }

  async #set(job: GenerationJobState): Promise<void> {
    this.#job = job;
    await this.ctx.storage.put('job', job);
    this.#wake();
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#followers.add(resolve));
  }

  #wake(): void {
    for (const resolve of this.#followers) resolve();
    this.#followers.clear();
  }
}
