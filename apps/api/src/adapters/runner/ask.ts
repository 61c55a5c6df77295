import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { z } from 'zod';
import type { RunnerEndpoint } from '../../ports/runners.ts';
import type { Runtime } from '../../ports/runtime.ts';
import type { Trace } from '../../ports/trace.ts';
import { newSpanId, traceparentOf } from '../telemetry/context.ts';
import { EndpointFailure } from './failure.ts';

const DEFAULT_RETRY_AFTER_SECONDS = 5;
/** A runner may ask for a long pause; it is believed up to here. */
const MAX_RETRY_AFTER_SECONDS = 300;
const SHOWN_CHARS = 500;

/** Who asks, and for whom. */
export interface AskContext {
  requestId: string;
  /** Whose turn it takes at the runner: a keyed hash, that names nobody. */
  caller: string;
  runtime: Runtime;
  trace: Trace;
  /** Ends the asking before its time. */
  signal?: AbortSignal;
}

export interface Question<Answer> {
  method: 'GET' | 'POST';
  path: string;
  body: string;
  timeoutMs: number;
  answer: z.ZodType<Answer>;
}

/** Asks one runner once. @throws EndpointFailure */
export async function ask<Answer>(
  endpoint: RunnerEndpoint,
  question: Question<Answer>,
  context: AskContext,
): Promise<Answer> {
  const { trace, runtime } = context;
  const spanId = newSpanId();
  const startedAt = runtime.now();
  const call = { spanId, endpoint: new URL(endpoint.url).host, path: question.path, startedAt };
  const note = (outcome: EndpointFailure['outcome'] | 'ok') =>
    trace.calls.push({ ...call, outcome, durationMs: runtime.now().getTime() - startedAt.getTime() });
  try {
    const answer = await send(endpoint, question, context, spanId);
    note('ok');
    return answer;
  } catch (error) {
    if (error instanceof EndpointFailure) note(error.outcome);
    throw error;
  }
}

async function send<Answer>(
  { url, secret }: RunnerEndpoint,
  { method, path, body, timeoutMs, answer }: Question<Answer>,
  { requestId, caller, runtime, trace, signal }: AskContext,
  spanId: string,
): Promise<Answer> {
  const signature = secret ? await signatureHeaders(secret, { method, path, body }, runtime.now()) : {};
  const response = await fetch(url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      'x-devcapsules-caller': caller,
      traceparent: traceparentOf(trace.context, spanId),
      ...signature,
    },
    ...(method === 'POST' && { body }),
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
  }).catch((cause: unknown) => {
    throw new EndpointFailure('unreachable', `the runner can't be reached: ${String(cause)}`, { cause });
  });
  const { status } = response;
  if (status === 429 || status === 503) {
    await response.body?.cancel();
    const retryAfterSeconds = retryAfter(response.headers.get('retry-after'), runtime.now());
    throw new EndpointFailure('busy', `the runner answered ${status}`, { status, retryAfterSeconds });
  }
  const text = await response.text().catch((cause: unknown) => {
    throw new EndpointFailure('unreachable', `the runner's answer broke off: ${String(cause)}`, { cause });
  });
  if (!response.ok) {
    const outcome = status >= 500 ? 'broken' : 'refused';
    throw new EndpointFailure(outcome, `the runner answered ${status}: ${text.slice(0, SHOWN_CHARS)}`, {
      status,
    });
  }
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) {
    const problem = z.prettifyError(parsed.error);
    throw new EndpointFailure('broken', `the runner's answer has an unknown form: ${problem}`);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EndpointFailure('broken', 'the runner did not answer in JSON', { cause });
  }
}

/** Seconds, or a date (RFC 9110). */
function retryAfter(header: string | null, now: Date): number {
  const seconds = Number(header ?? Number.NaN);
  const untilDate = (Date.parse(header ?? '') - now.getTime()) / 1000;
  const wanted = [seconds, untilDate].find(value => Number.isFinite(value) && value > 0);
  return Math.min(MAX_RETRY_AFTER_SECONDS, Math.ceil(wanted ?? DEFAULT_RETRY_AFTER_SECONDS));
}
