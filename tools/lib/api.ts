import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const envelope = z.union([
  z.object({ success: z.literal(true), data: z.unknown() }),
  z.object({
    success: z.literal(false),
    error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  }),
]);

/** What the API refused, with its status and code. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details: unknown) {
    super(`${status} ${code}: ${message}${details === undefined ? '' : ` ${JSON.stringify(details)}`}`);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const REQUEST_TIMEOUT_MS = 120_000;
const MAX_RETRIES = 20;
const MAX_WAIT_SECONDS = 60;

/** Somebody at the API: keeps the session cookie, and waits when told that too many are asking. */
export class ApiUser {
  readonly #base: string;
  #cookie = '';

  constructor(url: string) {
    this.#base = `${url}/api/v1`;
  }

  /** Signs in; creates the account first if there is none. */
  async enter(account: { email: string; password: string; name: string }): Promise<void> {
    try {
      await this.post('/auth/sign-up/email', account);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'EMAIL_TAKEN') throw error;
      await this.post('/auth/sign-in/email', { email: account.email, password: account.password });
    }
  }

  get(path: string): Promise<unknown> {
    return this.#ask('GET', path);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    return this.#ask('POST', path, body, headers);
  }

  async #ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    attempt = 0,
  ): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.#cookie && { cookie: this.#cookie }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const cookies = response.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '');
    if (cookies.length) this.#cookie = cookies.join('; ');
    const answer = envelope.parse(await response.json());
    if (answer.success) return answer.data;
    const { code, message, details } = answer.error;
    const wait = Number(response.headers.get('retry-after'));
    if (
      (code === 'RATE_LIMITED' || code === 'RUNNER_BUSY') &&
      wait <= MAX_WAIT_SECONDS &&
      attempt < MAX_RETRIES
    ) {
      await sleep(wait * 1000);
      return this.#ask(method, path, body, headers, attempt + 1);
    }
    throw new ApiError(response.status, code, message, details);
  }
}
