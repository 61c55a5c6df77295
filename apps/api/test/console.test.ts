import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import worker from '../src/index.ts';
import { ask, Person, someAddress } from './support.ts';

interface Said {
  type: string;
  data?: string;
  code?: number | string | null;
  stage?: string;
}

/** A visitor's end of a conversation. */
class Visitor {
  readonly #socket: WebSocket;
  readonly said: Said[] = [];
  readonly closed: Promise<number>;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.accept();
    socket.addEventListener('message', ({ data }) => {
      this.said.push(JSON.parse(String(data)));
    });
    this.closed = new Promise(resolve => socket.addEventListener('close', ({ code }) => resolve(code)));
  }

  static async connect(headers: Record<string, string> = {}, extra: object = {}): Promise<Visitor> {
    const response = await connect(headers, extra);
    expect(response.status).toBe(101);
    if (!response.webSocket) throw new Error('There is no WebSocket.');
    return new Visitor(response.webSocket);
  }

  send(message: object | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  output(): string {
    return this.said.map(({ data = '' }) => data).join('');
  }
}

async function connect(headers: Record<string, string> = {}, extra: object = {}): Promise<Response> {
  const request = new Request('http://localhost:8787/api/v1/execute/connect', {
    headers: { upgrade: 'websocket', 'cf-connecting-ip': someAddress(), ...headers },
  });
  return worker.fetch(request, { ...env, ...extra }, createExecutionContext());
}

const GREETER = 'name = input("Who? ")\nprint("Hello", name)\nprint("Bye", input())\n';
const program = (source_code: string) => ({ type: 'init', language: 'python', source_code });
const line = (data: string) => ({ type: 'data', stream: 'stdin', data });

describe('a conversation with a program', () => {
  it('goes to and fro while the program runs, and ends with it', async () => {
    const visitor = await Visitor.connect();
    visitor.send(program(GREETER));
    await expect.poll(() => visitor.output(), { timeout: 10_000 }).toBe('Who? ');
    visitor.send(line('Ada\n'));
    await expect.poll(() => visitor.output()).toBe('Who? Hello Ada\n');
    visitor.send({ ...line('Ben'), end: true });
    expect(await visitor.closed).toBe(4999);
    expect(visitor.output()).toBe('Who? Hello Ada\nBye Ben\n');
    expect(visitor.said.at(-1)).toMatchObject({ type: 'exit', stage: 'run', code: 0 });
  });

  it('goes on for as long as its user takes to answer', async () => {
    const visitor = await Visitor.connect();
    visitor.send(program('print(input())\n'));
    // Longer than connecting may take.
    await new Promise(resolve => setTimeout(resolve, 6_000));
    visitor.send(line('late\n'));
    expect(await visitor.closed).toBe(4999);
    expect(visitor.output()).toBe('late\n');
  }, 20_000);

  it('can be ended by a signal', async () => {
    const visitor = await Visitor.connect();
    visitor.send(program('print("on", flush=True)\nwhile True: pass\n'));
    await expect.poll(() => visitor.output(), { timeout: 10_000 }).toBe('on\n');
    visitor.send({ type: 'signal', signal: 'SIGKILL' });
    expect(await visitor.closed).toBe(4999);
    expect(visitor.said.at(-1)).toMatchObject({ type: 'exit', signal: 'SIGKILL' });
  });

  it('refuses what is no program, too long, or no input', async () => {
    const refused = async (...messages: (object | string)[]) => {
      const visitor = await Visitor.connect();
      for (const message of messages) visitor.send(message);
      expect(await visitor.closed).toBe(4002);
      return visitor.said.at(-1)?.code;
    };
    expect(await refused('{')).toBe('VALIDATION_FAILED');
    expect(await refused({ ...program('1'), language: 'cobol' })).toBe('VALIDATION_FAILED');
    expect(await refused({ ...program('1'), run_memory_limit: -1 })).toBe('VALIDATION_FAILED');
    expect(await refused(line('first'))).toBe('VALIDATION_FAILED');
    expect(await refused(program('x'.repeat(60_000)))).toBe('SOURCE_TOO_LARGE');
    expect(await refused('x'.repeat(200_000))).toBe('BODY_TOO_LARGE');
    expect(await refused(program('input()'), { type: 'signal', signal: 'SIGSTOP' })).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('is one of the day’s executions, and none when no runner can be reached', async () => {
    const person = await Person.signUp();
    const used = async () => {
      const { body } = await person.ask('GET', '/usage');
      return body.data.daily.find((quota: { kind: string }) => quota.kind === 'executions').used;
    };
    const headers = { cookie: person.cookie };
    const visitor = await Visitor.connect(headers);
    visitor.send(program('pass'));
    await visitor.closed;
    expect(await used()).toBe(1);
    const stranded = await Visitor.connect(headers, { RUNNER_URL: 'http://127.0.0.1:9' });
    stranded.send(program('pass'));
    expect(await stranded.closed).toBe(4002);
    expect(stranded.said.at(-1)?.code).toBe('RUNNER_UNAVAILABLE');
    expect(await used()).toBe(1);
  });

  it('does not lend a visitor’s cookies to another site, and needs a WebSocket', async () => {
    const { cookie } = await Person.signUp();
    const foreign = await connect({ cookie, origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const { status } = await ask('GET', '/execute/connect');
    expect(status).toBe(400);
  });
});
