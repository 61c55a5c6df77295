import { setTimeout as wait } from 'node:timers/promises';
import type { Executor, ProgramJob, ProgramResult } from '@devcapsules/capsule/execution';
import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { batchAnswer, batchBody, resultOf } from '@devcapsules/capsule/runner/wire';
import { z } from 'zod';
import { EXIT, Failure } from '../exit.ts';
import { queryRunner } from './query.ts';

const refusal = z.object({ message: z.string() });
const PATH = '/api/v2/execute/batch';
/** A full queue says when to come again; an author's proof waits this often, and then gives up. */
const MAX_WAITS = 60;
const MAX_WAIT_S = 30;

export interface RunnerOptions {
  url: string;
  secret: string | undefined;
  signal: AbortSignal;
}

/** Programs on a runner, SQL in processes of this machine's Node. What it returns throws Failures. */
export function runnerExecutor(options: RunnerOptions): Executor {
  return { runProgram: job => runProgram(job, options), runQuery: queryRunner(options.signal) };
}

async function runProgram(job: ProgramJob, options: RunnerOptions): Promise<ProgramResult> {
  const { url, signal } = options;
  const body = JSON.stringify(batchBody(job));
  for (let waits = 0; ; waits++) {
    const response = await post(body, options);
    const text = await response.text().catch((error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(url, `its answer broke off: ${reasonOf(error)}`);
    });
    if (response.ok) return read(text, url);
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || waits === MAX_WAITS) throw refused(url, response.status, text);
    const seconds = Number(response.headers.get('retry-after')) || 1;
    await wait(Math.min(seconds, MAX_WAIT_S) * 1000, undefined, { signal });
  }
}

async function post(body: string, { url, secret, signal }: RunnerOptions): Promise<Response> {
  const signature = secret
    ? await signatureHeaders(secret, { method: 'POST', path: PATH, body }, new Date())
    : {};
  const headers = { 'content-type': 'application/json', ...signature };
  return fetch(url.replace(/\/$/, '') + PATH, { method: 'POST', headers, body, signal }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(url, reasonOf(error));
    },
  );
}

function read(text: string, url: string): ProgramResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreachable(url, 'the answer is not JSON');
  }
  const answer = batchAnswer.safeParse(json);
  if (!answer.success) throw unreachable(url, 'the answer is not one of a runner');
  return resultOf(answer.data);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}

function unreachable(url: string, why: string): Failure {
  const remedy =
    'Start one by `npm start` in the DevCapsules repository or by Docker, as docs/cli.md tells, or name another by --runner URL.';
  return new Failure(EXIT.unreachable, `No runner answers at ${url} (${why}). ${remedy}`);
}

const HINTS: Record<number, string> = {
  401: ' Its shared secret goes in RUNNER_SECRET, see docs/cli.md.',
  404: ' Is it a runner?',
};

function refused(url: string, status: number, text: string): Failure {
  const said = messageOf(text).slice(0, 300).trim().replace(/\.$/, '');
  return new Failure(
    EXIT.unreachable,
    `The runner at ${url} answered ${status}: ${said}.${HINTS[status] ?? ''}`,
  );
}

/** A runner says what is wrong as `{message}`; what stands before it may say anything. */
function messageOf(text: string): string {
  try {
    return refusal.parse(JSON.parse(text)).message;
  } catch {
    return text;
  }
}
