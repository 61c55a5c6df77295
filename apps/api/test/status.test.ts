import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, Person } from './support.ts';

let admin: Person;
beforeAll(async () => {
  admin = await Person.signUp('Admin');
});
const SERVICE = { MAIL_PROVIDER: 'http', MAIL_API_KEY: 're_secret', MAIL_FROM: 'mail@example.com' };
const status = async (extra: Record<string, string> = SERVICE): Promise<Answer['body']['data']> => {
  const { status, body } = await admin.ask('GET', '/admin/status', {
    env: { ADMIN_EMAILS: admin.email, ...extra },
  });
  expect(status).toBe(200);
  return body.data;
};
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

describe('the status', () => {
  it('tells the size of the database, and how many runners are up', async () => {
    const { databaseBytes, runners } = await status();
    expect(databaseBytes).toBeGreaterThan(100_000);
    expect(runners).toEqual({ up: 1, total: 1 });
  });

  it('counts dead letters until they are sent again', async () => {
    const { deadLetters } = await status();
    await run(
      "INSERT INTO dead_letters VALUES ('s1', 'mails-queue', '{}', 'why', 7, '2026-01-01T00:00:00.000Z', NULL)",
    );
    expect((await status()).deadLetters).toBe(deadLetters + 1);
    await run("UPDATE dead_letters SET replayed_at = '2026-01-02T00:00:00.000Z' WHERE id = 's1'");
    expect((await status()).deadLetters).toBe(deadLetters);
  });

  it('tells since when the oldest mail and generation wait', async () => {
    const at = '2020-01-01T00:00:00.000Z';
    await run(
      "INSERT INTO mails (id, kind, recipient, subject, text, state, created_at) VALUES ('m', 'verify', 'a', 'b', 'c', 'queued', ?)",
      at,
    );
    await run(
      "INSERT INTO generation_logs (id, prompt_hash, outcome, created_at) VALUES ('g', 'h', 'queued', ?)",
      at,
    );
    const { mails, generations } = await status();
    expect(mails).toMatchObject({ oldestQueuedAt: at, queued: expect.any(Number) });
    expect(generations).toMatchObject({ queued: 1, running: 0, oldestQueuedAt: at });
    // Where the outbox shows them, nobody is going to send them.
    expect((await status({ MAIL_PROVIDER: 'outbox' })).mails).toEqual({ queued: 0, oldestQueuedAt: null });
    await run("UPDATE mails SET state = 'sent' WHERE id = 'm'");
    await run("UPDATE generation_logs SET outcome = 'failed' WHERE id = 'g'");
    expect((await status()).generations).toMatchObject({ queued: 0, oldestQueuedAt: null });
    expect((await status()).mails.oldestQueuedAt).not.toBe(at);
  });

  it('is nobody else’s', async () => {
    const other = await Person.signUp();
    const { status } = await other.ask('GET', '/admin/status', { env: { ADMIN_EMAILS: admin.email } });
    expect(status).toBe(403);
  });
});
