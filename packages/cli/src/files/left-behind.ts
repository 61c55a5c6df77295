import { type Capsule, hasJudge } from '@devcapsules/capsule/schema/capsule';

/** What a Kattis problem package has no place for, of what this capsule has. */
export function leftByKattis(capsule: Capsule): string[] {
  const notes = leftBy(capsule, ['hints', 'objectives']);
  if (capsule.starter.trim() !== '') notes.push('starter: left behind');
  if ((capsule.wrongSolutions ?? []).length > 0)
    notes.push('wrongSolutions: why each is wrong is left behind');
  if (!hasJudge(capsule, 'stdio')) return notes;
  const { kind } = capsule.judge.comparer;
  if (kind === 'checker') notes.push('judge.comparer: the checker is left behind; write an output validator');
  if (kind === 'unordered') notes.push('judge.comparer: lines in any order are not accepted there');
  if (kind === 'lines') notes.push('judge.comparer: not lines but tokens are compared there');
  return notes;
}

/** What a line of HumanEval has no place for, of what this capsule has. */
export function leftByHumanEval(capsule: Capsule): string[] {
  const notes = leftBy(capsule, ['statement', 'hints', 'objectives', 'tags', 'wrongSolutions', 'limits']);
  if (capsule.starter.trim() !== '') notes.push('starter: left behind; the prompt is empty');
  if (capsule.tests.length > 1) notes.push('tests: they become one');
  return notes;
}

function leftBy(capsule: Capsule, fields: (keyof Capsule)[]): string[] {
  return fields.filter(field => !isEmpty(capsule[field])).map(field => `${field}: left behind`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
