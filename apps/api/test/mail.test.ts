import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { LIMITS } from '../src/plans.ts';
import { deliverMails, type MailMessage } from '../src/services/account/deliver-mail.ts';
import { callsTo, doubles, script } from './doubles/identity.ts';
import { ask, eventually, Person } from './support.ts';

const password = 'a long password';

/** The mails to an address, newest first. */
async function mailsTo(email: string) {
  const { body } = await ask('GET', '/outbox');
  return body.data.filter((mail: { recipient: string }) => mail.recipient === email);
}

async function tokenIn(email: string, kind: string): Promise<string> {
  const mail = (await mailsTo(email)).find((item: { kind: string }) => item.kind === kind);
  return /token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

describe('verifying an address', () => {
  it('is offered by mail to a new account, and needs what the mail says', async () => {
    const person = await Person.signUp('Grace');
    const verified = async () => (await person.ask('GET', '/auth/session')).body.data.user.emailVerified;
    const token = await tokenIn(person.email, 'verify');
    const [head, , signature] = token.split('.');
    const other = await tokenIn((await Person.signUp()).email, 'verify');
    for (const forged of [`${head}.${other.split('.')[1]}.${signature}`, 'nonsense', '.']) {
      const answer = await ask('POST', '/auth/verify-email', { body: { token: forged } });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'LINK_INVALID']);
    }
    expect(await verified()).toBe(false);
    expect((await ask('POST', '/auth/verify-email', { body: { token } })).status).toBe(200);
    expect(await verified()).toBe(true);
    const again = await person.ask('POST', '/auth/verify-email/send');
    expect(again.body.error.code).toBe('ALREADY_VERIFIED');
  });

  it('works by opening the link, which leads to the page', async () => {
    const person = await Person.signUp();
    const token = await tokenIn(person.email, 'verify');
    const opened = await ask('GET', `/auth/verify-email?token=${token}`);
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      'http://localhost:8787/?email=verified',
    ]);
    expect((await person.ask('GET', '/auth/session')).body.data.user.emailVerified).toBe(true);
  });

  it('is needed for publishing where that is configured', async () => {
    const person = await Person.signUp();
    const { id } = (await person.ask('POST', '/capsules', { body: clampDocument })).body.data;
    const publish = () =>
      person.ask('POST', `/capsules/${id}/publish`, { env: { PUBLISH_NEEDS_VERIFIED_EMAIL: 'true' } });
    expect((await publish()).body.error.code).toBe('EMAIL_UNVERIFIED');
    await ask('POST', '/auth/verify-email', { body: { token: await tokenIn(person.email, 'verify') } });
    expect((await publish()).body.error.code).toBe('PROOF_REQUIRED');
  });

  it('sends no more than so many mails a day to an address', async () => {
    const person = await Person.signUp();
    const answers = [];
    for (let i = 0; i < LIMITS.mailsPerDay; i++)
      answers.push(await person.ask('POST', '/auth/verify-email/send'));
    expect(answers.at(-2)?.status).toBe(202);
    expect(answers.at(-1)?.body.error).toMatchObject({ code: 'QUOTA_EXCEEDED', details: { kind: 'mails' } });
    expect(await mailsTo(person.email)).toHaveLength(LIMITS.mailsPerDay);
  });
});

