import { resultsAgree } from '../compare/results.ts';
import type { QueryCase, QueryOutcome, ResultSet } from '../execution.ts';
import type { QueryCapsule } from '../schema/capsule.ts';
import type { QueryTest } from '../schema/tests.ts';
import { referencedHash } from '../scripts.ts';
import { clip } from '../values/show.ts';
import { type Judgement, type Shown, summarise, type TestResult } from '../verdict.ts';
import type { JudgeContext } from './context.ts';

/** Rows a person is shown of a table; all rows are compared. */
const SHOWN_ROWS = 50;

/**
 * Runs the learner's SQL on a fresh database a test. Where a test states no expected result, the
 * solution is run on a database of the same content, and its result is the expected one.
 */
export async function judgeQuery(
  capsule: QueryCapsule,
  source: string,
  { executor }: JudgeContext,
): Promise<Judgement> {
  const cases = capsule.tests.map(test => caseOf(capsule, test));
  const outcomes = await executor.runQuery({ source, cases, limits: capsule.limits });
  const expected = await expectedResults(capsule, cases, executor);
  return summarise(
    capsule.tests.map((test, index) => ({
      name: test.name,
      hidden: test.hidden,
      timeMs: outcomes[index]?.timeMs ?? 0,
      memoryKb: outcomes[index]?.memoryKb ?? 0,
      ...decide(capsule, test, outcomes[index], expected[index] ?? null),
    })),
  );
}

/** What the executor is asked to run for a test. */
export function caseOf(capsule: QueryCapsule, test: QueryTest): QueryCase {
  const setup = [capsule.judge.setup, test.setup].filter(script => script !== undefined);
  return { setup, ...(test.check !== undefined && { check: test.check }) };
}

async function expectedResults(
  capsule: QueryCapsule,
  cases: QueryCase[],
  executor: JudgeContext['executor'],
): Promise<(ResultSet | null)[]> {
  const open = cases.filter((_, index) => capsule.tests[index]?.expected === undefined);
  const computed = open.length
    ? await executor.runQuery({ source: capsule.solution, cases: open, limits: capsule.limits })
    : [];
  const queue = computed.map(outcome => (outcome.status === 'ok' ? outcome.result : null));
  return capsule.tests.map(test => test.expected ?? queue.shift() ?? null);
}

function decide(
  capsule: QueryCapsule,
  test: QueryTest,
  outcome: QueryOutcome | undefined,
  expected: ResultSet | null,
): Pick<TestResult, 'verdict'> & Partial<TestResult> {
  const input = shownSetup(test);
  if (!outcome || outcome.status === 'internal') return { verdict: 'internal_error' };
  if (outcome.status === 'setup_error') {
    return { verdict: 'internal_error', message: `The test's set-up failed: ${outcome.message}` };
  }
  if (outcome.status === 'check_error') {
    return { ...input, verdict: 'wrong_answer', message: `The check afterwards failed: ${outcome.message}` };
  }
  if (outcome.status === 'error')
    return { ...input, verdict: 'runtime_error', stderr: outcome.message ?? '' };
  if (outcome.status !== 'ok') return { ...input, verdict: outcome.status, stderr: outcome.message ?? '' };
  if (!expected)
    return { verdict: 'internal_error', message: 'The reference solution gave no result for this test.' };
  const known = { ...input, expected: show(expected) };
  if (!outcome.result)
    return { ...known, verdict: 'wrong_answer', message: 'The SQL returned no result set.' };
  const agreement = resultsAgree(capsule.judge, expected, outcome.result);
  const actual = show(outcome.result);
  if (agreement.ok) return { ...known, actual, verdict: 'accepted' };
  return { ...known, actual, verdict: 'wrong_answer', message: `Not the expected result: ${agreement.why}.` };
}

function shownSetup({ setup }: QueryTest): { input?: Shown } {
  return setup === undefined || referencedHash(setup) !== null ? {} : { input: { text: clip(setup) } };
}

function show({ columns, rows }: ResultSet): Shown {
  return { table: { columns, rows: rows.slice(0, SHOWN_ROWS) } };
}
