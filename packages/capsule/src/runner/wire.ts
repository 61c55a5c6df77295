import { z } from 'zod';
import type { CompileOutcome, ProgramJob, ProgramOutcome, ProgramResult, RunStatus } from '../execution.ts';

/** A stage of Piston v2's answer: times in milliseconds, memory in bytes. */
const stage = z.object({
  stdout: z.string(),
  stderr: z.string(),
  code: z.number().nullable(),
  signal: z.string().nullable(),
  status: z.string().nullable(),
  cpu_time: z.number().nullable(),
  wall_time: z.number().nullable(),
  memory: z.number().nullable(),
  channel: z.string().optional(),
});
type Stage = z.infer<typeof stage>;

/** The runner's answer to `POST /api/v2/execute/batch`. */
export const batchAnswer = z.object({ compile: stage.optional(), cases: z.array(stage) });

export const runtimesAnswer = z.array(
  z.object({ language: z.string(), version: z.string(), aliases: z.array(z.string()) }),
);

const STATUS: Record<string, RunStatus> = {
  TO: 'time_limit',
  ML: 'memory_limit',
  OL: 'output_limit',
  EL: 'output_limit',
  RE: 'exit_code',
  SG: 'signal',
  XX: 'internal',
};

/** Piston calls C++ by this name. */
const LANGUAGE: Partial<Record<ProgramJob['language'], string>> = { cpp: 'c++' };

export function pistonLanguage(language: ProgramJob['language']): string {
  return LANGUAGE[language] ?? language;
}

/**
 * A limit is processor time, which a busy machine does not change; wall-clock time only ends programs that wait.
 * The runner allows at most 30 s of it.
 */
function wallLimitMs(timeMs: number): number {
  return Math.min(30_000, Math.round(1.5 * timeMs) + 500);
}

/** A job as the body of `POST /api/v2/execute/batch`. */
export function batchBody({ language, files, cases, limits }: ProgramJob) {
  return {
    language: pistonLanguage(language),
    version: '*',
    files,
    run_cpu_time: limits.timeMs,
    run_timeout: wallLimitMs(limits.timeMs),
    run_memory_limit: limits.memoryMb * 1024 * 1024,
    cases: cases.map(({ stdin, args, channelInput, hashSeed }) => ({
      stdin: stdin ?? '',
      args: args ?? [],
      ...(channelInput !== undefined && { channel: channelInput }),
      ...(hashSeed !== undefined && { hash_seed: hashSeed }),
    })),
  };
}

/** The runner's answer as a result of ours. */
export function resultOf({ compile, cases }: z.infer<typeof batchAnswer>): ProgramResult {
  return { ...(compile && { compile: compileOutcome(compile) }), cases: cases.map(outcomeOf) };
}

function compileOutcome(compile: Stage): CompileOutcome {
  const { stdout, stderr } = compile;
  return { ok: statusOf(compile) === 'ok', stdout, stderr, timeMs: Math.round(compile.wall_time ?? 0) };
}

function outcomeOf(run: Stage): ProgramOutcome {
  return {
    status: statusOf(run),
    stdout: run.stdout,
    stderr: run.stderr,
    exitCode: run.code,
    signal: run.signal,
    timeMs: Math.round(run.cpu_time ?? 0),
    memoryKb: Math.round((run.memory ?? 0) / 1024),
    ...(run.channel !== undefined && { channel: run.channel }),
  };
}

/** An end the runner names in a way unknown here is never taken for success. */
function statusOf({ status, code, signal }: Stage): RunStatus {
  if (status !== null) return STATUS[status] ?? 'internal';
  if (signal !== null) return 'signal';
  return code === 0 ? 'ok' : 'exit_code';
}
