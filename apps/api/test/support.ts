import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import worker from '../src/index.ts';
import { SCOPES, type Scope } from '../src/ports/actor.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // Test code reads bodies freely; their shape is what is under test.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
}

const ORIGIN = 'http://localhost:8787';

interface Ask {
  /** `root` asks beside the API, for a page. */
  at?: 'root';
  body?: unknown;
  raw?: BodyInit;
  headers?: Record<string, string>;
  env?: Record<string, unknown>;
}

/** One request through the whole Worker, with what it leaves for later done before this returns. */
export async function ask(
  method: string,
  path: string,
  { at, body, raw, headers, env: extra }: Ask = {},
): Promise<Answer> {
  const request = new Request(
    at === 'root' || path.startsWith('/health') || path.startsWith('/openapi')
      ? ORIGIN + path
      : `${ORIGIN}/api/v1${path}`,
    {
      method,
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': someAddress(), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
      redirect: 'manual',
    },
  );
  const context = createExecutionContext();
  const response = await worker.fetch(request, { ...env, ...extra }, context);
  await waitOnExecutionContext(context);
  const text = await response.text();
  const json = /^application\/json\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/**
 * For tests of requests, not of generations: what is asked for is never begun. Work that the queue still does when a
 * test file ends keeps its Worker from ending.
 */
export const NOTHING_GENERATED = { GENERATIONS: { send: async () => {} } };

/** Each request has an address of its own unless a test says otherwise: tests don't use up each other's limits. */
export function someAddress(): string {
  return [10, ...crypto.getRandomValues(new Uint8Array(3))].join('.');
}

function cookieOf(headers: Headers): string {
  const cookies = headers.getSetCookie().map(cookie => cookie.split(';')[0]);
  return cookies.join('; ');
}

/** Somebody signed in. */
export class Person {
  readonly cookie: string;
  readonly email: string;

  constructor(cookie: string, email = '') {
    this.cookie = cookie;
    this.email = email;
  }

  static async signUp(name = 'Somebody', extra: Ask['env'] = {}): Promise<Person> {
    const email = `${crypto.randomUUID()}@example.com`;
    const { status, headers, body } = await ask('POST', '/auth/sign-up/email', {
      body: { email, name, password: 'a long password' },
      env: extra,
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return new Person(cookieOf(headers), email);
  }

  ask(method: string, path: string, options: Ask = {}): Promise<Answer> {
    return ask(method, path, { ...options, headers: { cookie: this.cookie, ...options.headers } });
  }

  /** The same person, signed in once more. */
  async signIn(): Promise<Person> {
    const { headers } = await ask('POST', '/auth/sign-in/email', {
      body: { email: this.email, password: 'a long password' },
      headers: { 'cf-connecting-ip': someAddress() },
    });
    return new Person(cookieOf(headers), this.email);
  }

  /** A new API key with these scopes. */
  async key(scopes: readonly Scope[]): Promise<string> {
    const { status, body } = await this.ask('POST', '/auth/api-keys', { body: { name: 'test', scopes } });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.data.key;
  }

  /** One that was good until a minute ago. */
  async expiredKey(): Promise<string> {
    const { body } = await this.ask('POST', '/auth/api-keys', { body: { name: 'old', scopes: SCOPES } });
    const past = new Date(Date.now() - 60_000).toISOString();
    await env.DB.prepare('UPDATE api_keys SET expires_at = ? WHERE id = ?').bind(past, body.data.id).run();
    return body.data.key;
  }

  /** Creates, proves and publishes; returns the id. */
  async publish(document: object): Promise<string> {
    const { body } = await this.ask('POST', '/capsules', { body: document });
    const { id } = body.data;
    const proof = await this.ask('POST', `/capsules/${id}/verify`);
    if (!proof.body.data?.passed) throw new Error(JSON.stringify(proof.body));
    const published = await this.ask('POST', `/capsules/${id}/publish`);
    if (published.status !== 200) throw new Error(JSON.stringify(published.body));
    return id;
  }
}

/** Asks until the answer is as wanted: what goes through a queue takes its time. */
export async function eventually<Value>(
  question: () => Promise<Value>,
  wanted: (value: Value) => boolean,
): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    const value = await question();
    if (wanted(value) || attempt > 100) return value;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Does it again when a new minute began meanwhile: counters a minute start anew then. */
export async function withinOneMinute<Result>(work: () => Promise<Result>): Promise<Result> {
  const minute = () => Math.floor(Date.now() / 60_000);
  for (;;) {
    const startedIn = minute();
    const result = await work();
    if (minute() === startedIn) return result;
  }
}
