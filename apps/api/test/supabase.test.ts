import { env } from 'cloudflare:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callsTo, doubles, Signer, script } from './doubles/identity.ts';
import { ask, Person } from './support.ts';

const SECRET = 'the-legacy-secret-of-the-project-0123456789';

/** A project of its own for each test. */
let project: string;
let signer: Signer;
let variables: Record<string, string>;
const keysPath = () => `${project}/auth/v1/.well-known/jwks.json`;
const newEmail = () => `${crypto.randomUUID()}@example.com`;
const claimsFor = (email: string, extra: object = {}) => ({
  iss: `${doubles}${project}/auth/v1`,
  aud: 'authenticated',
  sub: crypto.randomUUID(),
  role: 'authenticated',
  email,
  ...extra,
});
const asToken = (token: string, extra: object = {}) =>
  ask('GET', '/auth/session', {
    headers: { authorization: `Bearer ${token}` },
    env: { ...variables, ...extra },
  });

beforeEach(async () => {
  project = `/supabase-${crypto.randomUUID()}`;
  signer = await Signer.make('ES256');
  variables = { SUPABASE_URL: `${doubles}${project}` };
  await script(keysPath(), { body: { keys: [signer.jwk] } });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a Supabase access token', () => {
  it.each(['ES256', 'RS256'] as const)('of %s by the published keys makes a user once', async alg => {
    signer = await Signer.make(alg);
    await script(keysPath(), { body: { keys: [signer.jwk] } });
    const email = newEmail();
    const claims = claimsFor(email, { user_metadata: { full_name: 'Ada' } });
    const first = await asToken(await signer.sign(claims));
    expect(first.body.data.user).toMatchObject({ email, name: 'Ada', via: 'supabase', emailVerified: false });
    const second = await asToken(await signer.sign(claims));
    expect(second.body.data.user.id).toBe(first.body.data.user.id);
    expect(await callsTo(keysPath())).toHaveLength(1);
  });

  it('is nobody’s session: what needs a password’s cookie says so', async () => {
    const token = await signer.sign(claimsFor(newEmail()));
    const answer = await ask('POST', '/auth/password/change', {
      headers: { authorization: `Bearer ${token}` },
      env: variables,
      body: { current: 'a', password: 'another password' },
    });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('makes one user of a newcomer’s many first requests', async () => {
    const token = await signer.sign(claimsFor(newEmail()));
    const answers = await Promise.all(Array.from({ length: 10 }, () => asToken(token)));
    expect(new Set(answers.map(({ body }) => body.data.user.id)).size).toBe(1);
  });

  it('of HS256 needs the project’s secret', async () => {
    const sign = (secret: string) =>
      new SignJWT(claimsFor(newEmail()))
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(secret));
    expect((await asToken(await sign(SECRET), { SUPABASE_JWT_SECRET: SECRET })).status).toBe(200);
    expect((await asToken(await sign(SECRET))).status).toBe(401);
    expect((await asToken(await sign(`${SECRET}!`), { SUPABASE_JWT_SECRET: SECRET })).status).toBe(401);
  });

  it('is refused in every way that it can be wrong', async () => {
    const claims = claimsFor(newEmail());
    const good = await signer.sign(claims);
    const [head, payload, signature] = good.split('.');
    // The public key as an HMAC secret: what an algorithm taken from the token would fall for.
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: signer.kid })
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(JSON.stringify(signer.jwk)));
    const forged = {
      'another issuer': await signer.sign({ ...claims, iss: 'https://evil.example/auth/v1' }),
      'another audience': await signer.sign({ ...claims, aud: 'anon' }),
      expired: await signer.sign(claims, Math.floor(Date.now() / 1000) - 120),
      'not yet valid': await signer.sign({ ...claims, nbf: Math.floor(Date.now() / 1000) + 600 }),
      'another key': await (await Signer.make('ES256')).sign(claims),
      'alg none': new UnsecuredJWT(claims).setExpirationTime('5m').encode(),
      'the public key as a secret': confused,
      'a changed payload': `${head}.${btoa(JSON.stringify({ ...claims, sub: 'other' })).replace(/=/g, '')}.${signature}`,
      'no signature': `${head}.${payload}.`,
      'no subject': await signer.sign({ ...claims, sub: '' }),
      'no address': await signer.sign({ ...claims, email: '' }),
      text: 'nonsense',
    };
    for (const [name, token] of Object.entries(forged)) {
      const answer = await asToken(token, { SUPABASE_JWT_SECRET: SECRET });
      expect([name, answer.status, answer.body.error?.code]).toEqual([name, 401, 'INVALID_TOKEN']);
    }
    expect((await asToken(good)).status).toBe(200);
    expect((await ask('GET', '/capsules', { headers: { authorization: `Bearer ${good}` } })).status).toBe(
      401,
    );
  });

  it('without an end is refused', async () => {
    const token = await new SignJWT(claimsFor(newEmail()))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(SECRET));
    expect((await asToken(token, { SUPABASE_JWT_SECRET: SECRET })).status).toBe(401);
  });
});

