import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { doubles } from './doubles/identity.ts';
import { ask, Person } from './support.ts';

const variables = {
  GITHUB_CLIENT_ID: 'a-client',
  GITHUB_CLIENT_SECRET: 'a-client-secret',
  GOOGLE_CLIENT_ID: 'a-client',
  GOOGLE_CLIENT_SECRET: 'a-client-secret',
  OAUTH_ORIGIN: `${doubles}/oauth`,
};
type Provider = 'github' | 'google';

let ids = 1000;
const someone = (extra: object = {}) => ({
  id: String(ids++),
  email: `${crypto.randomUUID()}@example.com`,
  verified: true,
  name: 'Lin',
  ...extra,
});

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ');

/** From our start route to the provider and back: what the browser carries, and where it is sent to. */
async function toProvider(provider: Provider, person: object, next = '/learn') {
  await fetch(`${doubles}/oauth/person`, { method: 'PUT', body: JSON.stringify(person) });
  const start = await ask('GET', `/auth/sign-in/${provider}?next=${encodeURIComponent(next)}`, {
    env: variables,
  });
  if (start.status !== 302) throw new Error(JSON.stringify(start.body));
  const authorize = start.headers.get('location') ?? '';
  const back = await fetch(authorize, { redirect: 'manual' });
  return { authorize, cookie: cookiesOf(start.headers), back: back.headers.get('location') ?? '' };
}

async function comeBack(back: string, cookie: string, change: object = {}) {
  const { pathname, search } = new URL(back);
  const { status, headers } = await ask('GET', pathname.replace('/api/v1', '') + search, {
    headers: { cookie },
    env: { ...variables, ...change },
  });
  const session = new Person(cookiesOf(headers));
  const { user } = (await session.ask('GET', '/auth/session')).body.data;
  return { status, location: headers.get('location') ?? '', user };
}

async function signInBy(provider: Provider, person: object) {
  const { back, cookie } = await toProvider(provider, person);
  return comeBack(back, cookie);
}

it('only what is configured is offered', async () => {
  expect((await ask('GET', '/auth/providers')).body.data).toEqual([]);
  expect((await ask('GET', '/auth/providers', { env: variables })).body.data).toEqual(['github', 'google']);
  expect((await ask('GET', '/auth/sign-in/github')).status).toBe(404);
  expect((await ask('GET', '/auth/sign-in/myspace', { env: variables })).status).toBe(400);
});

describe.each(['github', 'google'] as const)('signing in by %s', provider => {
  it('makes a user, knows them again, and asks with state and PKCE', async () => {
    const person = someone();
    const { authorize, back, cookie } = await toProvider(provider, person);
    const { searchParams } = new URL(authorize);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'a-client',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{32,}$/),
      redirect_uri: `http://localhost:8787/api/v1/auth/callback/${provider}`,
    });
    const first = await comeBack(back, cookie);
    expect([first.status, first.location]).toEqual([302, 'http://localhost:8787/learn']);
    expect(first.user).toMatchObject({ email: person.email, name: 'Lin', emailVerified: true });
    const again = await signInBy(provider, { ...person, email: 'changed@example.com' });
    expect(again.user.id).toBe(first.user.id);
  });

  it('keeps none of the provider’s tokens', async () => {
    const person = someone();
    await signInBy(provider, person);
    const row = await env.DB.prepare(
      'SELECT access_token, refresh_token, id_token FROM accounts WHERE provider_id = ? AND account_id = ?',
    )
      .bind(provider, person.id)
      .first();
    expect(row).toEqual({ access_token: null, refresh_token: null, id_token: null });
  });

  it('refuses a state of nobody’s, of another browser, and one that was used', async () => {
    const mine = await toProvider(provider, someone());
    const theirs = await toProvider(provider, someone());
    const forged = new URL(mine.back);
    forged.searchParams.set('state', 'x'.repeat(32));
    for (const [back, cookie] of [
      [forged.href, mine.cookie],
      [theirs.back, mine.cookie],
      [mine.back, ''],
    ] as const) {
      const { status, location, user } = await comeBack(back, cookie);
      expect([status, user]).toEqual([302, null]);
      expect(location).toContain('error=');
    }
    const good = await toProvider(provider, someone());
    expect((await comeBack(good.back, good.cookie)).user).not.toBeNull();
    const replayed = await comeBack(good.back, good.cookie);
    expect([replayed.user, replayed.location]).toEqual([null, expect.stringContaining('error=')]);
  });

  it('with a wrong client secret ends at the page with an error', async () => {
    const { back, cookie } = await toProvider(provider, someone());
    const secret = `${provider.toUpperCase()}_CLIENT_SECRET`;
    const { location, user } = await comeBack(back, cookie, { [secret]: 'wrong' });
    expect([user, location]).toEqual([null, expect.stringContaining('/learn?error=')]);
  });

  it('leads nowhere but to our own pages', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      '/\\evil.example',
    ]) {
      const path = `/auth/sign-in/${provider}?next=${encodeURIComponent(next)}`;
      expect((await ask('GET', path, { env: variables })).status).toBe(400);
    }
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('joins an account verified here: %s, there: %s → %s', async (here, there, joined) => {
    const local = await Person.signUp();
    const { id } = (await local.ask('GET', '/auth/session')).body.data.user;
    await env.DB.prepare('UPDATE users SET email_verified = ? WHERE id = ?')
      .bind(here ? 1 : 0, id)
      .run();
    const { user, location } = await signInBy(provider, someone({ email: local.email, verified: there }));
    if (joined) expect(user.id).toBe(id);
    else expect([user, location]).toEqual([null, expect.stringContaining('error=account_not_linked')]);
    const linked = await env.DB.prepare('SELECT * FROM accounts WHERE user_id = ? AND provider_id = ?')
      .bind(id, provider)
      .all();
    expect(linked.results).toHaveLength(joined ? 1 : 0);
  });
});
