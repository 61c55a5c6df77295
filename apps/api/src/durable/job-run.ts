import { DurableObject } from 'cloudflare:workers';
import type { Memory, Remembered } from '@devcapsules/capsule/proof/proof';
import type { Bindings } from '../bindings.ts';
import { makeCompose } from '../compose.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors/app-error.ts';
import type { Job, JobObject, JobTools } from '../ports/jobs.ts';

const compose = makeCompose();

/** Attempts at a job while the runner is busy or away. */
const MAX_ATTEMPTS = 4;
const RETRY_MS = 1_000;

class Cancelled extends Error {}

/**
 * One capsule's long work of one kind. It works in an alarm, which the platform repeats after a crash; what was found out
 * until then is in storage, so the repetition goes on where the first attempt was.
 */
export abstract class JobRun<Order extends { capsuleId: string }>
  extends DurableObject<Bindings>
  implements JobObject<Order>
{
  #job: Job | null = null;
  #stop = new AbortController();
  readonly #followers = new Set<() => void>();

  constructor(state: DurableObjectState, bindings: Bindings) {
    super(state, bindings);
    state.blockConcurrencyWhile(async () => {
      this.#job = (await state.storage.get<Job>('job')) ?? null;
    });
  }

  /** Does the whole of it; called again after a crash. */
  abstract perform(deps: Deps, order: Order, tools: JobTools): Promise<void>;

  async start(order: Order, subject: string, now: string): Promise<Job> {
    if (this.#job?.state === 'running' && this.#job.subject === subject) return this.#job;
    this.#stop.abort(new Cancelled());
    this.#stop = new AbortController();
    await this.ctx.storage.deleteAll();
    await this.ctx.storage.put({ order, attempt: 0 });
    const job = await this.#set({
      state: 'running',
      subject,
      progress: null,
      startedAt: now,
      endedAt: null,
      error: null,
    });
    await this.ctx.storage.setAlarm(Date.now());
    return job;
  }

  find(): Job | null {
    return this.#job;
  }

  async wait(): Promise<Job | null> {
    while (this.#job?.state === 'running') await this.#change();
    return this.#job;
  }

  async cancel(): Promise<Job | null> {
    if (this.#job?.state !== 'running') return this.#job;
    this.#stop.abort(new Cancelled());
    await this.ctx.storage.deleteAlarm();
    return this.#end({ state: 'cancelled' });
  }

  async forget(): Promise<void> {
    await this.cancel();
    this.#job = null;
    await this.ctx.storage.deleteAll();
  }

  follow(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    const event = () => encoder.encode(`event: progress\ndata: ${JSON.stringify(this.#job)}\n\n`);
    let gone = false;
    return new ReadableStream({
      start: async controller => {
        controller.enqueue(event());
        while (!gone && this.#job?.state === 'running') {
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

  override async alarm(): Promise<void> {
    const order = await this.ctx.storage.get<Order>('order');
    const job = this.#job;
    if (!order || job?.state !== 'running') return;
    const { signal } = this.#stop;
    const waitUntil = (work: Promise<unknown>) => this.ctx.waitUntil(work);
    const deps = compose(this.env, { requestId: `job-${order.capsuleId}`, waitUntil });
    try {
      await this.perform(deps, order, {
        startedAt: new Date(job.startedAt),
        memory: this.#memory(),
        signal,
        onProgress: progress => this.#tell(progress, signal),
      });
      if (!signal.aborted) await this.#end({ state: 'done' });
    } catch (error) {
      // Cancelled, or replaced by another: whoever did that has said so in the job.
      if (signal.aborted) return;
      await this.#fail(error, deps.log);
    }
  }

  /** A busy or absent runner is waited for; anything else ends the job. */
  async #fail(error: unknown, log: (entry: Record<string, unknown>) => void): Promise<void> {
    const code = error instanceof AppError ? error.code : 'INTERNAL';
    const passing = code === 'RUNNER_BUSY' || code === 'RUNNER_UNAVAILABLE';
    const attempt = ((await this.ctx.storage.get<number>('attempt')) ?? 0) + 1;
    if (passing && attempt < MAX_ATTEMPTS) {
      await this.ctx.storage.put('attempt', attempt);
      await this.ctx.storage.setAlarm(Date.now() + attempt * RETRY_MS);
      return;
    }
    log({ message: 'a job failed', code, detail: String(error) });
    const retryAfterSeconds = error instanceof AppError ? error.retryAfterSeconds : undefined;
    await this.#end({
      state: 'failed',
      error: { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    });
  }

  #memory(): Memory {
    const { storage } = this.ctx;
    return {
      get: key => storage.get<Remembered>(`memory/${key}`),
      set: (key, value) => storage.put(`memory/${key}`, value),
    };
  }

  /** Only for those who look on: what counts after a crash is in the memory. */
  #tell(progress: Job['progress'], signal: AbortSignal): void {
    if (!this.#job || signal.aborted) return;
    this.#job = { ...this.#job, progress };
    this.#wake();
  }

  async #end(change: Partial<Job>): Promise<Job | null> {
    if (!this.#job) return null;
    const job = { ...this.#job, ...change, endedAt: new Date().toISOString() };
    await this.ctx.storage.deleteAll();
    return this.#set(job);
  }

  async #set(job: Job): Promise<Job> {
    this.#job = job;
    await this.ctx.storage.put('job', job);
    this.#wake();
    return job;
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#followers.add(resolve));
  }

  #wake(): void {
    for (const resolve of this.#followers) resolve();
    this.#followers.clear();
  }
}
