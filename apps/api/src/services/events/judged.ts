import type { Judgement } from '@devcapsules/capsule/verdict';
import type { NewEvent } from '../../ports/events.ts';
import { clusterOf } from './cluster.ts';

const NAME_CHARS = 100;

/** What an event tells of a judged submission, with the tests that failed and the error that ended it. */
export function judgedMetadata(judgement: Judgement, version: number): NonNullable<NewEvent['metadata']> {
  const { verdict, passed, total, tests } = judgement;
  const failed = tests
    .filter(test => test.verdict !== 'accepted')
    .map(({ name }) => name.slice(0, NAME_CHARS));
  const error = clusterOf(judgement);
  return { version, verdict, passed, total, failed, ...(error && { error: { ...error } }) };
}
