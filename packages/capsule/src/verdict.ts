import type { ResultSet } from './execution.ts';

/** Every way a submission, or one test of it, can end. `internal_error` is ours alone. */
export const VERDICTS = [
  'accepted',
  'wrong_answer',
  'runtime_error',
  'time_limit',
  'memory_limit',
  'output_limit',
  'compile_error',
  'internal_error',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Something to show a person: text, or a table for SQL. */
export type Shown = { text: string } | { table: ResultSet };

/** One test's outcome with all that is known; {@link forLearner} takes out what a learner may not see. */
export interface TestResult {
  name: string;
  hidden: boolean;
  verdict: Verdict;
  timeMs: number;
  memoryKb: number;
  input?: Shown;
  expected?: Shown;
  actual?: Shown;
  stdout?: string;
  stderr?: string;
  /** Why, in a sentence, where the verdict alone does not say it. */
  message?: string;
}

export interface Judgement {
  verdict: Verdict;
  passed: number;
  total: number;
  /** What the compiler said, for languages with one. */
  compile?: { stdout: string; stderr: string };
  tests: TestResult[];
}

/** The verdict of the whole: ours first, then the first test that failed. */
export function summarise(tests: TestResult[], compile?: Judgement['compile']): Judgement {
  const failed =
    tests.find(test => test.verdict === 'internal_error') ?? tests.find(test => test.verdict !== 'accepted');
  return {
    verdict: failed?.verdict ?? 'accepted',
    passed: tests.filter(test => test.verdict === 'accepted').length,
    total: tests.length,
    ...(compile && { compile }),
    tests,
  };
}

/** A hidden test shows its name, verdict, time and memory, nothing else. */
export function forLearner(judgement: Judgement): Judgement {
  return {
    ...judgement,
    tests: judgement.tests.map(test => {
      if (!test.hidden) return test;
      const { name, hidden, verdict, timeMs, memoryKb } = test;
      return { name, hidden, verdict, timeMs, memoryKb };
    }),
  };
}
