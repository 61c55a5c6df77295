import { expect, it, vi } from 'vitest';
import { ask } from './support.ts';

it('every answer has a request id and headers that let nothing run', async () => {
  for (const answer of [await ask('GET', '/auth/session'), await ask('GET', '/nowhere')]) {
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
});

it('keeps a caller’s request id, unless it could forge a log line', async () => {
  const kept = await ask('GET', '/capsules', { headers: { 'x-request-id': 'client-12345678' } });
  expect(kept.headers.get('x-request-id')).toBe('client-12345678');
  const forged = await ask('GET', '/capsules', { headers: { 'x-request-id': 'a"},{"level":"fatal' } });
  expect(forged.headers.get('x-request-id')).not.toContain('fatal');
});

it('logs one JSON line a request, without bodies and cookies', async () => {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(line);
  });
  const body = { language: 'sql', source_code: 'SELECT 1 AS verysecret' };
  await ask('POST', '/execute', { body, headers: { cookie: 'devcapsules.session_token=stolen' } });
  spy.mockRestore();
  const entries = lines.map(line => JSON.parse(line));
  expect(entries).toMatchObject([
    { message: 'request', method: 'POST', path: '/api/v1/execute', status: 200 },
  ]);
  expect(lines.join()).not.toMatch(/verysecret|stolen/);
});

it('redirects the old paths with 308', async () => {
  const { default: worker } = await import('../src/index.ts');
  const { createExecutionContext, env } = await import('cloudflare:test');
  const request = new Request('http://localhost:8787/capsules/abc/submit?x=1', {
    method: 'POST',
    redirect: 'manual',
  });
  const response = await worker.fetch(request, env, createExecutionContext());
  expect([response.status, response.headers.get('location')]).toEqual([
    308,
    '/api/v1/capsules/abc/submit?x=1',
  ]);
});

it('describes itself in OpenAPI 3.1, every operation with its failures', async () => {
  const { status, body } = await ask('GET', '/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  expect(body.components.schemas).toHaveProperty('Capsule');
  const operations = Object.entries<object>(body.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
  expect(operations.length).toBeGreaterThan(20);
  for (const { name, operation } of operations) {
    expect(operation, name).toMatchObject({
      summary: expect.any(String),
      responses: { 500: expect.anything() },
    });
  }
});
