import { describe, expect, it } from 'vitest';
import { visitorApi } from '../worker/visitor-api.ts';

const URL_OF_LIST = 'https://devcapsules.example/api/v1/capsules';

/** An API that remembers what it was asked, and a cache in memory. */
function world(headers: Record<string, string> = {}) {
  const asked: Headers[] = [];
  const kept = new Map<string, Response>();
  const api = {
    fetch: async (input: RequestInfo | URL) => {
      asked.push(new Request(input).headers);
      return new Response('{}', { headers: { 'cache-control': 'public, max-age=60', ...headers } });
    },
  };
  const cache = {
    match: async (key: RequestInfo | URL) => kept.get(String(key))?.clone(),
    put: async (key: RequestInfo | URL, answer: Response) => void kept.set(String(key), answer),
  };
  const of = (visitor: Record<string, string>) =>
    visitorApi(api, new Request('https://devcapsules.example/', { headers: visitor }), cache, () => {});
  return { asked, of };
}

describe('the API in a visitor’s name', () => {
  it('hears who they are, also by Cloudflare Access, and nothing else of their request', async () => {
    const { asked, of } = world();
    const visitor = {
      ...{ cookie: 'session=1', 'cf-access-jwt-assertion': 'token', 'cf-connecting-ip': '192.0.2.1' },
      ...{ 'x-devcapsules-caller': 'somebody else' },
    };
    await of(visitor).fetch(new Request(URL_OF_LIST));
    const { 'x-devcapsules-caller': _, ...expected } = visitor;
    expect(Object.fromEntries(asked[0] ?? [])).toEqual(expected);
  });

  it('is asked once for what all anonymous visitors may share, and each time for somebody', async () => {
    const { asked, of } = world();
    for (const visitor of [{}, {}, { cookie: 'session=1' }, { cookie: 'session=1' }]) {
      await of(visitor).fetch(new Request(URL_OF_LIST));
    }
    expect(asked).toHaveLength(3);
  });

  it('is asked again for what may not be kept', async () => {
    const { asked, of } = world({ 'cache-control': 'private, no-store' });
    for (const _ of 'ab') await of({}).fetch(new Request(URL_OF_LIST));
    expect(asked).toHaveLength(2);
  });
});
