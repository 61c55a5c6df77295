import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { ask, Person } from './support.ts';

let author: Person;
let other: Person;
let draft: string;

beforeAll(async () => {
  author = await Person.signUp('Author');
  other = await Person.signUp('Other');
  draft = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
});

describe('a draft', () => {
  const routes: [string, string, object?][] = [
    ['GET', ''],
    ['POST', '/run', { source_code: 'x' }],
    ['POST', '/submit', { source_code: 'x' }],
  ];
  const ownerRoutes: [string, string, object?][] = [
    ['GET', '/source'],
    ['GET', '/versions'],
    ['GET', '/proof'],
    ['POST', '/verify'],
    ['POST', '/publish'],
    ['POST', '/unpublish'],
    ['POST', '/versions/1/restore'],
    ['PUT', '', clampDocument],
    ['DELETE', ''],
  ];
  const options = (body?: object) => ({ ...(body && { body }), headers: { 'if-match': '"v1"' } });

  it.each([...routes, ...ownerRoutes])('does not exist for others: %s %s', async (method, path, body) => {
    const { status, body: answer } = await other.ask(method, `/capsules/${draft}${path}`, options(body));
    const missing = await other.ask(method, `/capsules/no-such-capsule${path}`, options(body));
    expect(status).toBe(404);
    expect(answer.error).toEqual(missing.body.error);
  });

  it.each(ownerRoutes)('asks the anonymous to sign in: %s %s', async (method, path, body) => {
    expect((await ask(method, `/capsules/${draft}${path}`, options(body))).status).toBe(401);
  });

  it('is its owner’s alone in lists', async () => {
    const mine = await author.ask('GET', '/capsules/mine');
    expect(mine.body.data.data).toMatchObject([{ id: draft, isPublished: false }]);
    expect((await other.ask('GET', '/capsules/mine')).body.data.data).toEqual([]);
    expect(JSON.stringify((await ask('GET', '/capsules?limit=100')).body)).not.toContain(draft);
  });

  it('gives its owner everything', async () => {
    const { body, headers } = await author.ask('GET', `/capsules/${draft}/source`);
    expect(body.data.capsule).toMatchObject({ solution: clampDocument.solution, tests: { length: 3 } });
    expect(headers.get('etag')).toBe('"v1"');
  });
});

describe('accounts', () => {
  it('sign up, know the session, sign out, sign in', async () => {
    const account = {
      email: `${crypto.randomUUID()}@example.com`,
      password: 'a long password',
      name: 'Grace',
    };
    const up = await ask('POST', '/auth/sign-up/email', { body: account });
    const person = new Person(
      up.headers
        .getSetCookie()
        .map(cookie => cookie.split(';')[0])
        .join('; '),
    );
    expect(up.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await person.ask('GET', '/auth/session')).body.data.user).toMatchObject({
      name: 'Grace',
      plan: 'enterprise',
    });
    expect((await person.ask('POST', '/auth/sign-out')).status).toBe(200);
    expect((await person.ask('GET', '/auth/session')).body.data.user).toBeNull();
    const { email, password } = account;
    expect((await ask('POST', '/auth/sign-in/email', { body: { email, password } })).status).toBe(200);
  });

  it('does not tell which of e-mail and password is wrong', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const password = 'a long password';
    await ask('POST', '/auth/sign-up/email', { body: { email, password, name: 'A' } });
    const wrongPassword = await ask('POST', '/auth/sign-in/email', {
      body: { email, password: 'another one' },
    });
    const nobody = await ask('POST', '/auth/sign-in/email', {
      body: { email: 'nobody@example.com', password },
    });
    expect(wrongPassword.status).toBe(401);
    expect(wrongPassword.body.error).toEqual(nobody.body.error);
    const again = await ask('POST', '/auth/sign-up/email', { body: { email, password, name: 'B' } });
    expect(again.body.error.code).toBe('EMAIL_TAKEN');
  });

  it('do not take a plan from the request', async () => {
    const body = {
      email: `${crypto.randomUUID()}@example.com`,
      password: 'a long password',
      name: 'A',
      plan: 'enterprise',
    };
    const up = await ask('POST', '/auth/sign-up/email', { body, env: { NEW_ACCOUNT_PLAN: 'free' } });
    const person = new Person(
      up.headers
        .getSetCookie()
        .map(cookie => cookie.split(';')[0])
        .join('; '),
    );
    expect((await person.ask('GET', '/auth/session')).body.data.user.plan).toBe('free');
  });

  it('are not used from another site', async () => {
    const headers = { origin: 'https://evil.example' };
    const foreign = await author.ask('DELETE', `/capsules/${draft}`, { headers });
    expect(foreign.body.error.code).toBe('CROSS_SITE_REQUEST');
    expect((await author.ask('GET', `/capsules/${draft}`)).status).toBe(200);
    const read = await ask('GET', '/capsules', { headers });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect(read.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
