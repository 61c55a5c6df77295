import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { doubles, Signer, script } from './doubles/identity.ts';
import { ask, Person } from './support.ts';

const AUDIENCE = 'the-audience-of-the-application';
let team: string;
let signer: Signer;
let variables: Record<string, string>;

const claims = (extra: object = {}) => ({
  iss: `${doubles}${team}`,
  aud: [AUDIENCE],
  sub: crypto.randomUUID(),
  email: 'boss@example.com',
  ...extra,
});
const asAdmin = (token: string | null, method = 'GET', path = '/admin/users', body?: object) =>
  ask(method, path, {
    headers: { ...(token !== null && { 'cf-access-jwt-assertion': token }) },
    env: variables,
    ...(body && { body }),
  });

beforeEach(async () => {
  team = `/team-${crypto.randomUUID()}`;
  signer = await Signer.make('RS256');
  variables = { ACCESS_TEAM_DOMAIN: `${doubles}${team}`, ACCESS_AUD: AUDIENCE };
  await script(`${team}/cdn-cgi/access/certs`, { body: { keys: [signer.jwk] } });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('administration behind Cloudflare Access', () => {
  it('lets in a person and a service whose token is right', async () => {
    expect((await asAdmin(await signer.sign(claims()))).status).toBe(200);
    const service = claims({ email: undefined, common_name: 'a-service.access' });
    expect((await asAdmin(await signer.sign(service))).status).toBe(200);
  });

  it('refuses everything else', async () => {
    const es = await Signer.make('ES256');
    const tokens = {
      'another audience': await signer.sign(claims({ aud: ['another'] })),
      'another team': await signer.sign(claims({ iss: 'https://evil.cloudflareaccess.com' })),
      expired: await signer.sign(claims(), Math.floor(Date.now() / 1000) - 60),
      'another key': await (await Signer.make('RS256')).sign(claims()),
      'another algorithm': await es.sign(claims()),
      'no name': await signer.sign(claims({ email: undefined })),
      text: 'nonsense',
    };
    for (const [name, token] of Object.entries(tokens)) {
      const answer = await asAdmin(token);
      expect([name, answer.status, answer.body.error.code]).toEqual([name, 401, 'INVALID_TOKEN']);
    }
    expect((await asAdmin(null)).body.error.code).toBe('UNAUTHENTICATED');
  });

  it('takes no session instead, not even of an address in ADMIN_EMAILS', async () => {
    const person = await Person.signUp();
    const env = { ...variables, ADMIN_EMAILS: person.email };
    expect((await person.ask('GET', '/admin/users', { env })).status).toBe(401);
  });

  it('follows a rotation of the keys', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    expect((await asAdmin(await signer.sign(claims()))).status).toBe(200);
    const next = await Signer.make('RS256');
    await script(`${team}/cdn-cgi/access/certs`, { body: { keys: [signer.jwk, next.jwk] } });
    vi.setSystemTime(Date.now() + 15_000);
    expect((await asAdmin(await next.sign(claims()))).status).toBe(200);
    expect((await asAdmin(await signer.sign(claims()))).status).toBe(200);
  });

  it('is a 503 when there are no keys to be had', async () => {
    await script(`${team}/cdn-cgi/access/certs`, { status: 500 });
    expect((await asAdmin(await signer.sign(claims()))).body.error.code).toBe('IDENTITY_UNAVAILABLE');
  });
});

describe('administration without Cloudflare Access', () => {
  it('is for sessions of the listed addresses, and for nobody where none is listed', async () => {
    const boss = await Person.signUp();
    const env = { ADMIN_EMAILS: ` ${boss.email.toUpperCase()} , x@example.com` };
    expect((await boss.ask('GET', '/admin/users', { env })).status).toBe(200);
    const told = async (options: { env?: typeof env }) =>
      (await boss.ask('GET', '/auth/session', options)).body.data.user.administers;
    expect([await told({ env }), await told({})]).toEqual([true, false]);
    expect((await boss.ask('GET', '/admin/users')).body.error.code).toBe('ADMIN_ONLY');
    expect((await (await Person.signUp()).ask('GET', '/admin/users', { env })).status).toBe(403);
    expect((await ask('GET', '/admin/users', { env })).status).toBe(401);
    const key = await boss.key(['capsules:read']);
    const byKey = { headers: { authorization: `Bearer ${key}` }, env };
    expect((await ask('GET', '/admin/users', byKey)).body.error.code).toBe('ADMIN_ONLY');
  });

  it('needs a verified address anywhere but on one’s own machine', async () => {
    const production = { APP_URL: 'https://app.example.com', MAIL_PROVIDER: 'none' };
    const boss = await Person.signUp('Boss', production);
    const env = { ...production, ADMIN_EMAILS: boss.email };
    expect((await boss.ask('GET', '/admin/users', { env })).body.error.code).toBe('ADMIN_ONLY');
  });
});

describe('users', () => {
  let admin: Person;
  let env: { ADMIN_EMAILS: string };
  const idOf = async (person: Person) => (await person.ask('GET', '/auth/session')).body.data.user.id;

  beforeAll(async () => {
    admin = await Person.signUp('Boss');
    env = { ADMIN_EMAILS: admin.email };
  });

  it('are found by a part of their name or address, page by page', async () => {
    const tag = crypto.randomUUID();
    for (const name of ['A', 'B', 'C']) await Person.signUp(`${name} 100% ${tag}`);
    const query = `q=${encodeURIComponent(`100% ${tag.toUpperCase()}`)}&limit=2`;
    const first = (await admin.ask('GET', `/admin/users?${query}`, { env })).body.data;
    expect(first.page).toMatchObject({ limit: 2, total: 3, nextCursor: expect.any(String) });
    const path = `/admin/users?${query}&cursor=${encodeURIComponent(first.page.nextCursor)}`;
    const second = (await admin.ask('GET', path, { env })).body.data;
    const names = [...first.data, ...second.data].map(({ name }: { name: string }) => name[0]);
    expect([names.sort(), second.page.nextCursor]).toEqual([['A', 'B', 'C'], null]);
    expect((await admin.ask('GET', '/admin/users?q=%25%25&limit=1', { env })).body.data.page.total).toBe(0);
    expect(JSON.stringify(first)).not.toMatch(/password|token|hash/);
  });

  it('get another plan, from the next request on', async () => {
    const person = await Person.signUp('P', { NEW_ACCOUNT_PLAN: 'free' });
    const path = `/admin/users/${await idOf(person)}/plan`;
    const changed = await admin.ask('PUT', path, { env, body: { plan: 'team' } });
    expect(changed.body.data.plan).toBe('team');
    expect((await person.ask('GET', '/usage')).body.data.plan).toBe('team');
    expect((await admin.ask('PUT', path, { env, body: { plan: 'gold' } })).status).toBe(400);
    expect((await admin.ask('PUT', '/admin/users/nobody/plan', { env, body: { plan: 'team' } })).status).toBe(
      404,
    );
  });

  it('that are suspended are refused at once by session, key and sign-in, and may go on when resumed', async () => {
    const person = await Person.signUp();
    const key = await person.key(['execute']);
    const path = `/admin/users/${await idOf(person)}`;
    const everyWay = () =>
      Promise.all([
        person.ask('GET', '/capsules/mine'),
        person.ask('GET', '/capsules'),
        ask('GET', '/auth/session', { headers: { authorization: `Bearer ${key}` } }),
        ask('POST', '/auth/sign-in/email', { body: { email: person.email, password: 'a long password' } }),
      ]);
    expect((await admin.ask('POST', `${path}/suspend`, { env })).body.data.suspendedAt).toEqual(
      expect.any(String),
    );
    for (const { status, body } of await everyWay()) {
      expect([status, body.error.code]).toEqual([403, 'ACCOUNT_SUSPENDED']);
    }
    expect((await admin.ask('POST', `${path}/resume`, { env })).body.data.suspendedAt).toBeNull();
    expect((await everyWay()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await admin.ask('POST', `${path}/suspend`, { env });
    expect((await person.ask('POST', '/auth/sign-out')).status).toBe(200);
    expect((await admin.ask('POST', '/admin/users/nobody/suspend', { env })).status).toBe(404);
  });
});
