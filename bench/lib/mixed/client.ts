import { ORIGIN, someAddress } from '../../../apps/api/test/platform/installation.ts';
import type { Tally } from './tally.ts';

const LONGEST_MS = 120_000;

/** An answer that is not as it must be; it stands in the tally already. */
export class Unexpected extends Error {}

/** Somebody at an address of their own, whose every request is counted and timed. */
export class Client {
  readonly #url: string;
  readonly #tally: Tally;
  readonly #headers: Record<string, string>;

  constructor(url: string, tally: Tally, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#tally = tally;
    this.#headers = {
      ...{ origin: ORIGIN, 'content-type': 'application/json', 'cf-connecting-ip': someAddress() },
      ...headers,
    };
  }

  /**
   * @param what under which name it is timed
   * @returns what is below `data`
   * @throws Unexpected for anything but a good answer
   */
  // biome-ignore lint/suspicious/noExplicitAny: a load generator reads bodies freely.
  async ask(what: string, method: string, path: string, body?: object): Promise<any> {
    const startMs = performance.now();
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method,
        headers: this.#headers,
        signal: AbortSignal.timeout(LONGEST_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      this.#tally.answered(what, response.status, performance.now() - startMs);
      if (!response.ok) throw new Unexpected(`${response.status} ${text.slice(0, 300)}`);
      return response.headers.get('content-type')?.includes('json') ? (JSON.parse(text).data ?? null) : text;
    } catch (error) {
      this.#tally.fault(`${what}: ${error instanceof Error ? error.message : error}`);
      throw error instanceof Unexpected ? error : new Unexpected(String(error));
    }
  }

  /** Sends a token by which a learner is known again with all that follows. */
  knownAs(token: string): void {
    this.#headers['x-learner-token'] = token;
  }
}
