/** A refusal or failure in words for the person at the page. */
export class PageError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Failure {
  success: false;
  error: { code: string; message: string; details?: unknown };
}
type Envelope<Data> = { success: true; data: Data } | Failure;

const TIMEOUT_MS = 60_000;

/**
 * Asks the API. The shapes are the API's own, from the same repository and served by the same Worker.
 * @throws PageError whatever goes wrong: refused, offline, or answered by something that is not the API
 */
export async function ask<Data>(method: 'GET' | 'POST', path: string, body?: object): Promise<Data> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new PageError(
      'OFFLINE',
      'The server can’t be reached. Your code is kept; try again when you are online.',
    );
  });
  const answer = (await response.json().catch(() => {
    throw new PageError(
      'BROKEN',
      `The server answered in a way this page does not understand (${response.status}).`,
    );
  })) as Envelope<Data>;
  if (answer.success) return answer.data;
  const { code, message } = answer.error;
  const wait = Number(response.headers.get('retry-after'));
  const when =
    wait > 0
      ? ` You can try again in ${wait < 120 ? `${wait} seconds` : `${Math.ceil(wait / 3600)} hours`}.`
      : '';
  throw new PageError(code, message + when);
}
