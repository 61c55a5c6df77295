import type { ProgramJob, ProgramResult } from '@devcapsules/capsule/execution';
import { batchAnswer, batchBody, resultOf, runtimesAnswer } from '@devcapsules/capsule/runner/wire';
import type { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { RunnerEndpoint } from '../../ports/runners.ts';
import { type AskContext, ask } from './ask.ts';
import { chooseByWeight } from './choose.ts';
import { EndpointFailure } from './failure.ts';
import * as circuit from './health.ts';
import { watchOver } from './life.ts';
import { runSingly } from './piston.ts';

/** Runners that one program is tried on, at most. */
const MAX_ATTEMPTS = 3;
/** Until its deadline a program may wait out one runner that hangs, and still be run by another. */
const DEADLINE_FACTOR = 1.5;
const SURVEY_TIMEOUT_MS = 3_000;
/** A runner whose processors are all taken still answers within this. */
const KNOCK_TIMEOUT_MS = 2_000;
const RETRY_AFTER_SECONDS = 5;
const BATCH_PATH = '/api/v2/execute/batch';

export interface RouterOptions extends AskContext {
  endpoints: RunnerEndpoint[];
  health: circuit.Health;
  /** For waiting and compiling, on top of what the cases themselves may take. */
  overheadMs: number;
}

export interface RunnerReport {
  endpoint: RunnerEndpoint;
  /** Null when it did not answer. */
  runtimes: z.infer<typeof runtimesAnswer> | null;
}

/** All runners behind one face. */
export type RunnerRouter = ReturnType<typeof runnerRouter>;

/**
 * Sends each program to one of several runners: by weight, among those that are well. Runs change nothing on a
 * runner, so that what one fails to answer is tried on another, within one deadline.
 */
export function runnerRouter({ endpoints, health, overheadMs, ...context }: RouterOptions) {
  const nowMs = () => context.runtime.now().getTime();
  const stateOf = (endpoint: RunnerEndpoint) => circuit.healthOf(health, endpoint.url);

  return {
    /** @throws AppError RUNNER_UNAVAILABLE | RUNNER_BUSY */
    async execute(job: ProgramJob): Promise<ProgramResult> {
      const timeoutMs = job.cases.length * job.limits.timeMs + overheadMs;
      const deadlineMs = nowMs() + timeoutMs * DEADLINE_FACTOR;
      const problems: string[] = [];
      const tried = new Set<RunnerEndpoint>();
      while (tried.size < MAX_ATTEMPTS && nowMs() < deadlineMs) {
        const endpoint = await chooseFree(tried);
        if (!endpoint) break;
        tried.add(endpoint);
        try {
          return await attempt(endpoint, job, Math.min(timeoutMs, deadlineMs - nowMs()));
        } catch (error) {
          if (!(error instanceof EndpointFailure)) throw error;
          problems.push(`${new URL(endpoint.url).host}: ${error.message}`);
        }
      }
      throw nobody(problems);
    },

    /** Asks every runner, also those that were given up, so that they are found to be back. Never throws. */
    survey(): Promise<RunnerReport[]> {
      return Promise.all(
        endpoints.map(async endpoint => {
          try {
            const runtimes = await askForRuntimes(endpoint, SURVEY_TIMEOUT_MS);
            circuit.recover(stateOf(endpoint));
            return { endpoint, runtimes };
          } catch (error) {
            if (!(error instanceof EndpointFailure)) throw error;
            note(endpoint, error);
            return { endpoint, runtimes: null };
          }
        }),
      );
    },
  };

  /** Those that were given up are knocked at beside the others' work, and waited for only if nobody else is free. */
  async function chooseFree(tried: ReadonlySet<RunnerEndpoint>): Promise<RunnerEndpoint | undefined> {
    const left = endpoints.filter(one => !tried.has(one));
    const free = () => left.filter(one => circuit.isFree(stateOf(one), nowMs()));
    const knocks = left.filter(one => circuit.wantsKnock(stateOf(one), nowMs())).map(knockAgain);
    if (free().length === 0) await Promise.all(knocks);
    return chooseByWeight(free(), context.runtime.random);
  }

  async function knockAgain(endpoint: RunnerEndpoint): Promise<void> {
    const state = stateOf(endpoint);
    circuit.begin(state, nowMs(), KNOCK_TIMEOUT_MS);
    if (await isAlive(endpoint)) circuit.recover(state);
    else circuit.fail(state, nowMs());
  }

  /** Whether a runner answers there, and not only a proxy in its place. Never throws. */
  async function isAlive(endpoint: RunnerEndpoint): Promise<boolean> {
    try {
      await askForRuntimes(endpoint, KNOCK_TIMEOUT_MS);
      return true;
    } catch (error) {
      if (!(error instanceof EndpointFailure)) throw error;
      return error.outcome === 'busy';
    }
  }

  function askForRuntimes(endpoint: RunnerEndpoint, timeoutMs: number) {
    const question = { method: 'GET' as const, path: '/api/v2/runtimes', body: '', timeoutMs };
    return ask(endpoint, { ...question, answer: runtimesAnswer }, context);
  }

  async function attempt(endpoint: RunnerEndpoint, job: ProgramJob, timeoutMs: number) {
    const state = stateOf(endpoint);
    circuit.begin(state, nowMs(), timeoutMs);
    const watch = watchOver(() => isAlive(endpoint));
    try {
      const result = await run(endpoint, job, timeoutMs, watch.signal);
      circuit.succeed(state);
      return result;
    } catch (error) {
      if (error instanceof EndpointFailure) note(endpoint, error, watch.signal.aborted);
      throw error;
    } finally {
      watch.end();
    }
  }

  async function run(
    endpoint: RunnerEndpoint,
    job: ProgramJob,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<ProgramResult> {
    const state = stateOf(endpoint);
    const asked = { ...context, signal };
    if (endpoint.kind === 'devcapsules' && state.hasBatch) {
      try {
        const body = JSON.stringify(batchBody(job));
        const question = { method: 'POST' as const, path: BATCH_PATH, body, timeoutMs, answer: batchAnswer };
        return resultOf(await ask(endpoint, question, asked));
      } catch (error) {
        const missing = error instanceof EndpointFailure && [404, 405].includes(error.status ?? 0);
        if (!missing) throw error;
        // A proxy that has lost its runner says 404, too; only a Piston then tells its languages.
        if (!(await isAlive(endpoint))) throw new EndpointFailure('broken', error.message, { cause: error });
        state.hasBatch = false;
      }
    }
    return runSingly(endpoint, job, { ...asked, timeoutMs, maxima: state.maxima });
  }

  function note(
    endpoint: RunnerEndpoint,
    { outcome, retryAfterSeconds, status }: EndpointFailure,
    isSilent = false,
  ): void {
    const state = stateOf(endpoint);
    // A job that it can't take or finds wrong says nothing of its health; that it does not know us, does.
    const knowsUs = status !== 401 && status !== 403;
    if (outcome === 'incapable' || (outcome === 'refused' && knowsUs)) circuit.endTrial(state);
    else if (outcome === 'busy') {
      circuit.becomeBusy(state, nowMs() + (retryAfterSeconds ?? RETRY_AFTER_SECONDS) * 1000);
    } else circuit.fail(state, nowMs(), isSilent);
  }

  /** Busy if one of them only is that; with the time after which it is worth to come again. */
  function nobody(problems: string[]): AppError {
    const now = nowMs();
    const isBusy = endpoints.some(one => stateOf(one).busyUntilMs > now);
    const waitsMs = endpoints.map(one => circuit.waitMs(stateOf(one), now)).filter(wait => wait > 0);
    const retryAfterSeconds = waitsMs.length
      ? Math.max(1, Math.ceil(Math.min(...waitsMs) / 1000))
      : RETRY_AFTER_SECONDS;
    const internal = problems.join('; ') || 'every runner is away or full';
    return new AppError(isBusy ? 'RUNNER_BUSY' : 'RUNNER_UNAVAILABLE', { internal, retryAfterSeconds });
  }
}
