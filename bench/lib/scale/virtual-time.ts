/** A clock that stands still between events, so that the production code of router and runner runs in simulated time. */

interface Timer {
  atMs: number;
  /** Of two at one time, the one that was set first comes first. */
  order: number;
  action: () => void;
  isCancelled: boolean;
}

/** Of Node; kept before anything is replaced. It fires when every promise that can go on has gone on. */
const { setImmediate: whenSettled } = globalThis;

export class VirtualTime {
  #nowMs = 0;
  #order = 0;
  /** A binary heap, the next timer first. */
  readonly #heap: Timer[] = [];

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Has `action` done in `delayMs`. @returns what takes that back */
  after(delayMs: number, action: () => void): () => void {
    const atMs = this.#nowMs + Math.max(0, delayMs);
    const timer: Timer = { atMs, order: this.#order++, action, isCancelled: false };
    this.#push(timer);
    return () => {
      timer.isCancelled = true;
    };
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise(resolve => {
      this.after(delayMs, resolve);
    });
  }

  /** Goes from event to event until `untilMs`, or until nothing is left to happen. */
  async run(untilMs: number): Promise<void> {
    await new Promise(whenSettled);
    for (let next = this.#heap[0]; next && next.atMs <= untilMs; next = this.#heap[0]) {
      this.#pop();
      if (next.isCancelled) continue;
      this.#nowMs = next.atMs;
      next.action();
      await new Promise(whenSettled);
    }
    this.#nowMs = Math.max(this.#nowMs, Number.isFinite(untilMs) ? untilMs : 0);
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || isBefore(above, timer)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (!one) break;
      const child = other && isBefore(other, one) ? left + 1 : left;
      const below = heap[child];
      if (!below || isBefore(last, below)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

/** What `setTimeout` gives; connections that are left of before call `unref`. */
class Handle {
  readonly cancel: () => void;

  constructor(cancel: () => void) {
    this.cancel = cancel;
  }

  unref(): this {
    return this;
  }
}

/** What stands in the place of the network: answers a call to one address, or rejects as `fetch` does. */
export type Network = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Does `work` with this clock behind `setTimeout` and `AbortSignal.timeout`, and a network behind `fetch`. Nothing else
 * may run in the process meanwhile.
 */
export async function inVirtualTime(
  time: VirtualTime,
  network: Network,
  work: () => Promise<void>,
): Promise<void> {
  const kept = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    fetch: globalThis.fetch,
  };
  const timeout = AbortSignal.timeout;
  Object.assign(globalThis, {
    setTimeout: (action: () => void, delayMs = 0) => new Handle(time.after(delayMs, action)),
    clearTimeout: (timer?: { cancel: () => void }) => timer?.cancel(),
    fetch: (url: string, init: RequestInit) => network(url, init),
  });
  AbortSignal.timeout = delayMs => {
    const controller = new AbortController();
    time.after(delayMs, () => controller.abort(new DOMException('timed out', 'TimeoutError')));
    return controller.signal;
  };
  try {
    await work();
  } finally {
    Object.assign(globalThis, kept);
    AbortSignal.timeout = timeout;
  }
}
