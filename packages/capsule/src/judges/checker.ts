import type { Executor, ProgramOutcome } from '../execution.ts';
import type { Checker } from '../schema/judge.ts';
import type { StdioTest } from '../schema/tests.ts';
import { clip } from '../values/show.ts';
import { runInChunks } from './chunks.ts';
import { mainFile } from './files.ts';
import type { Decision } from './outcome.ts';

/** What a checker may use for one output, whatever the learner's program may. */
const LIMITS = { timeMs: 5000, memoryMb: 256 };
const REJECTED = 1;

/** An output to be decided about. */
export interface CheckedOutput {
  test: StdioTest;
  actual: string;
}

/**
 * Asks the author's program about each output. On its standard input are the test's input, the expected and
 * the actual output, each behind a line with its number of bytes. It accepts by ending with 0 and rejects by
 * ending with 1; what it prints then is told to the learner. Any other end is the author's fault.
 */
export async function askChecker(
  checker: Checker,
  outputs: CheckedOutput[],
  executor: Executor,
): Promise<Decision[]> {
  if (outputs.length === 0) return [];
  const { compile, cases } = await runInChunks(executor, {
    language: checker.language,
    files: [mainFile(checker.language, checker.source)],
    cases: outputs.map(({ test, actual }) => ({ stdin: framed([test.stdin, test.expected, actual]) })),
    limits: LIMITS,
  });
  if (compile && !compile.ok) return outputs.map(() => fault('The checker does not compile.'));
  return outputs.map((_, index) => decide(cases[index]));
}

function framed(texts: string[]): string {
  return texts.map(text => `${new TextEncoder().encode(text).length}\n${text}\n`).join('');
}

function decide(outcome: ProgramOutcome | undefined): Decision {
  if (outcome?.status === 'ok') return { verdict: 'accepted' };
  if (outcome?.status !== 'exit_code' || outcome.exitCode !== REJECTED) {
    return fault(`The checker failed: ${outcome?.status ?? 'not run'}.`);
  }
  const why = outcome.stdout.trim();
  return { verdict: 'wrong_answer', ...(why && { message: clip(why, 500) }) };
}

function fault(message: string): Decision {
  return { verdict: 'internal_error', message };
}
