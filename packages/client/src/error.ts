import type { components } from './schema.ts';

export type ErrorCode = components['schemas']['Failure']['error']['code'];

interface ApiErrorOptions extends ErrorOptions {
  status?: number;
  details?: unknown;
  requestId?: string;
  retryAfterSeconds?: number;
}

/** A request that did not succeed. `message` is fit to be shown; `code` is explained in docs/errors.md. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** One of the API's, or ours: nothing answered, or something that does not speak as the API does. */
  readonly code: ErrorCode | 'UNREACHABLE' | 'UNREADABLE';
  /** 0 when there was no answer. */
  readonly status: number;
  readonly details: unknown;
  /** To be quoted when asking for help. */
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ApiError['code'], message: string, options: ApiErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.status = options.status ?? 0;
    this.details = options.details;
    this.requestId = options.requestId;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The error that an answer of the API tells; a proxy's page or a cut body becomes UNREADABLE. */
export function failureOf(response: Response, body: unknown): ApiError {
  const { status, headers } = response;
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const common = { status, ...(Number.isFinite(retryAfter) && { retryAfterSeconds: retryAfter }) };
  if (!isFailure(body)) {
    const requestId = headers.get('x-request-id');
    return new ApiError('UNREADABLE', `The server answered ${status} in a form that is not the API’s.`, {
      ...common,
      ...(requestId !== null && { requestId }),
    });
  }
  const { code, message, details } = body.error;
  return new ApiError(code, message, { ...common, details, requestId: body.requestId });
}

function isFailure(body: unknown): body is components['schemas']['Failure'] {
  return typeof body === 'object' && body !== null && 'error' in body && 'requestId' in body;
}
