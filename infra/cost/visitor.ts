import { ORIGIN, someAddress } from '../../apps/api/test/platform/installation.ts';

/** Somebody at an address of their own. */
export class Visitor {
  bytes = 0;
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  static async known(url: string): Promise<Visitor> {
    const headers = { origin: ORIGIN, 'content-type': 'application/json', 'cf-connecting-ip': someAddress() };
    const response = await fetch(`${url}/api/v1/learners`, { method: 'POST', headers });
    const { data } = (await response.json()) as { data: { token: string } };
    return new Visitor(url, { ...headers, 'x-learner-token': data.token });
  }

  /** The same one, signed in; what is sent counts for this one. */
  as(cookie: string): this {
    this.#headers.cookie = cookie;
    return this;
  }

  /** @throws Error for anything but a good answer */
  // biome-ignore lint/suspicious/noExplicitAny: a measurement reads bodies freely.
  async ask(method: string, path: string, body?: object): Promise<any> {
    const text = body && JSON.stringify(body);
    const response = await fetch(this.#url + path, {
      method,
      headers: this.#headers,
      ...(text && { body: text }),
    });
    const answer = await response.text();
    this.bytes += (text?.length ?? 0) + answer.length;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.slice(0, 300)}`);
    return answer && JSON.parse(answer).data;
  }
}
