import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '../errors/app-error.ts';
import { ERRORS } from '../errors/registry.ts';
import type { AppEnv } from '../http.ts';

/** Every error becomes one envelope with a code of the registry; what is not ours to tell goes to the log. */
export function onError(error: Error, c: Context<AppEnv>): Response {
  const known = classify(error);
  const { status, message } = ERRORS[known.code];
  const requestId = c.get('requestId');
  if (status >= 500) {
    const chain = [known, error, error.cause].map(item =>
      item instanceof Error ? (item.stack ?? item.message) : item,
    );
    console.error(
      JSON.stringify({ level: 'error', message: known.message, requestId, code: known.code, chain }),
    );
  }
  if (known.retryAfterSeconds !== undefined) c.header('retry-after', String(known.retryAfterSeconds));
  const details = known.details === undefined ? {} : { details: known.details };
  return c.json({ success: false, error: { code: known.code, message, ...details }, requestId }, status);
}

function classify(error: Error): AppError {
  if (error instanceof AppError) return error;
  // Hono throws this for a body that is not JSON.
  if (error instanceof HTTPException && error.status === 400) {
    return new AppError('VALIDATION_FAILED', {
      details: [{ path: '', message: 'the body is not JSON' }],
      cause: error,
    });
  }
  return new AppError('INTERNAL', { internal: error.message, cause: error });
}
