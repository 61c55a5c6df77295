import type {
  Executor,
  ProgramLanguage,
  ProgramLimits,
  ProgramOutcome,
  ResultSet,
  SourceFile,
} from '@devcapsules/capsule/execution';
import { mainFile } from '@devcapsules/capsule/judges/files';
import type { Verdict } from '@devcapsules/capsule/verdict';

/** One process. `accepted` means no more than that it ended well. */
export interface CaseExecution {
  stdout: string;
  stderr: string;
  exitCode: number | null;
  signal: string | null;
  verdict: Verdict;
  timeMs: number;
  memoryKb: number;
}

/** One program or query, run once. */
export interface Execution extends CaseExecution {
  compile?: { stdout: string; stderr: string; timeMs: number };
  rows?: ResultSet;
}

export interface ProgramInput {
  language: ProgramLanguage;
  source: string;
  stdin: string;
  args?: string[];
  files?: SourceFile[];
  limits: ProgramLimits;
}

/** Runs a program on the runner. @throws AppError RUNNER_UNAVAILABLE | RUNNER_BUSY */
export async function executeProgram(executor: Executor, input: ProgramInput): Promise<Execution> {
  const { language, source, stdin, args = [], files = [], limits } = input;
  const job = { language, files: [mainFile(language, source), ...files], cases: [{ stdin, args }], limits };
  const { compile, cases } = await executor.runProgram(job);
  const compiled = compile && {
    compile: { stdout: compile.stdout, stderr: compile.stderr, timeMs: compile.timeMs },
  };
  if (compile && !compile.ok) return { ...NOTHING, ...compiled, verdict: 'compile_error' };
  const [outcome] = cases;
  if (!outcome) return { ...NOTHING, ...compiled, verdict: 'internal_error' };
  return { ...toCase(outcome), ...compiled };
}

/** What a process did, in the words of the API. */
export function toCase(outcome: ProgramOutcome): CaseExecution {
  const { status, stdout, stderr, exitCode, signal, timeMs, memoryKb } = outcome;
  return { stdout, stderr, exitCode, signal, verdict: VERDICT[status], timeMs, memoryKb };
}

export interface SqlInput {
  source: string;
  setup?: string | undefined;
  limits: ProgramLimits;
}

/** Runs SQL at the edge, on a fresh database that `setup` builds. */
export async function executeSql(
  executor: Executor,
  { source, setup, limits }: SqlInput,
): Promise<Execution> {
  const cases = [{ setup: setup === undefined ? [] : [setup] }];
  const [outcome] = await executor.runQuery({ source, cases, limits });
  if (!outcome) return { ...NOTHING, verdict: 'internal_error' };
  const { status, result, message, timeMs, memoryKb } = outcome;
  const text = status === 'setup_error' ? `In the set-up: ${message}` : (message ?? '');
  const verdict = status === 'setup_error' || status === 'check_error' ? VERDICT.error : VERDICT[status];
  return { ...NOTHING, stderr: text, verdict, timeMs, memoryKb, ...(result && { rows: result }) };
}

const VERDICT = {
  ok: 'accepted',
  error: 'runtime_error',
  exit_code: 'runtime_error',
  not_run: 'time_limit',
  signal: 'runtime_error',
  time_limit: 'time_limit',
  memory_limit: 'memory_limit',
  output_limit: 'output_limit',
  internal: 'internal_error',
} as const satisfies Record<string, Verdict>;

const NOTHING = { stdout: '', stderr: '', exitCode: null, signal: null, timeMs: 0, memoryKb: 0 };