describe('the issuer’s keys', () => {
  it('are asked for again when one is unknown, but not for each unknown one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const claims = claimsFor(newEmail());
    expect((await asToken(await signer.sign(claims))).status).toBe(200);
    const next = await Signer.make('ES256');
    await script(keysPath(), { body: { keys: [next.jwk] } });
    vi.setSystemTime(Date.now() + 15_000);
    expect((await asToken(await next.sign(claims))).status).toBe(200);
    expect(await callsTo(keysPath())).toHaveLength(2);
    for (let i = 0; i < 5; i++) {
      expect((await asToken(await (await Signer.make('ES256')).sign(claims))).status).toBe(401);
    }
    expect(await callsTo(keysPath())).toHaveLength(2);
    expect((await asToken(await signer.sign(claims))).status).toBe(401);
  });

  it('go on while the issuer is away, also in an isolate that never reached it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const claims = claimsFor(newEmail());
    await asToken(await signer.sign(claims));
    await script(keysPath(), { status: 500 });
    vi.setSystemTime(Date.now() + 3_600_000);
    expect((await asToken(await signer.sign(claims))).status).toBe(200);
    expect((await callsTo(keysPath())).length).toBeGreaterThan(1);
    // An unknown key may be a new one: nobody can say while the issuer is away.
    expect((await asToken(await (await Signer.make('ES256')).sign(claims))).status).toBe(503);
    // What another isolate finds: nothing in memory, the keys in KV.
    const url = `${doubles}${keysPath()}`;
    const kept = await env.CACHE.get(`keys/${url}`, 'json');
    expect(kept).toMatchObject({ keySet: { keys: [{ kid: signer.kid }] } });
    project = `/supabase-${crypto.randomUUID()}`;
    variables = { SUPABASE_URL: `${doubles}${project}` };
    await env.CACHE.put(`keys/${doubles}${keysPath()}`, JSON.stringify(kept));
    expect((await asToken(await signer.sign(claimsFor(newEmail())))).status).toBe(200);
  });

  it('end a day after the issuer was last reached', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const claims = claimsFor(newEmail());
    await asToken(await signer.sign(claims));
    await script(keysPath(), { status: 500 });
    vi.setSystemTime(Date.now() + 25 * 3_600_000);
    expect((await asToken(await signer.sign(claims))).body.error.code).toBe('IDENTITY_UNAVAILABLE');
  });

  it.each([
    ['fails', { status: 500 }],
    ['answers nonsense', { body: { hello: 1 } }],
    ['hangs', { hang: true }],
  ])('that were never there are a 503 when the issuer %s', async (_, answer) => {
    await script(keysPath(), answer);
    const refused = await asToken(await signer.sign(claimsFor(newEmail())));
    expect([refused.status, refused.body.error.code]).toEqual([503, 'IDENTITY_UNAVAILABLE']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('an address that has an account here', () => {
  const confirm = (confirmed: boolean) =>
    script(`${project}/auth/v1/user`, {
      body: { email_confirmed_at: confirmed ? '2026-01-01T00:00:00Z' : null },
    });
  const withKey = { SUPABASE_ANON_KEY: 'anon' };

  it.each([
    [true, true, 200],
    [true, false, 409],
    [false, true, 409],
    [false, false, 409],
  ])('verified here: %s, there: %s → %s', async (here, there, status) => {
    const person = await Person.signUp();
    const { id } = (await person.ask('GET', '/auth/session')).body.data.user;
    await env.DB.prepare('UPDATE users SET email_verified = ? WHERE id = ?')
      .bind(here ? 1 : 0, id)
      .run();
    await confirm(there);
    const claims = claimsFor(person.email.toUpperCase());
    const answer = await asToken(await signer.sign(claims), withKey);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.data.user.id).toBe(id);
    else expect(answer.body.error.code).toBe('ACCOUNT_NOT_LINKED');
    const linked = await env.DB.prepare('SELECT * FROM identities WHERE subject = ?').bind(claims.sub).all();
    expect(linked.results).toHaveLength(status === 200 ? 1 : 0);
  });

  it('is not joined by what the user may write about themselves', async () => {
    const person = await Person.signUp();
    await env.DB.prepare('UPDATE users SET email_verified = 1 WHERE email = ?').bind(person.email).run();
    await confirm(false);
    const user_metadata = { email_verified: true, email: person.email };
    const answer = await asToken(await signer.sign(claimsFor(person.email, { user_metadata })), withKey);
    expect(answer.status).toBe(409);
  });
});
