import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { c, java } from './programs.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

/** Requests that ended because their client had gone. */
async function cancelled(): Promise<number> {
  const metrics = await (await fetch(`${runner.url}/metrics`)).text();
  return [...metrics.matchAll(/_requests_total\{.*outcome="cancelled"\} (\d+)/g)]
    .map(match => Number(match[1]))
    .reduce((sum, one) => sum + one, 0);
}

/** Waits until so many more are counted. */
async function expectCancelled(before: number, more = 1): Promise<void> {
  await expect.poll(cancelled, { timeout: 5000 }).toBe(before + more);
}

const ENDLESS: [string, string][] = [
  ['python', 'import os\nos.fork()\nwhile True: pass'],
  ['javascript', 'for (;;);'],
  ['java', java('for (;;);')],
  ['c', c('fork(); for (volatile int i = 0;; i++);')],
  ['c++', c('setsid(); fork(); for (volatile int i = 0;; i++);')],
];

describe('a client that goes away', () => {
  test.each(ENDLESS)('ends its run: %s', async (language, content) => {
    const before = await cancelled();
    const gone = new AbortController();
    const answer = fetch(`${runner.url}/api/v2/execute`, {
      method: 'POST',
      body: JSON.stringify({ language, version: '*', files: [{ content }], run_timeout: 25_000 }),
      signal: gone.signal,
    });
    await new Promise(resolve => setTimeout(resolve, 400));
    gone.abort();
    await expect(answer).rejects.toThrow();
    await expectCancelled(before);
  });

  test.each([
    ['c', '#include "/dev/zero"\nint main() {}'],
    [
      'c++',
      'constexpr int f() { for (int i = 0;; i++) if (i < 0) return i; }\nstatic_assert(f());\nint main() {}',
    ],
    [
      'java',
      `class Main { ${Array.from({ length: 30 }, (_, i) => `static final String s${i + 1} = s${i} + s${i};`).join(' ')} static final String s0 = "0123456789"; }`,
    ],
  ])('ends its compilation: %s', async (language, content) => {
    const before = await cancelled();
    const gone = new AbortController();
    const answer = fetch(`${runner.url}/api/v2/execute/batch`, {
      method: 'POST',
      headers: { accept: 'application/x-ndjson' },
      body: JSON.stringify({
        language,
        version: '*',
        files: [{ content }],
        cases: [{}],
        compile_timeout: 25_000,
      }),
      signal: gone.signal,
    });
    await new Promise(resolve => setTimeout(resolve, 150));
    gone.abort();
    await expect(answer).rejects.toThrow();
    await expectCancelled(before);
  });

  test.each(ENDLESS)('ends its session: %s', async (language, content) => {
    const before = await cancelled();
    const socket = new WebSocket(`${runner.url.replace('http', 'ws')}/api/v2/connect`);
    await once(socket, 'open');
    const started = new Promise<void>(resolve => {
      socket.on('message', bytes => {
        if (String(bytes).includes('"stage":"run"')) resolve();
      });
    });
    socket.send(
      JSON.stringify({ type: 'init', language, version: '*', files: [{ content }], run_timeout: 25_000 }),
    );
    await started;
    socket.terminate();
    await expectCancelled(before);
  });

  test('forty that connect and leave at once, at every moment of a run, leave nothing', async () => {
    let left = 0;
    await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const content = 'import time\nopen("/tmp/x", "w").write("x" * 1000000)\ntime.sleep(5)';
        const body = JSON.stringify({
          language: 'python',
          version: '*',
          files: [{ content }],
          run_timeout: 20_000,
        });
        const signal = AbortSignal.timeout(i * 15 + 1);
        const answer = fetch(`${runner.url}/api/v2/execute`, { method: 'POST', body, signal });
        // Those beyond the queue are turned away before they leave.
        await answer.then(
          response => expect(response.status).toBe(429),
          error => {
            expect(error.name).toBe('TimeoutError');
            left++;
          },
        );
      }),
    );
    expect(left).toBeGreaterThan(10);
  });
});
