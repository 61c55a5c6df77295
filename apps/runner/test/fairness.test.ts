import { afterEach, describe, expect, test } from 'vitest';
import { CALLER_HEADER } from '../src/http/caller.ts';
import { SIGNATURE_HEADER, sign, TIMESTAMP_HEADER } from '../src/http/signature.ts';
import { startTestRunner, type TestRunner } from './harness.ts';

const SECRET = 'a-secret-of-the-tests';
const PATH = '/api/v2/execute';

let runner: TestRunner;
afterEach(() => runner.close());

function signed(method: string, path: string, body: string): Record<string, string> {
  const timestamp = String(Date.now());
  const signature = sign(SECRET, { method, path, timestamp, body: Buffer.from(body) });
  return { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signature };
}

function execute(caller: string, content: string, secret: boolean): Promise<Response> {
  const body = JSON.stringify({ language: 'python', version: '*', files: [{ content }] });
  const headers = { [CALLER_HEADER]: caller, ...(secret ? signed('POST', PATH, body) : {}) };
  return fetch(`${runner.url}${PATH}`, { method: 'POST', body, headers });
}

/** Waits until so many requests wait in the queue. */
async function waiting(count: number, secret: boolean): Promise<void> {
  await expect
    .poll(async () => {
      const response = await fetch(`${runner.url}/metrics`, {
        headers: secret ? signed('GET', '/metrics', '') : {},
      });
      return /_queue_length (\d+)/.exec(await response.text())?.[1];
    })
    .toBe(String(count));
}

describe('fair turns over HTTP', () => {
  test('a caller with many requests neither fills the queue nor comes before one with few', async () => {
    runner = await startTestRunner({ RUNNER_SECRET: SECRET, RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '4' });
    const order: string[] = [];
    const ask = async (caller: string, content: string) => {
      expect((await execute(caller, content, true)).status).toBe(200);
      order.push(caller);
    };
    const all = [ask('busy', 'import time; time.sleep(1.5)')];
    await expect.poll(() => runner.runner.settled().then(stats => stats.used)).toMatchObject({ python: 1 });
    for (let i = 1; i <= 2; i++) {
      all.push(ask('busy', ''));
      await waiting(i, true);
    }
    expect((await execute('busy', '', true)).status).toBe(429);
    all.push(ask('rare', ''));
    await waiting(3, true);
    await Promise.all(all);
    expect(order).toEqual(['busy', 'busy', 'rare', 'busy']);
  });

  test('without a secret a name is not believed: the address counts', async () => {
    runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '2' });
    const first = execute('a', 'import time; time.sleep(1)', false);
    await expect.poll(() => runner.runner.settled().then(stats => stats.used)).toMatchObject({ python: 1 });
    const second = execute('b', '', false);
    await waiting(1, false);
    expect((await execute('c', '', false)).status).toBe(429);
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
  });
});
