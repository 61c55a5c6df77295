import type { ModelFailure } from '@devcapsules/generation/model';
import { APICallError, NoObjectGeneratedError, NoOutputGeneratedError } from 'ai';
import { z } from 'zod';
import type { Said } from './said.ts';

/** Why an attempt came to nothing, and when to come again if the provider says so. */
export interface Failure {
  failure: ModelFailure;
  message: string;
  retryAfterSeconds: number | undefined;
}

const errorBody = z.object({ error: z.object({ code: z.union([z.string(), z.number()]).nullish() }) });
const FILTERS = ['content_filter', 'content_policy_violation'];

/** What a failed attempt means. @param said of the reply, if there was a good one */
export function failureOf(error: unknown, said: Said | null): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const failed = (failure: ModelFailure, retryAfterSeconds?: number): Failure => ({
    failure,
    message: message.slice(0, 500),
    retryAfterSeconds,
  });
  if (said?.finishReason === 'content_filter') return failed('content_filter');
  if (said?.refusal) return failed('refused');
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error)) {
    return failed('schema_unmet');
  }
  if (!APICallError.isInstance(error) || error.statusCode === undefined) return failed('unavailable');
  const { statusCode } = error;
  if (statusCode === 401 || statusCode === 403) return failed('bad_key');
  if (statusCode === 400 && FILTERS.includes(codeOf(error.responseBody))) return failed('content_filter');
  const passes = statusCode < 400 || statusCode === 408 || statusCode === 429 || statusCode >= 500;
  // Anything else is wrong with how we ask: a model that is not there, a schema it does not take.
  return passes
    ? failed('unavailable', secondsOf(error.responseHeaders?.['retry-after']))
    : failed('bad_key');
}

function codeOf(body: string | undefined): string {
  try {
    const parsed = errorBody.safeParse(JSON.parse(body ?? ''));
    return String((parsed.success && parsed.data.error.code) || '');
  } catch (error) {
    // A body that is no JSON has no code.
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

function secondsOf(header: string | undefined): number | undefined {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
