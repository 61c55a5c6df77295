import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { LIMITS, PLANS } from '../src/plans.ts';
import { takeQuota } from '../src/services/limits/quota.ts';
import { ask, Person, someAddress, withinOneMinute } from './support.ts';

const select = { body: { language: 'sql', source_code: 'SELECT 1' } };
const day = () => new Date().toISOString().slice(0, 10);
const idOf = async (person: Person) => (await person.ask('GET', '/auth/session')).body.data.user.id;

async function use(key: string, kind: string, used: number): Promise<void> {
  await env.DB.prepare(
    'INSERT INTO quota_usage VALUES (?, ?, ?, ?) ON CONFLICT (key, kind, day) DO UPDATE SET used = excluded.used',
  )
    .bind(key, kind, day(), used)
    .run();
}

const used = (key: string, kind: string) =>
  env.DB.prepare('SELECT used FROM quota_usage WHERE key = ? AND kind = ? AND day = ?')
    .bind(key, kind, day())
    .first<number>('used');

describe('the daily allowance', () => {
  it('lets exactly the 5 that are left through of 200 that ask at once', async () => {
    const person = await Person.signUp('Creator', { NEW_ACCOUNT_PLAN: 'creator' });
    const id = await idOf(person);
    await use(id, 'executions', PLANS.creator.executionsPerDay - 5);
    // The limit of requests a minute must not be what stops them.
    const RATE_CREATOR = { limit: async () => ({ success: true }) };
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => person.ask('POST', '/execute', { ...select, env: { RATE_CREATOR } })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 200)).toHaveLength(5);
    expect(statuses.filter(status => status === 429)).toHaveLength(195);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"executions";r=0;t=\d+$/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await used(id, 'executions')).toBe(PLANS.creator.executionsPerDay);
  });

  it('is atomic for each kind, whatever calls it', async () => {
    const compose = makeCompose();
    const { quotas, runtime } = compose(env, { requestId: 'test', waitUntil: () => {} });
    const overrides = { executionsPerDay: null, generationsPerDay: 7 };
    const actor = {
      ...({ kind: 'user', key: crypto.randomUUID(), plan: 'free', overrides, userId: '', name: '' } as const),
      ...({ email: '', emailVerified: true, via: 'session', scopes: [] } as const),
    };
    for (const [kind, allowed] of [
      ['generations', 7],
      ['hints/some-capsule', PLANS.free.hintsPerCapsulePerDay],
      ['hints/another', PLANS.free.hintsPerCapsulePerDay],
    ] as const) {
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, () => takeQuota({ deps: { quotas, runtime }, actor }, kind)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(allowed);
    }
    const some = await Promise.allSettled([1, 2].map(() => quotas.take('k', 'executions', day(), 5, 3)));
    expect(some).toMatchObject([{ value: 3 }, { value: null }]);
  });

  it('is told with each run, in the fields of the IETF draft, and by GET /usage', async () => {
    const person = await Person.signUp('Creator', { NEW_ACCOUNT_PLAN: 'creator' });
    const run = await person.ask('POST', '/execute', select);
    const { executionsPerDay, requestsPerMinute } = PLANS.creator;
    expect(run.headers.get('ratelimit-policy')).toBe(
      `"requests";q=${requestsPerMinute};w=60, "executions";q=${executionsPerDay};w=86400`,
    );
    expect(run.headers.get('ratelimit')).toMatch(
      new RegExp(`^"executions";r=${executionsPerDay - 1};t=\\d+$`),
    );
    const read = await person.ask('GET', '/capsules');
    expect(read.headers.get('ratelimit-policy')).toBe(`"requests";q=${requestsPerMinute};w=60`);
    const { data } = (await person.ask('GET', '/usage')).body;
    expect(data).toMatchObject({ plan: 'creator', requestsPerMinute, capsules: PLANS.creator.capsules });
    expect(data.daily).toContainEqual({ kind: 'executions', limit: executionsPerDay, used: 1 });
    expect(data.resetsAt).toMatch(/T00:00:00\.000Z$/);
  });

  it('gives back what nothing came of', async () => {
    const person = await Person.signUp('Creator', { NEW_ACCOUNT_PLAN: 'creator' });
    const python = { language: 'python', source_code: 'print(1)' };
    const RUNNER_URL = 'http://127.0.0.1:9';
    const away = await person.ask('POST', '/execute', { body: python, env: { RUNNER_URL } });
    const wrong = await person.ask('POST', '/execute', { body: { language: 'cobol' } });
    expect([away.status, wrong.status]).toEqual([503, 400]);
    expect(await used(await idOf(person), 'executions')).toBe(0);
  });

  it('of enterprise has no end, and a user may have been given another one', async () => {
    const person = await Person.signUp();
    const id = await idOf(person);
    await use(id, 'executions', 1_000_000);
    expect((await person.ask('POST', '/execute', select)).status).toBe(200);
    expect((await person.ask('GET', '/usage')).body.data.daily[0]).toEqual({
      kind: 'executions',
      limit: null,
      used: 1_000_001,
    });
    await env.DB.prepare('UPDATE users SET execution_quota = 3 WHERE id = ?').bind(id).run();
    const refused = await person.ask('POST', '/execute', select);
    expect(refused.body.error).toMatchObject({ code: 'QUOTA_EXCEEDED', details: { limit: 3 } });
  });
});

