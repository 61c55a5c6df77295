import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { SIGNATURE_HEADER, sign, TIMESTAMP_HEADER } from '../src/http/signature.ts';
import { type Body, startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1', RUNNER_BODY_MB: '1' });
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

const PATH = '/api/v2/connect';

interface Message {
  type: string;
  stream?: string;
  data?: string;
  stage?: string;
  message?: string;
  code?: number | null;
  signal?: string | null;
  status?: string | null;
}

/** A client that keeps every message. */
class Client {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly closed: Promise<[number, string]>;

  constructor(to = runner, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${to.url.replace('http', 'ws')}${PATH}`, { headers });
    this.socket.on('message', bytes => this.messages.push(JSON.parse(bytes.toString()) as Message));
    this.closed = once(this.socket, 'close').then(([code, reason]) => [Number(code), String(reason)]);
  }

  async open(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  send(message: Body): void {
    this.socket.send(JSON.stringify(message));
  }

  init(content: string, more: Body = {}): void {
    this.send({ type: 'init', language: 'python', version: '*', files: [{ content }], ...more });
  }

  text(stream: string): string {
    return this.messages.flatMap(one => (one.stream === stream ? [one.data] : [])).join('');
  }

  async says(text: string): Promise<void> {
    await expect.poll(() => this.text('stdout'), { timeout: 5000 }).toContain(text);
  }

  get exit(): Message | undefined {
    return this.messages.find(one => one.type === 'exit');
  }
}

const connect = (more?: TestRunner) => new Client(more).open();
const stdin = (data: string, more: Body = {}) => ({ type: 'data', stream: 'stdin', data, ...more });

describe('an interactive run', () => {
  test('questions and answers go to and fro while it runs, then it ends in Piston’s order', async () => {
    const client = await connect();
    client.init('name = input("name? ")\nprint("hello", name)\nraise SystemExit(3)');
    await client.says('name? ');
    client.send(stdin('Zoë\n'));
    expect(await client.closed).toEqual([4999, 'Job Completed']);
    expect(client.text('stdout')).toBe('name? hello Zoë\n');
    expect(client.messages[0]).toMatchObject({ type: 'runtime', language: 'python' });
    expect(client.messages[1]).toEqual({ type: 'stage', stage: 'run' });
    expect(client.messages.at(-1)).toMatchObject({ type: 'exit', stage: 'run', code: 3, signal: null });
  });

  test('the end of input is seen, and what was sent at once arrives whole', async () => {
    const client = await connect();
    client.init('import sys; print(len(sys.stdin.read()))', { stdin: 'a' });
    for (let i = 0; i < 5; i++) client.send(stdin('x'.repeat(100_000)));
    client.send(stdin('', { end: true }));
    await client.closed;
    expect(client.text('stdout')).toBe('500001\n');
  });

  test('a signal reaches the program, which may handle it', async () => {
    const client = await connect();
    client.init(
      'import signal, time\ndef stop(*_):\n  print("stopped"); raise SystemExit(0)\n' +
        'signal.signal(signal.SIGINT, stop)\nprint("ready", flush=True)\ntime.sleep(20)',
      { run_timeout: 20_000 },
    );
    await client.says('ready');
    client.send({ type: 'signal', signal: 'SIGINT' });
    await client.closed;
    expect(client.text('stdout')).toBe('ready\nstopped\n');
    expect(client.exit).toMatchObject({ code: 0 });
  });

  test('a character is never split between messages, however the program writes it', async () => {
    const client = await connect();
    client.init(
      'import os, time\nfor byte in "€𝄞ü".encode():\n  os.write(1, bytes([byte])); time.sleep(0.02)',
    );
    await client.closed;
    const parts = client.messages.filter(one => one.type === 'data').map(one => one.data);
    expect(parts).toEqual(['€', '𝄞', 'ü']);
  });

  test('both streams are told apart, and limits hold', async () => {
    const client = await connect();
    client.init('import sys\nprint("e", file=sys.stderr, flush=True)\nwhile True: pass', {
      run_timeout: 300,
    });
    await client.closed;
    expect(client.text('stderr')).toBe('e\n');
    expect(client.exit).toMatchObject({ stage: 'run', signal: 'SIGKILL', status: 'TO' });
    const flood = await connect();
    flood.init('while True: print("x" * 1000)');
    await flood.closed;
    expect(flood.exit).toMatchObject({ status: 'OL' });
    expect(flood.text('stdout')).toHaveLength(1024 * 1024);
  });

  test('a client that does not read holds the program up', async () => {
    const large = await startTestRunner({ RUNNER_OUTPUT_KB: '200000', RUNNER_BATCH_OUTPUT_MB: '200' });
    const client = await connect(large);
    const CODE = 'import sys, time\nsent = 0\nblock = "x" * 65536\nend = time.time() + 1.5\n';
    client.init(`${CODE}while time.time() < end:\n  sent += sys.stdout.write(block)\nprint("\\nsent", sent)`);
    await client.says('x');
    client.socket.pause();
    const before = process.memoryUsage.rss();
    await new Promise(resolve => setTimeout(resolve, 2000));
    const grown = process.memoryUsage.rss() - before;
    client.socket.resume();
    await client.closed;
    expect(client.exit).toMatchObject({ code: 0 });
    expect(grown).toBeLessThan(60 * 1024 * 1024);
    const text = client.text('stdout');
    expect(text.endsWith(`sent ${/sent (\d+)/.exec(text)?.[1]}\n`)).toBe(true);
    expect(text.lastIndexOf('x') + 1).toBe(Number(/sent (\d+)/.exec(text)?.[1]));
    await large.close();
  });

  test('a compilation is told before the run', async () => {
    const compiled = await startTestRunner({}, undefined, join(import.meta.dirname, 'fixtures/languages'));
    const good = await connect(compiled);
    good.init('int main(void) { return 5; }', { language: 'compiled' });
    await good.closed;
    expect(good.messages.map(one => [one.type, one.stage, one.code])).toEqual([
      ['runtime', undefined, undefined],
      ['stage', 'compile', undefined],
      ['exit', 'compile', 0],
      ['stage', 'run', undefined],
      ['exit', 'run', 5],
    ]);
    const bad = await connect(compiled);
    bad.init('int main( {', { language: 'compiled' });
    expect(await bad.closed).toEqual([4999, 'Job Completed']);
    expect(bad.text('stderr')).toContain('main.c:1:');
    expect(bad.messages.at(-1)).toMatchObject({ type: 'exit', stage: 'compile', code: 1 });
    await compiled.close();
  });
});

describe('what is refused', () => {
  test('each misuse has its close code', async () => {
    const silent = await connect();
    expect(await silent.closed).toEqual([4001, 'Initialization Timeout']);
    const early = await connect();
    early.send(stdin('x'));
    expect(await early.closed).toEqual([4003, 'Not yet initialized']);
    const misuses: [Body, number][] = [
      [{ type: 'data', stream: 'stdout', data: 'x' }, 4004],
      [{ type: 'signal', signal: 'SIGNONE' }, 4005],
      [{ type: 'init', language: 'python', version: '*', files: [{ content: '' }] }, 4000],
      [{ type: 'other' }, 4002],
    ];
    for (const [misuse, code] of misuses) {
      const client = await connect();
      client.init('input()');
      await expect.poll(() => client.messages.length).toBe(2);
      client.send(misuse);
      expect((await client.closed)[0]).toBe(code);
    }
  });

  test('what is wrong is told before the session ends', async () => {
    for (const [bad, message] of [
      [{ language: 'cobol' }, /^language: cobol-\* runtime is unknown$/],
      [{ run_timeout: 1e9 }, /^run_timeout: /],
      [{ files: [] }, /^files: /],
    ] as const) {
      const client = await connect();
      client.init('', bad);
      expect(await client.closed).toEqual([4002, 'Notified Error']);
      expect(client.messages.at(-1)).toEqual({ type: 'error', message: expect.stringMatching(message) });
    }
    const noJson = await connect();
    noJson.socket.send('{');
    expect(await noJson.closed).toEqual([4002, 'Notified Error']);
    const large = await connect();
    large.socket.send('x'.repeat(1_100_000));
    expect((await large.closed)[0]).toBe(1009);
  });

  test('a session counts among those that run and wait, and its place is free when it goes away', async () => {
    const running = await connect();
    running.init('while True: pass', { run_timeout: 20_000 });
    await expect.poll(() => running.messages.length).toBe(2);
    const waiting = runner.run('python', 'print("next")');
    await expect
      .poll(async () => /_queue_length (\d)/.exec(await (await fetch(`${runner.url}/metrics`)).text())?.[1])
      .toBe('1');
    const third = await connect();
    third.init('');
    expect(await third.closed).toEqual([4002, 'Notified Error']);
    expect(third.messages.at(-1)).toEqual({ type: 'error', message: 'too many requests wait' });
    running.socket.terminate();
    expect((await waiting).stdout).toBe('next\n');
  });

  const refusal = async (to: TestRunner, headers: Record<string, string>) => {
    const socket = new WebSocket(`${to.url.replace('http', 'ws')}${PATH}`, { headers });
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    socket.terminate();
    return (response as { statusCode: number }).statusCode;
  };

  test('a page of another site is refused', async () => {
    expect(await refusal(runner, { origin: 'https://example.com' })).toBe(403);
    const own = await new Client(runner, { origin: runner.url }).open();
    own.socket.terminate();
  });

  test('with a secret only a signed request is let in', async () => {
    const secret = 'a-secret-of-the-tests';
    const signed = await startTestRunner({ RUNNER_SECRET: secret });
    expect(await refusal(signed, {})).toBe(401);
    const timestamp = String(Date.now());
    const signature = sign(secret, { method: 'GET', path: PATH, timestamp, body: Buffer.alloc(0) });
    const headers = { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signature };
    const client = await new Client(signed, headers).open();
    client.init('print("in")');
    await client.closed;
    expect(client.text('stdout')).toBe('in\n');
    await signed.close();
  });
});
