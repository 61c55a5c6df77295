/** Waiting requests, taken in turns between callers and in order within each. */

export class Turns<T> {
  /** In order of turns: a caller that was served goes to the end. None is kept without requests. */
  readonly #queues = new Map<string, T[]>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** How many requests of a caller wait. */
  of(caller: string): number {
    return this.#queues.get(caller)?.length ?? 0;
  }

  add(caller: string, one: T): void {
    const queue = this.#queues.get(caller);
    if (queue) queue.push(one);
    else this.#queues.set(caller, [one]);
    this.#length++;
  }

  /** The next one to be served. */
  take(): T | undefined {
    for (const [caller, queue] of this.#queues) {
      const one = queue.shift();
      this.#queues.delete(caller);
      if (queue.length > 0) this.#queues.set(caller, queue);
      this.#length--;
      return one;
    }
    return undefined;
  }

  /** Takes out one that no longer waits. */
  remove(caller: string, one: T): void {
    const queue = this.#queues.get(caller);
    const at = queue?.indexOf(one) ?? -1;
    if (!queue || at < 0) return;
    queue.splice(at, 1);
    this.#length--;
    if (queue.length === 0) this.#queues.delete(caller);
  }
}