describe('runs of people who are not signed in', () => {
  let author: Person;
  let ownerId: string;
  let capsule: string;
  const floor = PLANS.creator.anonymousRunsPerDay;
  const run = (address = someAddress(), source = clampDocument.solution) =>
    ask('POST', `/capsules/${capsule}/run`, {
      body: { source_code: source },
      headers: { 'cf-connecting-ip': address },
    });

  beforeAll(async () => {
    author = await Person.signUp('Author', { NEW_ACCOUNT_PLAN: 'creator' });
    ownerId = await idOf(author);
    capsule = await author.publish(clampDocument);
  });

  it('are free for the owner up to the floor, and then the owner’s own', async () => {
    const before = (await used(ownerId, 'executions')) ?? 0;
    await use(ownerId, 'anonymous', floor - 1);
    expect((await run()).status).toBe(200);
    expect(await used(ownerId, 'executions')).toBe(before || null);
    expect((await run()).status).toBe(200);
    expect([await used(ownerId, 'anonymous'), await used(ownerId, 'executions')]).toEqual([
      floor,
      before + 1,
    ]);
  });

  it('end with the owner’s allowance, while the signed-in go on', async () => {
    await use(ownerId, 'anonymous', floor);
    await use(ownerId, 'executions', PLANS.creator.executionsPerDay);
    const refused = await run();
    expect(refused.body.error).toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { limit: PLANS.creator.executionsPerDay },
    });
    const learner = await Person.signUp();
    const solution = { body: { source_code: clampDocument.solution } };
    expect((await learner.ask('POST', `/capsules/${capsule}/run`, solution)).status).toBe(200);
    await use(ownerId, 'executions', 0);
  });

  it('are limited by address', async () => {
    const address = someAddress();
    const anonymous = () => ask('POST', '/execute', { ...select, headers: { 'cf-connecting-ip': address } });
    const RATE_FREE = { limit: async () => ({ success: true }) };
    await anonymous();
    const { results } = await env.DB.prepare(
      "SELECT key FROM quota_usage WHERE key LIKE 'address:%' AND used = 1 AND kind = 'executions'",
    ).all<{ key: string }>();
    for (const { key } of results) await use(key, 'executions', PLANS.free.executionsPerDay);
    const refused = await ask('POST', '/execute', {
      ...select,
      headers: { 'cf-connecting-ip': address },
      env: { RATE_FREE },
    });
    expect(refused.body.error.code).toBe('QUOTA_EXCEEDED');
    expect(JSON.stringify(results)).not.toContain(address);
    expect((await ask('POST', '/execute', select)).status).toBe(200);
  });
});

describe('attempts at credentials', () => {
  const attempt = (email: string, address: string, path = '/auth/sign-in/email') =>
    ask('POST', path, {
      body: { email, ...(path.includes('sign-in') && { password: 'a wrong password' }) },
      headers: { 'cf-connecting-ip': address },
    });

  it('are limited by address, whichever account is tried', async () => {
    const statuses = await withinOneMinute(async () => {
      const address = someAddress();
      const seen = [];
      for (let i = 0; i <= LIMITS.credentialsPerMinute; i++) {
        seen.push((await attempt(`${crypto.randomUUID()}@example.com`, address)).status);
      }
      return seen;
    });
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([401, 429]);
  });

  it('are limited by account, wherever they come from', async () => {
    const statuses = await withinOneMinute(async () => {
      const email = `${crypto.randomUUID()}@example.com`;
      const seen = [];
      for (let i = 0; i <= LIMITS.credentialsPerMinute; i++) {
        seen.push((await attempt(email, someAddress())).status);
      }
      return [...seen, (await attempt(email, someAddress(), '/auth/password/forget')).status];
    });
    expect(statuses.slice(-3)).toEqual([401, 429, 429]);
  });
});
