import type { Capsule } from '../schema/capsule.ts';
import type { Mutation } from './proof.ts';

/** Hidden tests past this share of all don't add: learners need to see some. */
const ENOUGH_HIDDEN = 0.5;

/**
 * How good a proven capsule is, in [0, 1]: 70 % the share of mutants its tests kill, 20 % whether enough
 * tests are hidden that they can't be answered from sight, 10 % that its wrong solutions are written down.
 * Determinism is not weighed: without it there is no proof.
 */
export function qualityOf(capsule: Capsule, mutation: Mutation): number {
  const hidden = capsule.tests.filter(test => test.hidden).length / capsule.tests.length;
  const score =
    0.7 * (mutation.score ?? 1) +
    0.2 * Math.min(1, hidden / ENOUGH_HIDDEN) +
    0.1 * Math.min(1, (capsule.wrongSolutions ?? []).length / 3);
  return Math.round(score * 1000) / 1000;
}
