import { ERRORS, type ErrorCode } from './registry.ts';

interface Extra {
  /** For the client, beside the public message. */
  details?: unknown;
  /** For the log alone. */
  internal?: string;
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An error with a code of the registry. The public text is the registry's; `internal` never leaves the server. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, extra: Extra = {}) {
    super(extra.internal ?? ERRORS[code].message, { cause: extra.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = extra.details;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}
