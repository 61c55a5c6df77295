import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { ApiError, failureOf } from './error.ts';
import type { paths } from './schema.ts';

export interface ClientOptions {
  /** Where the API is, without `/api/v1`; the page's own origin if it is left out. */
  baseUrl?: string;
  /** An API key or another bearer token. Without one, the browser's session cookie counts. */
  token?: string;
  /** Names an anonymous learner, so that progress is found again: see `POST /learners`. */
  learnerToken?: string;
  /** Ends a request that takes longer, in milliseconds. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}

export type Client = FetchClient<paths>;

/**
 * A client whose paths, parameters and answers are those of the OpenAPI document.
 *
 * @example
 * const api = createClient({ baseUrl: 'http://localhost:8787' });
 * const page = await data(api.GET('/api/v1/capsules', { params: { query: { language: 'sql' } } }));
 */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', token, learnerToken, timeoutMs = 60_000, fetch = globalThis.fetch } = options;
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(learnerToken !== undefined && { 'x-learner-token': learnerToken }),
  };
  return createFetchClient<paths>({
    baseUrl,
    headers,
    fetch: request =>
      fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]) }),
  });
}

/** What openapi-fetch gives for a route whose answer stands in our envelope. */
interface Answer {
  data?: { data: unknown } | undefined;
  error?: unknown;
  response: Response;
}

/**
 * What a successful answer holds.
 * @throws ApiError when the API refused or failed, or something else answered in its place
 */
export async function data<Given extends Answer>(
  asked: Promise<Given>,
): Promise<NonNullable<Given['data']>['data']> {
  const {
    data: envelope,
    error,
    response,
  } = await asked.catch((cause: unknown) => {
    throw new ApiError('UNREACHABLE', 'The server can’t be reached.', { cause });
  });
  if (envelope !== undefined) return envelope.data;
  throw failureOf(response, error);
}
