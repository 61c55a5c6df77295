import { randomFrom } from '../soak/clients.ts';

/** Chance that is the same for the same seed. */
export class Chance {
  /** Uniform in [0, 1). */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = randomFrom(seed);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Of a Poisson process: the time to its next event. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  pick<Item>(items: readonly Item[]): Item {
    const one = items[Math.floor(this.next() * items.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** One of the keys, with a chance in proportion to its number. */
  weighted<Key extends string>(shares: Record<Key, number>): Key {
    const entries = Object.entries(shares) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, share]) => sum + share, 0);
    for (const [key, share] of entries) {
      left -= share;
      if (left < 0) return key;
    }
    return (entries.at(-1) as [Key, number])[0];
  }
}
