import type { ProgramJob, ProgramResult } from '@devcapsules/capsule/execution';
import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { batchAnswer, batchBody, resultOf, runtimesAnswer } from '@devcapsules/capsule/runner/wire';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** Waiting and compiling on top of what the cases themselves may take. */
const OVERHEAD_MS = 30_000;
const ASK_TIMEOUT_MS = 3_000;
const RETRY_AFTER_SECONDS = 5;

export interface RunnerOptions {
  url: string;
  secret: string | undefined;
  requestId: string;
  runtime: Runtime;
}

/**
 * Speaks to one runner over HTTP.
 * Every failure to get an answer is an AppError: RUNNER_UNAVAILABLE, or RUNNER_BUSY when its queue is full.
 */
export function runnerClient({ url, secret, requestId, runtime }: RunnerOptions) {
  async function ask<T>(
    method: 'GET' | 'POST',
    path: string,
    body: string,
    timeoutMs: number,
    answer: z.ZodType<T>,
  ) {
    const signature = secret ? await signatureHeaders(secret, { method, path, body }, runtime.now()) : {};
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-request-id': requestId, ...signature },
      ...(method === 'POST' && { body }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw unavailable(`the runner can't be reached: ${String(cause)}`, cause);
    });
    if (response.status === 429 || response.status === 503) {
      const seconds = Number(response.headers.get('retry-after')) || RETRY_AFTER_SECONDS;
      await response.body?.cancel();
      throw new AppError('RUNNER_BUSY', {
        retryAfterSeconds: seconds,
        internal: `the runner answered ${response.status}`,
      });
    }
    const text = await response.text().catch((cause: unknown) => {
      throw unavailable(`the runner's answer broke off: ${String(cause)}`, cause);
    });
    if (!response.ok) throw unavailable(`the runner answered ${response.status}: ${text.slice(0, 500)}`);
    const parsed = answer.safeParse(parseJson(text));
    if (!parsed.success)
      throw unavailable(`the runner's answer has an unknown form: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }

  return {
    async execute(job: ProgramJob): Promise<ProgramResult> {
      const timeoutMs = job.cases.length * job.limits.timeMs + OVERHEAD_MS;
      return resultOf(
        await ask('POST', '/api/v2/execute/batch', JSON.stringify(batchBody(job)), timeoutMs, batchAnswer),
      );
    },
    runtimes: () => ask('GET', '/api/v2/runtimes', '', ASK_TIMEOUT_MS, runtimesAnswer),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unavailable('the runner did not answer in JSON', cause);
  }
}

function unavailable(internal: string, cause?: unknown): AppError {
  return new AppError('RUNNER_UNAVAILABLE', { internal, cause, retryAfterSeconds: RETRY_AFTER_SECONDS });
}
