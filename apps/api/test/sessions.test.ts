import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { makeCompose } from '../src/compose.ts';
import { pruneAccounts } from '../src/services/account/prune.ts';
import { ask, Person } from './support.ts';

const password = 'a long password';

async function signIn(email: string, userAgent: string, base?: string): Promise<Person> {
  const env = base ? { APP_URL: base } : {};
  const { status, headers, body } = await ask('POST', '/auth/sign-in/email', {
    body: { email, password },
    headers: { 'user-agent': userAgent },
    env,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return new Person(
    headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; '),
    email,
  );
}

const isSignedIn = async (person: Person) =>
  (await person.ask('GET', '/auth/session')).body.data.user !== null;

it('lists where somebody is signed in, newest first, without addresses', async () => {
  const here = await Person.signUp();
  const there = await signIn(here.email, 'Firefox on a phone');
  const { body } = await there.ask('GET', '/auth/sessions');
  expect(body.data).toHaveLength(2);
  expect(body.data[0]).toEqual({
    id: expect.any(String),
    userAgent: 'Firefox on a phone',
    createdAt: expect.any(String),
    expiresAt: expect.any(String),
    isCurrent: true,
  });
  expect(body.data[1].isCurrent).toBe(false);
});

it('ends one session at once, and nobody else’s', async () => {
  const here = await Person.signUp();
  const there = await signIn(here.email, 'a phone');
  const [{ id }] = (await there.ask('GET', '/auth/sessions')).body.data;
  expect((await (await Person.signUp()).ask('DELETE', `/auth/sessions/${id}`)).status).toBe(404);
  expect((await here.ask('DELETE', `/auth/sessions/${id}`)).status).toBe(200);
  expect([await isSignedIn(there), await isSignedIn(here)]).toEqual([false, true]);
});

it('signs out everywhere', async () => {
  const here = await Person.signUp();
  const there = await signIn(here.email, 'a phone');
  expect((await there.ask('DELETE', '/auth/sessions')).status).toBe(200);
  expect([await isSignedIn(there), await isSignedIn(here)]).toEqual([false, false]);
});

it('changing the password needs the current one, keeps this session and ends the others', async () => {
  const here = await Person.signUp();
  const there = await signIn(here.email, 'a phone');
  const change = (current: string) =>
    there.ask('POST', '/auth/password/change', { body: { current, password: 'another password' } });
  expect((await change('a wrong password')).body.error.code).toBe('INVALID_CREDENTIALS');
  const changed = await change(password);
  expect(changed.status).toBe(200);
  const [cookie = ''] = changed.headers.getSetCookie();
  expect(await isSignedIn(new Person(cookie.split(';')[0] ?? ''))).toBe(true);
  expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
});

it('a session in use is prolonged, and its cookie with it', async () => {
  const person = await Person.signUp();
  const [{ id }] = (await person.ask('GET', '/auth/sessions')).body.data;
  const read = await person.ask('GET', '/auth/session');
  expect(read.headers.getSetCookie()).toEqual([]);
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  await env.DB.prepare('UPDATE sessions SET expires_at = ? WHERE id = ?').bind(soon, id).run();
  const { headers } = await person.ask('GET', '/capsules');
  expect(headers.getSetCookie().join()).toMatch(/devcapsules\.session_token=.*Max-Age=2592000/i);
  const expiresAt = await env.DB.prepare('SELECT expires_at FROM sessions WHERE id = ?')
    .bind(id)
    .first('expires_at');
  expect(String(expiresAt) > soon).toBe(true);
});

it('of many who sign up with one address at once, one does', async () => {
  const body = { email: `${crypto.randomUUID()}@example.com`, password, name: 'A' };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask('POST', '/auth/sign-up/email', { body })),
  );
  const codes = answers.map(answer => answer.body.error?.code ?? answer.status);
  expect(codes.sort()).toEqual([201, 'EMAIL_TAKEN', 'EMAIL_TAKEN', 'EMAIL_TAKEN', 'EMAIL_TAKEN']);
});

it('cookies are HttpOnly and SameSite=Lax, and Secure on https', async () => {
  const account = { email: `${crypto.randomUUID()}@example.com`, password, name: 'A' };
  const cookieOf = async (env: object) => {
    const { headers } = await ask('POST', '/auth/sign-up/email', {
      body: { ...account, email: `${crypto.randomUUID()}@example.com` },
      env: { ...env },
    });
    return headers.getSetCookie().find(cookie => cookie.includes('session_token'));
  };
  const local = await cookieOf({});
  expect(local).toMatch(/^devcapsules\.session_token=/);
  expect(local).toMatch(/HttpOnly/i);
  expect(local).toMatch(/SameSite=Lax/i);
  const secure = await cookieOf({ APP_URL: 'https://app.example.com', MAIL_PROVIDER: 'none' });
  expect(secure).toMatch(/^__Secure-devcapsules\.session_token=/);
  expect(secure).toMatch(/HttpOnly/i);
  expect(secure).toMatch(/Secure(;|$)/);
});

it('what has expired is forgotten by the cron, and nothing else', async () => {
  const person = await Person.signUp();
  const there = await signIn(person.email, 'a phone');
  const [{ id: kept }, { id: old }] = (await there.ask('GET', '/auth/sessions')).body.data;
  const past = new Date(Date.now() - 40 * 86_400_000).toISOString();
  await env.DB.batch([
    env.DB.prepare('UPDATE sessions SET expires_at = ? WHERE id = ?').bind(past, old),
    env.DB.prepare('UPDATE mails SET created_at = ? WHERE recipient = ?').bind(past, person.email),
    env.DB.prepare("INSERT INTO quota_usage VALUES ('somebody', 'executions', '2020-01-01', 1)"),
  ]);
  const deps = makeCompose()(env, { requestId: 'test', waitUntil: () => {} });
  const pruned = await pruneAccounts({ deps });
  expect(pruned).toMatchObject({ mails: 1, counts: 1 });
  const left = await env.DB.prepare('SELECT id FROM sessions WHERE id IN (?, ?)').bind(kept, old).all();
  expect(left.results).toEqual([{ id: kept }]);
});
