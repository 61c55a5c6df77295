/** A bounded queue, shared fairly between callers, before a bounded number of running jobs. */

import { Turns } from './turns.ts';

/** The queue, or the caller's share of it, is full; nothing was started. */
export class Overloaded extends Error {}

interface Waiting {
  start(): void;
}

export interface AdmissionOptions {
  /** Requests that run at the same time. */
  concurrency: number;
  /** Requests that may wait. */
  queueLength: number;
  /** Of these, those of one caller. */
  callerQueueLength: number;
}

/** Who asks, and when it no longer does. */
export interface Asker {
  caller: string;
  signal: AbortSignal;
}

export class Admission {
  readonly #options: AdmissionOptions;
  readonly #queue = new Turns<Waiting>();
  readonly #inFlight = new Set<Promise<unknown>>();
  #running = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Places taken: requests, and what they borrowed. */
  get running(): number {
    return this.#running;
  }

  get #isFull(): boolean {
    return this.#running >= this.#options.concurrency;
  }

  /** Requests that wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** A free place on top of one's own, if no one waits for it. Call the result to give it back. */
  borrow(): (() => void) | null {
    if (this.#isFull) return null;
    this.#running++;
    return () => this.#leave();
  }

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight);
  }

  /** Runs `work` when its turn comes. Throws Overloaded at once when too many wait, the signal's reason when aborted. */
  async run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    const flight = this.#admit(asker, work);
    this.#inFlight.add(flight);
    try {
      return await flight;
    } finally {
      this.#inFlight.delete(flight);
    }
  }

  async #admit<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    asker.signal.throwIfAborted();
    if (this.#isFull) {
      const { queueLength, callerQueueLength } = this.#options;
      if (this.#queue.length >= queueLength || this.#queue.of(asker.caller) >= callerQueueLength)
        throw new Overloaded('too many requests wait');
      await this.#turn(asker);
    } else {
      this.#running++;
    }
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** A place that is left goes to the caller whose turn it is. */
  #leave(): void {
    const next = this.#queue.take();
    if (next) next.start();
    else this.#running--;
  }

  /** Waits in the queue; the place of the one that ends is handed over as it is. */
  #turn({ caller, signal }: Asker): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#queue.remove(caller, waiting);
        reject(signal.reason);
      };
      const waiting = {
        start: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#queue.add(caller, waiting);
    });
  }
}
