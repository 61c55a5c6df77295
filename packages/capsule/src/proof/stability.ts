import { seededRandom, shuffled } from '../random.ts';
import type { Capsule } from '../schema/capsule.ts';
import type { Bench } from './bench.ts';
import type { Check } from './proof.ts';

export const ROUNDS = 5;

export interface Stability {
  check: Check;
  slowestSolutionMs: number;
}

/** Step 2: the solution passes every test in every round, in any order, under any hash seed. */
export async function checkStability(capsule: Capsule, hash: string, bench: Bench): Promise<Stability> {
  const random = seededRandom(hash);
  const details: string[] = [];
  let slowestSolutionMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    bench.tell('stability', round, ROUNDS);
    const tests = shuffled<Capsule['tests'][number]>(random, capsule.tests) as Capsule['tests'];
    const options = { tests, hashSeed: round * 7919 + 1 };
    const finding = await bench.judge(`stability/${round}`, capsule, capsule.solution, options);
    slowestSolutionMs = Math.max(slowestSolutionMs, finding.slowestMs);
    if (finding.verdict === 'accepted') continue;
    const place = finding.verdict === 'compile_error' ? '' : `, "${finding.failed}"`;
    const why = finding.why === null ? '' : ` (${finding.why})`;
    details.push(`Round ${round + 1}${place}: ${finding.verdict}${why}`);
    // One round that fails is proof enough of the contrary.
    break;
  }
  const passed = details.length === 0;
  const count = `${capsule.tests.length} test${capsule.tests.length === 1 ? '' : 's'}`;
  const summary = passed
    ? `The solution passed ${count} in ${ROUNDS} shuffled rounds with different hash seeds.`
    : 'The solution does not pass all tests every time.';
  return { check: { id: 'stability', passed, summary, details }, slowestSolutionMs };
}
