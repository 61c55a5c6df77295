import { contentHash } from '../hash.ts';
import type { Capsule } from '../schema/capsule.ts';
import { parseCapsule } from '../schema/parse.ts';
import { checkLeaks } from './leaks.ts';
import { checkLimits } from './limits.ts';
import type { Check, Proof, ProofContext } from './proof.ts';
import { checkStability } from './stability.ts';
import { checkTrivialAnswers } from './trivial.ts';

/**
 * Proves a capsule by execution. Later checks need the earlier ones to mean anything, so a document
 * that does not agree with itself, or a solution that is not stable, ends the proof there.
 * @throws whatever the executor throws when it cannot be reached: no evidence is then made.
 */
export async function prove(capsule: Capsule, context: ProofContext): Promise<Proof> {
  const hash = await contentHash(capsule);
  const agreement = checkAgreement(capsule);
  if (!agreement.passed) return conclude(hash, [agreement], 0, 0);
  const { check: stability, slowestSolutionMs, runs } = await checkStability(capsule, context);
  if (!stability.passed) return conclude(hash, [agreement, stability], slowestSolutionMs, runs);
  const trivial = await checkTrivialAnswers(capsule, context);
  const rest = [checkLimits(capsule, slowestSolutionMs), checkLeaks(capsule)];
  return conclude(
    hash,
    [agreement, stability, trivial.check, ...rest],
    slowestSolutionMs,
    runs + trivial.runs,
  );
}

/** Step 1. Stored documents were parsed on their way in; the proof doesn't rely on that. */
function checkAgreement(capsule: Capsule): Check {
  const parsed = parseCapsule(capsule);
  const details = parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
  const summary = parsed.ok
    ? 'The schema holds, and every test fits the signature.'
    : 'The document is not valid.';
  return { id: 'agreement', passed: parsed.ok, summary, details };
}

function conclude(hash: string, checks: Check[], slowestSolutionMs: number, runs: number): Proof {
  return { contentHash: hash, passed: checks.every(check => check.passed), checks, slowestSolutionMs, runs };
}
