/** A bounded queue before a bounded number of running jobs. */

/** The queue is full; nothing was started. */
export class Overloaded extends Error {}

interface Waiting {
  start(): void;
}

export class Admission {
  readonly #concurrency: number;
  readonly #queueLength: number;
  readonly #queue: Waiting[] = [];
  readonly #inFlight = new Set<Promise<unknown>>();
  #running = 0;

  constructor(concurrency: number, queueLength: number) {
    this.#concurrency = concurrency;
    this.#queueLength = queueLength;
  }

  /** Places taken: requests, and what they borrowed. */
  get running(): number {
    return this.#running;
  }

  /** Requests that wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** A free place on top of one's own, if no one waits for it. Call the result to give it back. */
  borrow(): (() => void) | null {
    if (this.#running >= this.#concurrency) return null;
    this.#running++;
    return () => this.#leave();
  }

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight);
  }

  /** Runs `work` when its turn comes. Throws Overloaded at once when too many wait, the signal's reason when aborted. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const flight = this.#admit(signal, work);
    this.#inFlight.add(flight);
    try {
      return await flight;
    } finally {
      this.#inFlight.delete(flight);
    }
  }

  async #admit<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.#concurrency) {
      if (this.#queue.length >= this.#queueLength) throw new Overloaded('too many requests wait');
      await this.#turn(signal);
    } else {
      this.#running++;
    }
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** A place that is left goes to the one who waits longest. */
  #leave(): void {
    const next = this.#queue.shift();
    if (next) next.start();
    else this.#running--;
  }

  /** Waits in the queue; the place of the one that ends is handed over as it is. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(signal.reason);
      };
      const waiting = {
        start: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#queue.push(waiting);
    });
  }
}
