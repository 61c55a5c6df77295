/** Failures a client is told about. The message is public; what is internal goes to the log. */

import { Overloaded } from '../jobs/admission.ts';

const RETRY_AFTER_S = '1';

export class HttpError extends Error {
  readonly status: 400 | 401 | 404 | 413 | 429 | 503;
  readonly headers: Record<string, string>;
  constructor(status: HttpError['status'], message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** Null for what no client is to be told of. */
export function toHttpError(error: unknown): HttpError | null {
  if (error instanceof HttpError) return error;
  if (error instanceof Overloaded)
    return new HttpError(429, 'too many requests wait', { 'retry-after': RETRY_AFTER_S });
  return null;
}
