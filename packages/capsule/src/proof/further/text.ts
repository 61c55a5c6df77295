import { pick } from '../../random.ts';
import type { Dictionary } from './dictionary.ts';
import { changedString } from './values.ts';

const KEEP = 0.6;

/** A standard input near the given one: numbers and words changed in place, the layout kept. */
export function changedText(text: string, dictionary: Dictionary, random: () => number): string {
  return text.replace(/\S+/g, token => {
    if (random() < KEEP) return token;
    if (!/^-?\d{1,15}$/.test(token))
      return changedString(token, dictionary, random).replace(/\s/g, '') || token;
    const value = Number(token);
    const near = [value + 1, value - 1, -value, 0, value * 2, Math.floor(random() * 20)];
    return String(pick(random, [...near, ...dictionary.integers]));
  });
}
