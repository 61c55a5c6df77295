import type { ProgramJob, ProgramResult } from '@devcapsules/capsule/execution';
import { batchAnswer, batchBody, resultOf, runtimesAnswer } from '@devcapsules/capsule/runner/wire';
import type { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { RunnerEndpoint } from '../../ports/runners.ts';
import { type AskContext, ask } from './ask.ts';
import { chooseByWeight } from './choose.ts';
import { EndpointFailure } from './failure.ts';
import * as circuit from './health.ts';
import { runSingly } from './piston.ts';

/** Runners that one program is tried on, at most. */
const MAX_ATTEMPTS = 3;
/** Until its deadline a program may wait out one runner that hangs, and still be run by another. */
const DEADLINE_FACTOR = 1.5;
const SURVEY_TIMEOUT_MS = 3_000;
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
        const free = endpoints.filter(one => !tried.has(one) && circuit.waitMs(stateOf(one), nowMs()) === 0);
        const endpoint = chooseByWeight(free, context.runtime.random);
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
          const question = {
            method: 'GET' as const,
            path: '/api/v2/runtimes',
            body: '',
            timeoutMs: SURVEY_TIMEOUT_MS,
            answer: runtimesAnswer,
          };
          try {
            const runtimes = await ask(endpoint, question, context);
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

  async function attempt(endpoint: RunnerEndpoint, job: ProgramJob, timeoutMs: number) {
    const state = stateOf(endpoint);
    circuit.begin(state, nowMs(), timeoutMs);
    try {
      const result = await run(endpoint, job, timeoutMs);
      circuit.succeed(state);
      return result;
    } catch (error) {
      if (error instanceof EndpointFailure) note(endpoint, error);
      throw error;
    }
  }

  async function run(endpoint: RunnerEndpoint, job: ProgramJob, timeoutMs: number): Promise<ProgramResult> {
    const state = stateOf(endpoint);
    if (endpoint.kind === 'devcapsules' && state.hasBatch) {
      try {
        const body = JSON.stringify(batchBody(job));
        const question = { method: 'POST' as const, path: BATCH_PATH, body, timeoutMs, answer: batchAnswer };
        return resultOf(await ask(endpoint, question, context));
      } catch (error) {
        const missing = error instanceof EndpointFailure && [404, 405].includes(error.status ?? 0);
        if (!missing) throw error;
        state.hasBatch = false;
      }
    }
    return runSingly(endpoint, job, { ...context, timeoutMs, maxima: state.maxima });
  }

  function note(endpoint: RunnerEndpoint, { outcome, retryAfterSeconds, status }: EndpointFailure): void {
    const state = stateOf(endpoint);
    // A job that it can't take or finds wrong says nothing of its health; that it does not know us, does.
    const knowsUs = status !== 401 && status !== 403;
    if (outcome === 'incapable' || (outcome === 'refused' && knowsUs)) circuit.endTrial(state);
    else if (outcome === 'busy') {
      circuit.becomeBusy(state, nowMs() + (retryAfterSeconds ?? RETRY_AFTER_SECONDS) * 1000);
    } else circuit.fail(state, nowMs());
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
