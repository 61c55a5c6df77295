import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { type QueuedEvent, queuedEventSchema } from '../src/ports/events.ts';
import { saveEvents } from '../src/services/events/save.ts';
import { Person } from './support.ts';

const deps = {
  ...makeCompose()(env, { requestId: 'test', waitUntil: () => undefined }),
  log: () => undefined,
};

function message(body: unknown) {
  const outcome = { body, fate: 'none', ack: () => set('acked'), retry: () => set('retried') };
  const set = (fate: string) => {
    outcome.fate = fate;
  };
  return outcome;
}

it('a batch is stored exactly once, and a bad event takes no others with it', async () => {
  const author = await Person.signUp();
  const capsuleId = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
  const plain = { userId: null, type: 'run', metadata: {}, createdAt: '2026-11-23T00:00:00.000Z' };
  const event = (id: string, extra: object = {}): QueuedEvent =>
    queuedEventSchema.parse({ id, capsuleId, ...plain, ...extra });
  const good = Array.from({ length: 40 }, (_, i) => message(event(`good-${i}`)));
  const orphan = message(event('orphan', { capsuleId: 'no such capsule' }));
  const garbage = message({ id: 7 });
  await saveEvents({ deps }, [...good, orphan, garbage]);
  await saveEvents({ deps }, good);
  expect(new Set(good.map(({ fate }) => fate))).toEqual(new Set(['acked']));
  expect([orphan.fate, garbage.fate]).toEqual(['retried', 'retried']);
  const stored = await env.DB.prepare('SELECT count(*) AS n FROM capsule_events WHERE capsule_id = ?')
    .bind(capsuleId)
    .first<{ n: number }>();
  expect(stored?.n).toBe(40);
});

it('an event that comes after its account is gone is nobody’s', async () => {
  const author = await Person.signUp();
  const capsuleId = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
  const event = queuedEventSchema.parse({
    ...{ id: 'late', capsuleId, userId: 'gone', learner: 'gone', session: 'tab', type: 'run' },
    ...{ metadata: {}, createdAt: '2026-11-23T00:00:00.000Z' },
  });
  await saveEvents({ deps }, [message(event)]);
  const stored = await env.DB.prepare(
    "SELECT user_id, learner, session FROM capsule_events WHERE id = 'late'",
  ).first();
  expect(stored).toEqual({ user_id: null, learner: null, session: null });
});
