/** Hands out uids, the one longest unused first, so that no two slots ever share one. */
export class Uids {
  readonly #free: number[];

  constructor(base: number, count: number) {
    this.#free = Array.from({ length: count }, (_, index) => base + index);
  }

  take(): number {
    const uid = this.#free.shift();
    if (uid === undefined) throw new Error('every uid of the range is in use');
    return uid;
  }

  giveBack(uid: number): void {
    this.#free.push(uid);
  }
}
