import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { createClient, data } from '@devcapsules/client/client';
import { follow } from '@devcapsules/client/follow';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import worker from '../src/index.ts';
import { Person } from './support.ts';

/** Straight into the Worker, as the client's requests come. */
function clientOf(person?: Person) {
  return createClient({
    baseUrl: 'http://localhost:8787',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (person) request.headers.set('cookie', person.cookie);
      const context = createExecutionContext();
      const response = await worker.fetch(request, env, context);
      await waitOnExecutionContext(context);
      return response;
    },
  });
}

describe('the typed client', () => {
  it('creates a capsule, proves it, publishes it and solves it', async () => {
    const api = clientOf(await Person.signUp());
    const { id } = await data(api.POST('/api/v1/capsules', { body: clampDocument as never }));
    const path = { params: { path: { id } } };
    const proof = await data(api.POST('/api/v1/capsules/{id}/verify', path));
    expect(proof).toMatchObject({ passed: true });
    await data(api.POST('/api/v1/capsules/{id}/publish', path));
    const view = await data(clientOf().GET('/api/v1/capsules/{id}', path));
    expectTypeOf(view.judge.kind).toEqualTypeOf<'function' | 'stdio' | 'program' | 'query'>();
    const body = { source_code: clampDocument.solution };
    const judgement = await data(clientOf().POST('/api/v1/capsules/{id}/submit', { ...path, body }));
    expect(judgement.verdict).toBe('accepted');
  });

  it('throws what the API says, with its code, details and request id', async () => {
    const asked = data(clientOf().POST('/api/v1/execute', { body: { language: 'cobol' } as never }));
    await expect(asked).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      status: 400,
      details: expect.any(Array),
      requestId: expect.any(String),
    });
  });

  it('tells a server that is away from one that speaks another language', async () => {
    const away = createClient({
      baseUrl: 'http://localhost',
      fetch: () => Promise.reject(new TypeError('refused')),
    });
    await expect(data(away.GET('/api/v1/health'))).rejects.toMatchObject({ code: 'UNREACHABLE', status: 0 });
    const headers = { 'content-type': 'text/html', 'retry-after': '7' };
    const proxy = createClient({
      baseUrl: 'http://localhost',
      fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502, headers }),
    });
    await expect(data(proxy.GET('/api/v1/health'))).rejects.toMatchObject({
      code: 'UNREADABLE',
      status: 502,
      retryAfterSeconds: 7,
    });
  });

  it('follows a proof until it ends', async () => {
    const api = clientOf(await Person.signUp());
    const { id } = await data(api.POST('/api/v1/capsules', { body: clampDocument as never }));
    const path = { params: { path: { id } } };
    await api.POST('/api/v1/capsules/{id}/verify', { ...path, headers: { prefer: 'respond-async' } });
    const events = api.GET('/api/v1/capsules/{id}/verify/events', { ...path, parseAs: 'stream' });
    const states: string[] = [];
    for await (const job of follow<{ state: string }>(events)) states.push(job.state);
    expect(states.at(-1)).toBe('done');
    const missing = api.GET('/api/v1/capsules/{id}/verify/events', {
      params: { path: { id: 'none' } },
      parseAs: 'stream',
    });
    await expect(follow(missing).next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
