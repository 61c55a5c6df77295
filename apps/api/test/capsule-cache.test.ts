import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { getCapsule } from '../src/services/capsule/get.ts';
import { ask, Person } from './support.ts';

let author: Person;
let id: string;

const get = (headers: Record<string, string> = {}) => ask('GET', `/capsules/${id}`, { headers });
const kept = () => env.CACHE.list({ prefix: 'capsule/' }).then(({ keys }) => keys.map(({ name }) => name));

async function edit(title: string) {
  const { headers } = await author.ask('GET', `/capsules/${id}/source`);
  const ifMatch = { 'if-match': headers.get('etag') ?? '' };
  await author.ask('PUT', `/capsules/${id}`, { body: { ...topDocument, title }, headers: ifMatch });
}
async function republish() {
  await author.ask('POST', `/capsules/${id}/verify`);
  expect((await author.ask('POST', `/capsules/${id}/publish`)).status).toBe(200);
}

beforeAll(async () => {
  author = await Person.signUp();
  id = await author.publish(topDocument);
});

describe('the cache of published capsules', () => {
  it('answers learners without the database, and its owner never', async () => {
    await get();
    const unplugged = {
      ...makeCompose()(env, { requestId: 'test', waitUntil: () => undefined }),
      events: { record: () => undefined },
      capsules: {
        find: () => Promise.reject(new Error('the database was asked')),
      } as never,
    };
    const nobody = { kind: 'anonymous', key: 'address', plan: 'free', learnerId: null } as const;
    expect(await getCapsule({ deps: unplugged, actor: nobody }, id)).toMatchObject({ id, isOwner: false });
    expect((await author.ask('GET', `/capsules/${id}`)).body.data.isOwner).toBe(true);
  });

  it('forgets what learners may not see any more, at once here', async () => {
    expect((await get()).body.data.title).toBe('Cheapest first');
    await edit('Dearest last');
    expect((await get()).body.data.title).toBe('Cheapest first');
    await republish();
    expect((await get()).body.data.title).toBe('Dearest last');
    await author.ask('POST', `/capsules/${id}/unpublish`);
    expect((await get()).status).toBe(404);
    await republish();
    expect((await get()).status).toBe(200);
    await author.ask('DELETE', `/capsules/${id}`);
    expect((await get()).status).toBe(404);
    await author.ask('POST', `/capsules/${id}/restore`);
    expect((await get()).status).toBe(200);
  });

  it('holds no draft', async () => {
    const draft = (await author.ask('POST', '/capsules', { body: topDocument })).body.data.id;
    await author.ask('GET', `/capsules/${draft}`);
    await ask('GET', `/capsules/${draft}`);
    expect((await kept()).join()).not.toContain(draft);
  });

  it('judges by the database, whatever a stale copy says', async () => {
    const other = await author.publish(topDocument);
    await ask('GET', `/capsules/${other}`);
    const [name = ''] = (await kept()).filter(key => key.includes(other));
    const stale = await env.CACHE.get(name);
    await author.ask('POST', `/capsules/${other}/unpublish`);
    await env.CACHE.put(name, stale ?? '');
    expect((await ask('GET', `/capsules/${other}`)).status).toBe(200);
    const body = { source_code: topDocument.solution };
    for (const action of ['run', 'submit']) {
      expect((await ask('POST', `/capsules/${other}/${action}`, { body })).status).toBe(404);
    }
  });

  it('is done without when it fails', async () => {
    const broken = new Proxy(env.CACHE, { get: () => () => Promise.reject(new Error('down')) });
    expect((await ask('GET', `/capsules/${id}`, { env: { CACHE: broken } })).status).toBe(200);
    expect((await author.ask('POST', `/capsules/${id}/publish`, { env: { CACHE: broken } })).status).toBe(
      200,
    );
  });
});

describe('what browsers and caches in between may keep', () => {
  it('is the answer to the anonymous, apart from others’, and checked by its ETag', async () => {
    const first = await get();
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=300');
    expect(first.headers.get('vary')).toMatch(/Cookie, Authorization/);
    const etag = first.headers.get('etag') ?? '';
    const again = await get({ 'if-none-match': `"other", W/${etag}` });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
    await edit(`Edited ${crypto.randomUUID()}`);
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    await republish();
    expect((await get({ 'if-none-match': etag })).status).toBe(200);
    const list = await ask('GET', '/capsules');
    expect(list.headers.get('cache-control')).toMatch(/^public, max-age=30/);
    const same = await ask('GET', '/capsules', {
      headers: { 'if-none-match': list.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
  });

  it('is nothing that is an owner’s', async () => {
    for (const path of [`/capsules/${id}`, `/capsules/${id}/source`, '/capsules/mine']) {
      const { headers } = await author.ask('GET', path);
      expect(headers.get('cache-control'), path).toBe('private, no-store');
    }
    const learner = await Person.signUp();
    const { headers } = await learner.ask('GET', `/capsules/${id}`);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const missing = await ask('GET', '/capsules/nothing-here');
    expect(missing.headers.get('cache-control')).toBe('private, no-store');
  });
});
