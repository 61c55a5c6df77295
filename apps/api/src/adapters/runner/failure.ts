import type { CallOutcome } from '../../ports/trace.ts';

interface Extra {
  retryAfterSeconds?: number;
  /** The HTTP status, where there was one. */
  status?: number;
  cause?: unknown;
}

/** One runner did not do what it was asked; another one may. The message is for the log alone. */
export class EndpointFailure extends Error {
  readonly outcome: Exclude<CallOutcome, 'ok'>;
  readonly retryAfterSeconds: number | undefined;
  readonly status: number | undefined;

  constructor(outcome: Exclude<CallOutcome, 'ok'>, message: string, extra: Extra = {}) {
    super(message, { cause: extra.cause });
    this.name = 'EndpointFailure';
    this.outcome = outcome;
    this.retryAfterSeconds = extra.retryAfterSeconds;
    this.status = extra.status;
  }
}
