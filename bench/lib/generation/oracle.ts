import type { JudgeContext } from '@devcapsules/capsule/judges/context';
import { judge } from '@devcapsules/capsule/judges/judge';
import { type Capsule, hasJudge, LANGUAGES } from '@devcapsules/capsule/schema/capsule';
import { functionJudge } from '@devcapsules/capsule/schema/judge';
import { draftOf } from '@devcapsules/generation/bank/draft';
import { FAMILIES } from '@devcapsules/generation/bank/families';
import { z } from 'zod';
import { readProblem } from '../../../tools/lib/problems.ts';

/** Somebody else's solution of what a capsule should ask for, and answers known to be wrong. */
export interface Oracle {
  language: Exclude<Capsule['language'], 'sql'>;
  signature: { functionName: string; params: { name: string; type: string }[]; returns: string };
  source: string;
  wrong: string[];
}

export interface Consulted {
  /** Null: it can't be compared, for what the capsule's function takes or returns is something else. */
  isRight: boolean | null;
  rejected: number;
  wrong: number;
}
const NOTHING: Consulted = { isRight: null, rejected: 0, wrong: 0 };

/** Whether the oracle comes to what the capsule expects on all of its tests, and its wrong answers do not. */
export async function consult(
  capsule: Capsule,
  oracle: Oracle | null,
  context: JudgeContext,
): Promise<Consulted> {
  if (!oracle || !hasJudge(capsule, 'function')) return NOTHING;
  const { functionName, params, returns } = oracle.signature;
  const typesOf = (signature: Oracle['signature']) =>
    [...signature.params.map(({ type }) => type), signature.returns].join();
  if (typesOf(capsule.judge) !== typesOf(oracle.signature)) return NOTHING;
  const inItsLanguage = {
    ...capsule,
    language: oracle.language,
    judge: { ...capsule.judge, functionName, params, returns },
    // Another language may start more slowly; that is not what is asked here.
    limits: { ...capsule.limits, timeMs: 5 * capsule.limits.timeMs },
  } as Capsule;
  const verdictOf = async (source: string) => (await judge(inItsLanguage, source, context)).verdict;
  const isRight = (await verdictOf(oracle.source)) === 'accepted';
  let rejected = 0;
  // Where the reference is wrong there is nothing to say of wrong answers.
  if (!isRight) return { ...NOTHING, isRight };
  for (const source of oracle.wrong) if ((await verdictOf(source)) !== 'accepted') rejected++;
  return { isRight, rejected, wrong: oracle.wrong.length };
}

const known = z.object({ judge: functionJudge, solution: z.string() });

/** The Python solution of one of examples/problems, with the mistakes its tests must reject. */
export function ofProblem(name: string): Oracle {
  const example = readProblem(name).find(({ capsule }) => capsule.language === 'python');
  const { judge: signature, solution } = known.parse(example?.capsule);
  return {
    language: 'python',
    signature,
    source: solution,
    wrong: example?.wrong.map(({ source }) => source) ?? [],
  };
}

/** The bank's solution of the same exercise in another language, written apart from the one that the capsule has. */
export function ofFamily(familyId: string, { language, difficulty }: Capsule, seed: string): Oracle | null {
  const family = FAMILIES.find(({ id }) => id === familyId);
  if (family?.kind !== 'code') return null;
  const other = LANGUAGES.find(name => name !== language && name !== 'sql');
  if (!other || other === 'sql') return null;
  const draft = draftOf(family, other, difficulty, seed);
  if (draft.judge.kind !== 'function') return null;
  const wrong = draft.wrongSolutions.map(({ source }) => source);
  return { language: other, signature: draft.judge, source: draft.solution, wrong };
}
