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
  error: { code: string; message: string };
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
  }).catch((error: unknown) => {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    throw slow
      ? new PageError('SLOW', 'The server takes too long to answer. Try again in a moment.')
      : new PageError('OFFLINE', 'The server can’t be reached. Try again when you are online.');
  });
  const answer = (await response.json().catch(() => {
    throw new PageError(
      'BROKEN',
      `The server answered in a way this page does not understand (${response.status}).`,
    );
  })) as Envelope<Data>;
  if (answer.success) return answer.data;
  const { code, message } = answer.error;
  throw new PageError(code, message + whenToRetry(Number(response.headers.get('retry-after'))));
}

/** What to tell the person; an error nobody foresaw goes to the console whole. */
export function messageOf(error: unknown): string {
  if (error instanceof PageError) return error.message;
  console.error(error);
  return 'Something went wrong on this page. Reload it and try again.';
}

function whenToRetry(seconds: number): string {
  if (!(seconds > 0)) return '';
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [seconds / 60, 'minute']
        : [seconds / 3600, 'hour'];
  const wait = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(count),
  );
  return ` You can try again in ${wait}.`;
}
