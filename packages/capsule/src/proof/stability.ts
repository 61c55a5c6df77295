import { judge } from '../judges/judge.ts';
import type { Capsule } from '../schema/capsule.ts';
import type { Check, ProofContext } from './proof.ts';

export const ROUNDS = 5;

export interface Stability {
  check: Check;
  slowestSolutionMs: number;
  runs: number;
}

/** Step 2: the solution passes every test in every round, in any order, under any hash seed. */
export async function checkStability(capsule: Capsule, context: ProofContext): Promise<Stability> {
  const details: string[] = [];
  let slowestSolutionMs = 0;
  let runs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    context.onProgress?.('stability', round, ROUNDS);
    const tests = shuffled<Capsule['tests'][number]>(capsule.tests, context.random) as Capsule['tests'];
    const result = await judge(capsule, capsule.solution, { ...context, hashSeed: round * 7919 + 1 }, tests);
    runs += result.total;
    for (const test of result.tests) {
      slowestSolutionMs = Math.max(slowestSolutionMs, test.timeMs);
      if (test.verdict === 'accepted') continue;
      const why = test.message ?? test.stderr?.trim().split('\n').at(-1) ?? '';
      details.push(`Round ${round + 1}, "${test.name}": ${test.verdict}${why && ` (${why})`}`);
    }
    if (result.compile) details.push(`Compiler: ${result.compile.stderr.slice(0, 500)}`);
    // One round that fails is proof enough of the contrary.
    if (details.length > 0) break;
  }
  const passed = details.length === 0;
  const count = `${capsule.tests.length} test${capsule.tests.length === 1 ? '' : 's'}`;
  const summary = passed
    ? `The solution passed ${count} in ${ROUNDS} shuffled rounds with different hash seeds.`
    : 'The solution does not pass all tests every time.';
  return { check: { id: 'stability', passed, summary, details }, slowestSolutionMs, runs };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map(item => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
