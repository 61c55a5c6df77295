import { afterEach, describe, expect, test } from 'vitest';
import { SIGNATURE_HEADER, sign, TIMESTAMP_HEADER } from '../src/http/signature.ts';
import { startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner | undefined;
afterEach(async () => {
  await runner?.close();
  runner = undefined;
});

const body = (content: string, more = {}) =>
  JSON.stringify({ language: 'python', version: '*', files: [{ content }], ...more });

describe('signed requests', () => {
  const secret = 'a-secret-of-the-tests';
  const path = '/api/v2/execute';

  async function send(options: {
    secret?: string;
    timestamp?: string;
    signed?: string;
    method?: string;
    path?: string;
  }) {
    const sent = body('print("in")');
    const timestamp = options.timestamp ?? String(Date.now());
    const signature = sign(options.secret ?? secret, {
      method: options.method ?? 'POST',
      path: options.path ?? path,
      timestamp,
      body: Buffer.from(options.signed ?? sent),
    });
    const headers = { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signature };
    const response = await fetch(`${runner?.url}${path}`, { method: 'POST', body: sent, headers });
    return response.status;
  }

  test('only a fresh signature over this method, path and body is let in, on loopback too', async () => {
    runner = await startTestRunner({ RUNNER_SECRET: secret });
    expect(await send({})).toBe(200);
    expect(await send({ timestamp: String(Date.now() - 50_000) })).toBe(200);
    expect(await send({ timestamp: String(Date.now() - 61_000) })).toBe(401);
    expect(await send({ timestamp: String(Date.now() + 61_000) })).toBe(401);
    expect(await send({ timestamp: 'now' })).toBe(401);
    expect(await send({ secret: 'another-secret-of-the-tests' })).toBe(401);
    expect(await send({ signed: body('print("other")') })).toBe(401);
    expect(await send({ method: 'GET' })).toBe(401);
    expect(await send({ path: '/api/v2/execute/batch' })).toBe(401);
    for (const closed of ['/capabilities', '/metrics', '/api/v2/runtimes', '/nothing', '/health/'])
      expect((await fetch(`${runner.url}${closed}`)).status).toBe(401);
    expect((await fetch(`${runner.url}/health`)).status).toBe(200);
  });

  test('while a secret takes the place of another, both are right; afterwards one', async () => {
    const next = 'the-next-secret-of-the-tests';
    runner = await startTestRunner({ RUNNER_SECRET: next, RUNNER_PREVIOUS_SECRET: secret });
    expect(await send({ secret: next })).toBe(200);
    expect(await send({ secret })).toBe(200);
    expect(await send({ secret: 'another-secret-of-the-tests' })).toBe(401);
    await runner.close();
    runner = await startTestRunner({ RUNNER_SECRET: next });
    expect(await send({ secret: next })).toBe(200);
    expect(await send({ secret })).toBe(401);
  });
});
