import { contentHash } from '../hash.ts';
import type { Capsule } from '../schema/capsule.ts';
import { parseCapsule } from '../schema/parse.ts';
import { Bench } from './bench.ts';
import { checkLeaks } from './leaks.ts';
import { checkLimits } from './limits.ts';
import { checkMutants } from './mutation.ts';
import type { Check, Proof, ProofContext } from './proof.ts';
import { qualityOf } from './quality.ts';
import { checkTrivialAnswers, checkWrongSolutions } from './rejected.ts';
import { checkStability } from './stability.ts';

/**
 * Proves a capsule by execution. Later checks need the earlier ones to mean anything, so a document
 * that does not agree with itself, or a solution that is not stable, ends the proof there.
 * @throws whatever the executor throws when it cannot be reached, and the signal's reason when it is
 * aborted: no evidence is then made, and what `memory` has is not run again.
 */
export async function prove(capsule: Capsule, context: ProofContext): Promise<Proof> {
  const bench = new Bench(context);
  const hash = await contentHash(capsule);
  const checks: Check[] = [];
  const conclude = (rest: Partial<Proof> = {}): Proof => ({
    contentHash: hash,
    passed: checks.every(check => check.passed),
    checks,
    slowestSolutionMs: 0,
    mutation: null,
    quality: null,
    ...rest,
    runs: bench.runs,
  });

  checks.push(checkAgreement(capsule));
  if (!checks.every(check => check.passed)) return conclude();
  const { check, slowestSolutionMs } = await checkStability(capsule, hash, bench);
  checks.push(check);
  if (!check.passed) return conclude({ slowestSolutionMs });
  checks.push(await checkTrivialAnswers(capsule, bench));
  checks.push(await checkWrongSolutions(capsule, bench));
  const mutants = await checkMutants(capsule, hash, slowestSolutionMs, bench);
  checks.push(mutants.check, checkLimits(capsule, slowestSolutionMs), checkLeaks(capsule));
  const { mutation } = mutants;
  const quality = checks.every(one => one.passed) ? qualityOf(capsule, mutation) : null;
  return conclude({ slowestSolutionMs, mutation, quality });
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
