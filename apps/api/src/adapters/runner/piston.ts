import { concurrently } from '@devcapsules/capsule/concurrently';
import type { ProgramCase, ProgramJob, ProgramOutcome, ProgramResult } from '@devcapsules/capsule/execution';
import { batchBody, resultOf } from '@devcapsules/capsule/runner/wire';
import { z } from 'zod';
import type { RunnerEndpoint } from '../../ports/runners.ts';
import { type AskContext, ask } from './ask.ts';
import { readChannel, withChannel } from './channel.ts';
import { EndpointFailure } from './failure.ts';

/** Cases under way at once: a stock Piston has no queue to speak of. */
const WIDTH = 4;
const PATH = '/api/v2/execute';
/** Piston counts 1000 bytes a kilobyte, and a killed program's peak is a little below its limit. */
const NEAR_LIMIT = 0.9;

/** A stage of any Piston v2: older ones tell no status, times and memory. */
const stage = z.object({
  stdout: z.string(),
  stderr: z.string(),
  code: z.number().nullish(),
  signal: z.string().nullish(),
  message: z.string().nullish(),
  status: z.string().nullish(),
  cpu_time: z.number().nullish(),
  wall_time: z.number().nullish(),
  memory: z.number().nullish(),
});
type Stage = z.infer<typeof stage>;
const answer = z.object({ compile: stage.optional(), run: stage.optional() });

export interface SingleRunOptions extends AskContext {
  timeoutMs: number;
  /** What this runner said that it does not exceed; added to when it says so again. */
  maxima: Map<string, number>;
}

/**
 * Runs a job's cases one request each, as any Piston v2 can. The program is compiled anew each time; seeds of hash
 * randomisation are left to chance.
 * @throws EndpointFailure, `incapable` for what only a runner of ours can do
 */
export async function runSingly(
  endpoint: RunnerEndpoint,
  job: ProgramJob,
  options: SingleRunOptions,
): Promise<ProgramResult> {
  const deadlineMs = options.runtime.now().getTime() + options.timeoutMs;
  const [first, ...rest] = job.cases;
  if (!first) return { cases: [] };
  const begun = await runOne(endpoint, job, first, deadlineMs, options);
  if (begun.compile && !begun.compile.ok) return begun;
  const others = await concurrently(rest, WIDTH, one => runOne(endpoint, job, one, deadlineMs, options));
  return { ...begun, cases: [...begun.cases, ...others.flatMap(({ cases }) => cases)] };
}

async function runOne(
  endpoint: RunnerEndpoint,
  job: ProgramJob,
  one: ProgramCase,
  deadlineMs: number,
  options: SingleRunOptions,
): Promise<ProgramResult> {
  const channel = one.channelInput === undefined ? null : withChannel(job, one.channelInput, options.runtime);
  const { cases, ...head } = batchBody({ ...job, ...(channel && { files: channel.files }), cases: [one] });
  const limits = withinMaxima(head, job, options.maxima);
  const body = JSON.stringify({ ...head, ...limits, stdin: one.stdin ?? '', args: one.args ?? [] });
  const startedMs = options.runtime.now().getTime();
  const timeoutMs = deadlineMs - startedMs;
  if (timeoutMs <= 0) throw new EndpointFailure('unreachable', 'the deadline passed between two cases');
  try {
    const { compile, run } = await ask(
      endpoint,
      { method: 'POST', path: PATH, body, timeoutMs, answer },
      options,
    );
    const elapsedMs = options.runtime.now().getTime() - startedMs;
    if (compile && (compile.code !== 0 || compile.status)) {
      return resultOf({ compile: complete(compile), cases: [] });
    }
    if (!run) throw new EndpointFailure('broken', 'the runner told of no run');
    const status = statusOf(run, { elapsedMs, wallMs: limits.run_timeout, memoryMb: job.limits.memoryMb });
    const told = { ...complete(run), status };
    const result = resultOf({ ...(compile && { compile: complete(compile) }), cases: [told] });
    return channel ? { ...result, cases: result.cases.map(outcome => heard(outcome, channel.mark)) } : result;
  } catch (error) {
    const said = error instanceof EndpointFailure ? EXCEEDED.exec(error.message) : null;
    const [, field = '', limit = ''] = said ?? [];
    if (!said || options.maxima.get(field) === Number(limit)) throw error;
    options.maxima.set(field, Number(limit));
    return runOne(endpoint, job, one, deadlineMs, options);
  }
}

const EXCEEDED = /\b(run_timeout|run_cpu_time|run_memory_limit) cannot exceed the configured limit of (\d+)/;

/** Wall-clock time may be less than asked for; processor time and memory are promises of the capsule. */
function withinMaxima(
  asked: { run_timeout: number; run_cpu_time: number; run_memory_limit: number },
  { limits }: ProgramJob,
  maxima: Map<string, number>,
) {
  const most = (field: string) => maxima.get(field) ?? Number.POSITIVE_INFINITY;
  const run_timeout = Math.min(asked.run_timeout, most('run_timeout'));
  const short =
    run_timeout < limits.timeMs ||
    asked.run_cpu_time > most('run_cpu_time') ||
    asked.run_memory_limit > most('run_memory_limit');
  if (short) {
    const known = [...maxima].map(([field, limit]) => `${field} ${limit}`).join(', ');
    throw new EndpointFailure('incapable', `this Piston is configured for less than the job needs: ${known}`);
  }
  return { ...asked, run_timeout };
}

/** Piston's words, where they need to be read: a program that met its memory limit looks like a killed one. */
function statusOf(
  run: Stage,
  { elapsedMs, wallMs, memoryMb }: { elapsedMs: number; wallMs: number; memoryMb: number },
): string | null {
  const wasKilled = run.signal === 'SIGKILL' || run.code === 137;
  const status = run.status || null;
  if (wasKilled && (status === null || status === 'SG' || status === 'RE')) {
    if ((run.memory ?? 0) >= NEAR_LIMIT * memoryMb * 1024 * 1024) return 'ML';
    // Versions without a status kill at the wall-clock limit, and say no more.
    if (status === null && (run.wall_time ?? elapsedMs) >= wallMs) return 'TO';
  }
  return status;
}

function complete({ stdout, stderr, ...rest }: Stage) {
  const { code = null, signal = null, status, cpu_time = null, wall_time = null, memory = null } = rest;
  return { stdout, stderr, code, signal, status: status || null, cpu_time, wall_time, memory };
}

function heard(outcome: ProgramOutcome, mark: string): ProgramOutcome {
  return { ...outcome, ...readChannel(outcome.stdout, mark) };
}
