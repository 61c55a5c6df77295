import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { LIMITS, PLANS } from '../src/plans.ts';
import { SCOPES } from '../src/ports/actor.ts';
import { ask, eventually, Person, someAddress, withinOneMinute } from './support.ts';

let person: Person;
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

beforeAll(async () => {
  person = await Person.signUp('Author');
});

describe('an API key', () => {
  it('is shown once, and stored as nothing that gives it away', async () => {
    const made = await person.ask('POST', '/auth/api-keys', { body: { name: 'CI', scopes: ['execute'] } });
    const { key, id, start } = made.body.data;
    expect([made.status, key]).toEqual([201, expect.stringMatching(/^dck_[\w-]{43}$/)]);
    const listed = await person.ask('GET', '/auth/api-keys');
    expect(listed.body.data).toMatchObject([
      { id, name: 'CI', scopes: ['execute'], start: key.slice(0, 10) },
    ]);
    const row = JSON.stringify(await env.DB.prepare('SELECT * FROM api_keys WHERE id = ?').bind(id).first());
    expect(JSON.stringify(listed.body) + row).not.toContain(key.slice(start.length));
  });

  it('acts for its owner on any route, within its scopes', async () => {
    const key = await person.key(['capsules:read', 'capsules:write']);
    const draft = await ask('POST', '/capsules', { ...bearer(key), body: clampDocument });
    expect(draft.status).toBe(201);
    expect((await person.ask('GET', `/capsules/${draft.body.data.id}/source`)).status).toBe(200);
    const run = await ask('POST', '/execute', {
      ...bearer(key),
      body: { language: 'sql', source_code: 'SELECT 1' },
    });
    expect(run.body.error).toMatchObject({ code: 'SCOPE_MISSING', details: { needed: 'execute' } });
    const user = (await ask('GET', '/auth/session', bearer(key))).body.data.user;
    expect(user).toMatchObject({
      email: person.email,
      via: 'api_key',
      scopes: ['capsules:read', 'capsules:write'],
    });
  });

  it('can’t make further keys, end sessions or change the password', async () => {
    const key = await person.key(SCOPES);
    for (const [method, path] of [
      ['POST', '/auth/api-keys'],
      ['DELETE', '/auth/sessions'],
      ['POST', '/auth/password/change'],
    ] as const) {
      const answer = await ask(method, path, { ...bearer(key), body: {} });
      expect(answer.body.error).toMatchObject({ code: 'SCOPE_MISSING', details: { needed: 'session' } });
    }
  });

  it('stops at once when it is revoked or expired, and others can’t revoke it', async () => {
    const key = await person.key(['execute']);
    const { id } = (await person.ask('GET', '/auth/api-keys')).body.data[0];
    expect((await (await Person.signUp()).ask('DELETE', `/auth/api-keys/${id}`)).status).toBe(404);
    expect((await ask('GET', '/auth/session', bearer(key))).status).toBe(200);
    expect((await person.ask('DELETE', `/auth/api-keys/${id}`)).status).toBe(200);
    for (const dead of [key, await person.expiredKey(), `dck_${'A'.repeat(43)}`, 'dck_']) {
      const answer = await ask('GET', '/capsules', bearer(dead));
      expect([answer.status, answer.body.error.code]).toEqual([401, 'INVALID_TOKEN']);
    }
    expect((await person.ask('DELETE', `/auth/api-keys/${id}`)).status).toBe(404);
  });

  it('wins over a cookie: a bad one is refused though somebody is signed in', async () => {
    const answer = await person.ask('GET', '/auth/session', { headers: { authorization: 'Basic abc' } });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'INVALID_TOKEN']);
  });

  it('has the plan of its owner', async () => {
    const key = await person.key(['execute']);
    const { id } = (await person.ask('GET', '/auth/session')).body.data.user;
    await env.DB.prepare("UPDATE users SET plan = 'creator' WHERE id = ?").bind(id).run();
    const usage = await ask('GET', '/usage', bearer(key));
    expect(usage.body.data).toMatchObject({ plan: 'creator', apiKeys: PLANS.creator.apiKeys });
    await env.DB.prepare("UPDATE users SET plan = 'enterprise' WHERE id = ?").bind(id).run();
  });

  it('notes when it was last used, no more than once a minute', async () => {
    const key = await person.key(['execute']);
    const listed = async () => (await person.ask('GET', '/auth/api-keys')).body.data[0];
    expect((await listed()).lastUsedAt).toBeNull();
    await ask('GET', '/auth/session', bearer(key));
    const first = await eventually(listed, item => item.lastUsedAt !== null);
    await ask('GET', '/auth/session', bearer(key));
    expect((await listed()).lastUsedAt).toBe(first.lastUsedAt);
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    await env.DB.prepare('UPDATE api_keys SET last_used_at = ? WHERE id = ?').bind(hourAgo, first.id).run();
    await ask('GET', '/auth/session', bearer(key));
    expect((await listed()).lastUsedAt > hourAgo).toBe(true);
  });

  it('is one of as many as the plan allows, however many are asked for at once', async () => {
    const free = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'free' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        free.ask('POST', '/auth/api-keys', { body: { name: 'k', scopes: ['execute'] } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(PLANS.free.apiKeys);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { what: 'apiKeys', limit: PLANS.free.apiKeys },
    });
  });
});

describe('guessing keys', () => {
  it('is limited by address', async () => {
    const codes = await withinOneMinute(async () => {
      const headers = { 'cf-connecting-ip': someAddress(), authorization: `Bearer dck_${'x'.repeat(43)}` };
      const seen: string[] = [];
      for (let i = 0; i <= LIMITS.invalidTokensPerMinute; i++) {
        seen.push((await ask('GET', '/capsules', { headers })).body.error.code);
      }
      return seen;
    });
    expect(codes.slice(0, -1)).toEqual(Array(LIMITS.invalidTokensPerMinute).fill('INVALID_TOKEN'));
    expect(codes.at(-1)).toBe('RATE_LIMITED');
  });
});
