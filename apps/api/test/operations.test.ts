import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import worker from '../src/index.ts';
import { type Answer, ask, eventually, Person } from './support.ts';

let admin: Person;
let extra: Record<string, string>;
beforeAll(async () => {
  admin = await Person.signUp('Admin');
  extra = { ADMIN_EMAILS: admin.email };
});
const manage = (method: string, path: string, body?: object): Promise<Answer> =>
  admin.ask(method, `/admin${path}`, { env: extra, ...(body && { body }) });
const setFlag = (name: string, value: unknown) => manage('PUT', '/flags', { name, value });

describe('flags', () => {
  const sql = { body: { language: 'sql', source_code: 'SELECT 1' } };

  it('are listed with what holds where nothing was set', async () => {
    const { status, body } = await manage('GET', '/flags');
    expect(status).toBe(200);
    expect(body.data.find((flag: { name: string }) => flag.name === 'execution.enabled')).toMatchObject({
      ...{ value: true, initial: true, updatedAt: null },
    });
  });

  it('switch execution off and on, with a code that says so, and leave readiness alone', async () => {
    await setFlag('execution.enabled', false);
    const off = await admin.ask('POST', '/execute', sql);
    expect([off.status, off.body.error.code]).toEqual([503, 'EXECUTION_DISABLED']);
    const python = { body: { language: 'python', source_code: 'print(1)' } };
    expect((await admin.ask('POST', '/execute', python)).body.error.code).toBe('EXECUTION_DISABLED');
    expect((await ask('GET', '/health/ready')).body.data).toMatchObject({ ready: true, sql: 'up' });
    const on = await setFlag('execution.enabled', true);
    expect(on.body.data[0]).toMatchObject({ value: true, updatedBy: admin.email });
    expect((await admin.ask('POST', '/execute', sql)).status).toBe(200);
  });

  it('switch signing up off', async () => {
    await setFlag('signup.enabled', false);
    const account = { email: `${crypto.randomUUID()}@example.com`, password: 'a long password', name: 'A' };
    const { status, body } = await ask('POST', '/auth/sign-up/email', { body: account });
    await setFlag('signup.enabled', true);
    expect([status, body.error.code]).toEqual([503, 'SIGNUP_DISABLED']);
  });

  it('sample learners: a kept one is kept whole, and counts for the others', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    await env.DB.prepare('UPDATE capsules SET is_published = 1, published_version = 1 WHERE id = ?')
      .bind(id)
      .run();
    await setFlag('tracking.sample_rate', 0.5);
    const learners = await Promise.all(Array.from({ length: 12 }, () => Person.signUp()));
    for (const learner of learners) {
      const events = ['impression', 'edit'].map(type => ({ id: crypto.randomUUID(), capsuleId: id, type }));
      expect((await learner.ask('POST', '/analytics/track', { body: { events } })).body.data.accepted).toBe(
        2,
      );
    }
    await setFlag('tracking.sample_rate', 0);
    const events = [{ id: 'none', capsuleId: id, type: 'impression' }];
    await learners[0]?.ask('POST', '/analytics/track', { body: { events } });
    await setFlag('tracking.sample_rate', 1);
    await new Promise(resolve => setTimeout(resolve, 2_500));
    const { results } = await env.DB.prepare(
      'SELECT learner, count(*) AS n, min(weight) AS weight FROM capsule_events WHERE capsule_id = ? GROUP BY learner',
    )
      .bind(id)
      .all();
    expect(results.length).toBeLessThan(12);
    for (const row of results) expect(row).toMatchObject({ n: 2, weight: 2 });
  });

  it.each([
    ['execution.enabled', 1],
    ['tracking.sample_rate', 2],
    ['tracking.sample_rate', true],
    ['no.such.flag', true],
  ])('refuse what is not of their form: %s %s', async (name, value) => {
    expect((await setFlag(name, value)).status).toBe(400);
  });
});

