'use client';
import { createClient } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';

/** The API on the page's own origin, with the session's cookie. */
export const api = createClient({ fetch: request => fetch(request) });

const STREAM_TIMEOUT_MS = 30 * 60_000;

/** The same for what is told as it happens: a proof, a generation. */
export const streams = createClient({ fetch: request => fetch(request), timeoutMs: STREAM_TIMEOUT_MS });

/** What went wrong, as it can be shown. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  if (error.code === 'RATE_LIMITED' && error.retryAfterSeconds !== undefined) {
    return `${error.message} Try again in ${error.retryAfterSeconds} s.`;
  }
  if (error.code === 'PROOF_REQUIRED') return `${error.message} Prove what is stored, then publish it.`;
  if (error.code === 'VALIDATION_FAILED') return [error.message, ...problemsOf(error)].join(' ');
  return error.message;
}

/** Which fields the API did not take, and why. */
export function problemsOf(error: ApiError): string[] {
  if (!Array.isArray(error.details)) return [];
  return error.details.flatMap((detail: unknown) => {
    if (typeof detail !== 'object' || detail === null || !('message' in detail)) return [];
    const path = 'path' in detail && typeof detail.path === 'string' ? detail.path : '';
    return [path === '' ? `${detail.message}.` : `${path}: ${detail.message}.`];
  });
}