describe('a forgotten password', () => {
  it('is answered alike whether there is an account or not', async () => {
    const person = await Person.signUp();
    const known = await ask('POST', '/auth/password/forget', { body: { email: person.email } });
    const nobody = await ask('POST', '/auth/password/forget', { body: { email: 'nobody@example.com' } });
    expect([known.status, known.body]).toEqual([nobody.status, nobody.body]);
    expect(known.status).toBe(202);
    expect(await mailsTo('nobody@example.com')).toEqual([]);
    expect(await tokenIn(person.email, 'reset')).not.toBe('');
  });

  it('is set anew once, ends every session, and proves the address', async () => {
    const person = await Person.signUp();
    await ask('POST', '/auth/password/forget', { body: { email: person.email } });
    const token = await tokenIn(person.email, 'reset');
    const reset = () => ask('POST', '/auth/password/reset', { body: { token, password: 'a new password' } });
    const stored = await env.DB.prepare('SELECT * FROM verifications').all();
    expect(JSON.stringify(stored.results)).not.toContain(token);
    const both = await Promise.all([reset(), reset()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await reset()).body.error.code).toBe('LINK_INVALID');
    expect((await person.ask('GET', '/auth/session')).body.data.user).toBeNull();
    const signIn = (secret: string) =>
      ask('POST', '/auth/sign-in/email', { body: { email: person.email, password: secret } });
    expect((await signIn(password)).status).toBe(401);
    expect((await signIn('a new password')).status).toBe(200);
    const row = await env.DB.prepare('SELECT email_verified FROM users WHERE email = ?')
      .bind(person.email)
      .first();
    expect(row).toEqual({ email_verified: 1 });
  });

  it('takes the keys of whoever held the address without proving it, and leaves those of its owner', async () => {
    const squatter = await Person.signUp();
    const key = await squatter.key(['execute']);
    const asKey = (secret: string) =>
      ask('GET', '/auth/session', { headers: { authorization: `Bearer ${secret}` } });
    const reset = async () => {
      await ask('POST', '/auth/password/forget', { body: { email: squatter.email } });
      const token = await tokenIn(squatter.email, 'reset');
      await ask('POST', '/auth/password/reset', { body: { token, password: 'a new password' } });
    };
    await reset();
    expect((await asKey(key)).status).toBe(401);
    const signedIn = await ask('POST', '/auth/sign-in/email', {
      body: { email: squatter.email, password: 'a new password' },
    });
    const owner = new Person(signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    const kept = await owner.key(['execute']);
    await reset();
    expect((await asKey(kept)).status).toBe(200);
  });

  it('can be set on the page that the mail links to, without scripts', async () => {
    const person = await Person.signUp('<b>Eve</b>');
    await ask('POST', '/auth/password/forget', { body: { email: person.email } });
    const token = await tokenIn(person.email, 'reset');
    const page = await ask('GET', `/reset-password?token=${token}%22%3E%3Cscript%3E`, { at: 'root' });
    expect(page.body).toContain('<form method="post" action="/reset-password">');
    expect(page.body).not.toContain('<script>');
    const post = (secret: string) =>
      ask('POST', '/reset-password', {
        at: 'root',
        raw: new URLSearchParams({ token, password: secret }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await post('short')).status).toBe(400);
    expect((await post('a new password')).body).toContain('Your new password is set');
    expect((await post('a new password')).body).toContain('not valid any more');
    const outbox = await ask('GET', '/outbox', { at: 'root' });
    expect(outbox.body).toContain('&lt;b&gt;Eve&lt;/b&gt;');
    expect(outbox.body).toContain(`<a href="http://localhost:8787/reset-password?token=${token}">`);
  });
});

describe('where mail is not kept in the outbox', () => {
  it('nobody can read it', async () => {
    for (const provider of [{ MAIL_PROVIDER: 'none' }, service()]) {
      expect((await ask('GET', '/outbox', { env: provider })).status).toBe(404);
      expect((await ask('GET', '/outbox', { env: provider, at: 'root' })).status).toBe(404);
    }
  });

  it('and none is sent, that is said', async () => {
    const person = await Person.signUp('A', { MAIL_PROVIDER: 'none' });
    const answer = await person.ask('POST', '/auth/verify-email/send', { env: { MAIL_PROVIDER: 'none' } });
    expect([answer.status, answer.body.error.code]).toEqual([503, 'MAIL_UNAVAILABLE']);
  });
});

let services = 0;
function service() {
  services++;
  const url = `${doubles}/mail-${services}-${crypto.randomUUID()}`;
  const sender = 'DevCapsules <mail@example.com>';
  return { MAIL_PROVIDER: 'http', MAIL_API_URL: url, MAIL_API_KEY: 're_secret', MAIL_FROM: sender };
}

/** Delivers what waits for an address, as the queue's consumer does; tells what became of the message. */
async function deliver(email: string, variables: ReturnType<typeof service>, attempts = 1) {
  const compose = makeCompose();
  const deps = compose({ ...env, ...variables } as typeof env, { requestId: 'test', waitUntil: () => {} });
  const row = await env.DB.prepare('SELECT id FROM mails WHERE recipient = ?')
    .bind(email)
    .first<{ id: string }>();
  let outcome: unknown = 'nothing';
  const message: MailMessage = {
    body: { mailId: row?.id },
    attempts,
    ack: () => {
      outcome = 'acknowledged';
    },
    retry: options => {
      outcome = options;
    },
  };
  await deliverMails({ deps }, [message]);
  const mail = await env.DB.prepare('SELECT * FROM mails WHERE id = ?').bind(row?.id).first();
  return { outcome, mail };
}

describe('the mail service', () => {
  it('gets each mail once, as Resend wants it, and the table forgets its text', async () => {
    const variables = service();
    const path = `${new URL(variables.MAIL_API_URL).pathname}/emails`;
    await script(path, { body: { id: 'sent' } });
    const person = await Person.signUp('A', variables);
    const { outcome, mail } = await deliver(person.email, variables);
    expect([outcome, mail]).toEqual(['acknowledged', expect.objectContaining({ state: 'sent', text: '' })]);
    const [call] = await callsTo(path);
    expect(call?.headers).toMatchObject({ authorization: 'Bearer re_secret', 'idempotency-key': mail?.id });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      from: variables.MAIL_FROM,
      to: [person.email],
      subject: 'Verify your address',
      text: expect.stringContaining('/api/v1/auth/verify-email?token='),
    });
    expect((await deliver(person.email, variables)).outcome).toBe('acknowledged');
    expect(await callsTo(path)).toHaveLength(1);
  });

  it.each([
    ['429, when it says', { status: 429, headers: { 'retry-after': '33' } }, 1, { delaySeconds: 33 }],
    ['500, soon', { status: 500, body: { message: 'down' } }, 1, { delaySeconds: 10 }],
    ['500 again, later', { status: 500 }, 3, { delaySeconds: 160 }],
  ])('that answers %s is asked again', async (_, answer, attempts, outcome) => {
    const variables = service();
    await script(`${new URL(variables.MAIL_API_URL).pathname}/emails`, answer);
    const person = await Person.signUp('A', variables);
    const result = await deliver(person.email, variables, attempts);
    expect(result).toMatchObject({ outcome, mail: { state: 'queued' } });
  });

  it('that refuses a mail is not asked again; why stands in the table', async () => {
    const variables = service();
    const path = `${new URL(variables.MAIL_API_URL).pathname}/emails`;
    await script(path, { status: 422, body: { message: 'Invalid `to` field' } });
    const person = await Person.signUp('A', variables);
    const { outcome, mail } = await deliver(person.email, variables);
    expect(outcome).toBe('acknowledged');
    expect(mail).toMatchObject({ state: 'failed', error: expect.stringContaining('Invalid `to` field') });
  });

  it('that can’t be reached is asked again', async () => {
    const variables = { ...service(), MAIL_API_URL: 'http://127.0.0.1:9' };
    const person = await Person.signUp('A', variables);
    expect((await deliver(person.email, variables)).outcome).toEqual({ delaySeconds: 10 });
  });
});

it('a queued mail goes through the queue to the consumer', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const compose = makeCompose();
  const deps = compose({ ...env, ...service() } as typeof env, { requestId: 'test', waitUntil: () => {} });
  const person = await Person.signUp('A', { MAIL_PROVIDER: 'none' });
  const mail = {
    ...{ id: crypto.randomUUID(), userId: null, kind: 'verify' as const, recipient: person.email },
    ...{ subject: 's', text: 't', createdAt: new Date().toISOString() },
  };
  await deps.mails.save(mail);
  await deps.mailer.enqueue(mail.id);
  // The Worker under the queue has the outbox configured and sends nothing: that it got there is what is held.
  const delivered = async () => logged.mock.calls.some(([line]) => String(line).includes(mail.id));
  expect(await eventually(delivered, value => value)).toBe(true);
  logged.mockRestore();
  expect(await deps.mails.findQueued(mail.id)).toMatchObject({ text: 't' });
});