describe('dead letters', () => {
  const letters = async (queue: string) =>
    (await manage('GET', `/dead-letters?queue=${queue}`)).body.data.data;

  it('keep what a consumer gave up, with the reason, and let it be sent again once it can be stored', async () => {
    const author = await Person.signUp();
    const capsuleId = crypto.randomUUID();
    const event = {
      id: crypto.randomUUID(),
      capsuleId,
      userId: null,
      type: 'run',
      metadata: {},
      createdAt: new Date().toISOString(),
    };
    await giveUp('events-dlq', { id: 'orphan', body: event }, { id: 'orphan', body: event });
    await giveUp('events-dlq', { id: 'garbage', body: { id: 7 } });
    const [garbage, orphan] = await letters('events-queue');
    expect(orphan).toMatchObject({ id: 'orphan', body: event, attempts: 4, replayedAt: null });
    expect(orphan.reason).toContain('FOREIGN KEY');
    expect(garbage.reason).toContain('unreadable');

    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    await env.DB.prepare('UPDATE dead_letters SET body = ? WHERE id = ?')
      .bind(JSON.stringify({ ...event, capsuleId: id }), 'orphan')
      .run();
    const replays = await Promise.all([1, 2, 3].map(() => manage('POST', '/dead-letters/orphan/replay')));
    expect(replays.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const stored = await eventually(
      () => env.DB.prepare('SELECT id FROM capsule_events WHERE capsule_id = ?').bind(id).all(),
      ({ results }) => results.length > 0,
    );
    expect(stored.results).toEqual([{ id: event.id }]);
  });

  it('are not kept of an event that can be stored after all', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    const event = {
      id: crypto.randomUUID(),
      capsuleId: id,
      userId: null,
      type: 'run',
      metadata: {},
      createdAt: '2026-11-23T00:00:00.000Z',
    };
    await giveUp('events-dlq', { id: 'late', body: event });
    expect((await letters('events-queue')).map((letter: { id: string }) => letter.id)).not.toContain('late');
    const row = await env.DB.prepare('SELECT count(*) AS n FROM capsule_events WHERE id = ?')
      .bind(event.id)
      .first();
    expect(row).toEqual({ n: 1 });
  });

  it('come page by page, and can be forgotten', async () => {
    for (let i = 0; i < 3; i++) await giveUp('mails-dlq', { id: `mail-${i}`, body: { mailId: `${i}` } });
    const first = await manage('GET', '/dead-letters?queue=mails-queue&limit=2');
    const { nextCursor, total } = first.body.data.page;
    const second = await manage('GET', `/dead-letters?queue=mails-queue&limit=2&cursor=${nextCursor}`);
    const ids = [...first.body.data.data, ...second.body.data.data].map(({ id }) => id);
    expect([total, ids.sort()]).toEqual([3, ['mail-0', 'mail-1', 'mail-2']]);
    expect((await manage('DELETE', '/dead-letters/mail-0')).status).toBe(200);
    expect((await manage('DELETE', '/dead-letters/mail-0')).status).toBe(404);
    expect((await manage('POST', '/dead-letters/mail-0/replay')).status).toBe(404);
  });

  async function giveUp(queue: string, ...messages: { id: string; body: unknown }[]): Promise<void> {
    const context = createExecutionContext();
    const fates: string[] = [];
    const batch = {
      queue,
      messages: messages.map(message => ({
        ...message,
        timestamp: new Date(),
        attempts: 1,
        ack: () => fates.push('acked'),
        retry: () => fates.push('retried'),
      })),
    };
    await worker.queue(batch as unknown as MessageBatch<unknown>, env, context);
    await waitOnExecutionContext(context);
    expect(fates).toEqual(messages.map(() => 'acked'));
  }
});

describe('every quarter of an hour', () => {
  it('new events are counted', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    await env.DB.prepare(
      "INSERT INTO capsule_events (id, capsule_id, event_type, created_at) VALUES (?, ?, 'run', '2026-11-23T00:00:00.000Z')",
    )
      .bind(crypto.randomUUID(), id)
      .run();
    const controller = createScheduledController({ cron: '*/15 * * * *', scheduledTime: new Date() });
    const context = createExecutionContext();
    await worker.scheduled(controller, env, context);
    await waitOnExecutionContext(context);
    const stats = await env.DB.prepare('SELECT total_runs FROM capsule_stats WHERE capsule_id = ?')
      .bind(id)
      .first();
    expect(stats).toEqual({ total_runs: 1 });
  });
});
