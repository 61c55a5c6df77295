import type { VirtualTime } from './virtual-time.ts';

/** Of a burstable machine: what it may use for good, and what it saves up for bursts. */
export interface Credits {
  /** Processors that it earns. */
  baseline: number;
  /** Processor seconds it begins with, and at most keeps. */
  initialSeconds: number;
  maxSeconds: number;
}

interface Task {
  leftMs: number;
  weight: number;
  rate: number;
  done: () => void;
}

/** Below this a task is over: what floating-point numbers leave. */
const NOTHING_MS = 1e-6;

/**
 * Processors that share themselves among tasks by weight, each task on one processor at most: the kernel's fair
 * scheduler, without its time slices. Once a burstable machine's credits are spent it is held to its baseline.
 */
export class Processors {
  readonly #time: VirtualTime;
  readonly #count: number;
  readonly #credits: Credits | null;
  readonly #tasks = new Set<Task>();
  #creditMs: number;
  #usedMs = 0;
  #atMs: number;
  #cancel: () => void = () => undefined;

  constructor(time: VirtualTime, count: number, credits: Credits | null = null) {
    this.#time = time;
    this.#count = count;
    this.#credits = credits;
    this.#creditMs = (credits?.initialSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    this.#atMs = time.nowMs;
  }

  /** Processor time used since the start, in milliseconds. */
  get usedMs(): number {
    this.#settle();
    return this.#usedMs;
  }

  /** Processor seconds saved up. */
  get creditSeconds(): number {
    this.#settle();
    return this.#creditMs / 1000;
  }

  /** Resolves once `demandMs` of processor time were spent on it; never, if `signal` ends it before. */
  use(demandMs: number, weight: number, signal?: AbortSignal): Promise<void> {
    if (demandMs <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise(resolve => {
      this.#settle();
      const task: Task = { leftMs: demandMs, weight, rate: 0, done: resolve };
      this.#tasks.add(task);
      signal?.addEventListener('abort', () => {
        this.#settle();
        if (this.#tasks.delete(task)) this.#plan();
        resolve();
      });
      this.#plan();
    });
  }

  get #capacity(): number {
    return this.#credits && this.#creditMs <= NOTHING_MS ? this.#credits.baseline : this.#count;
  }

  /** Brings all tasks to the present. */
  #settle(): void {
    const passedMs = this.#time.nowMs - this.#atMs;
    this.#atMs = this.#time.nowMs;
    if (passedMs <= 0) return;
    let usedMs = 0;
    for (const task of this.#tasks) {
      task.leftMs -= task.rate * passedMs;
      usedMs += task.rate * passedMs;
    }
    this.#usedMs += usedMs;
    if (!this.#credits) return;
    const { baseline, maxSeconds } = this.#credits;
    this.#creditMs += baseline * passedMs - usedMs;
    this.#creditMs = Math.min(maxSeconds * 1000, this.#creditMs <= NOTHING_MS ? 0 : this.#creditMs);
  }

  #plan(): void {
    this.#cancel();
    this.#share();
    let nextMs = Number.POSITIVE_INFINITY;
    let used = 0;
    for (const { leftMs, rate } of this.#tasks) {
      used += rate;
      if (rate > 0) nextMs = Math.min(nextMs, leftMs / rate);
    }
    const drain = this.#credits ? used - this.#credits.baseline : 0;
    if (drain > 0 && this.#creditMs > NOTHING_MS) nextMs = Math.min(nextMs, this.#creditMs / drain);
    if (nextMs < Number.POSITIVE_INFINITY) this.#cancel = this.#time.after(nextMs, () => this.#look());
  }

  #look(): void {
    this.#settle();
    const over = [...this.#tasks].filter(({ leftMs }) => leftMs <= NOTHING_MS);
    for (const task of over) this.#tasks.delete(task);
    this.#plan();
    for (const task of over) task.done();
  }

  /** By weight; what a task can't use, for it has one processor at most, goes to the others. */
  #share(): void {
    let left = this.#capacity;
    let open = [...this.#tasks];
    while (open.length > 0) {
      const weights = open.reduce((sum, { weight }) => sum + weight, 0);
      const full = open.filter(({ weight }) => (left * weight) / weights >= 1);
      if (full.length === 0) {
        for (const task of open) task.rate = (left * task.weight) / weights;
        return;
      }
      for (const task of full) task.rate = Math.min(1, left);
      left = Math.max(0, left - full.length);
      open = open.filter(task => !full.includes(task));
    }
  }
}
