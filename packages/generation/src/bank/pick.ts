import { pick, shuffled } from '@devcapsules/capsule/random';
import type { Random } from './family.ts';

/** A whole number from `min` to `max`, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** So many different ones, in any order. */
export function some<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  return shuffled(random, items).slice(0, count);
}

/** A list of `length` things. */
export function listOf<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

export { pick, shuffled };
