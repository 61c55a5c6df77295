import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { d1EventFold } from '../src/adapters/d1/analytics/fold.ts';
import { makeCompose } from '../src/compose.ts';
import { type NewEvent, queuedEventSchema } from '../src/ports/events.ts';
import { foldEvents } from '../src/services/analytics/fold.ts';
import { Person } from './support.ts';

const deps = makeCompose()(env, { requestId: 'test', waitUntil: () => undefined });
const fold = d1EventFold(env.DB);
const AT = '2026-11-23T12:00:00.000Z';
let capsuleId: string;
let author: Person;

beforeEach(async () => {
  author ??= await Person.signUp();
  capsuleId = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
  await foldEvents({ deps });
});

type Told = Partial<NewEvent> & { type: NewEvent['type'] };
let made = 0;
/** Stores events as the queue's consumer does; each a second after the one before. */
async function happen(...events: Told[]): Promise<void> {
  const rows = events.map(event =>
    queuedEventSchema.parse({
      id: `event-${capsuleId}-${made++}`,
      capsuleId,
      userId: null,
      learner: 'ada',
      metadata: { version: 1 },
      createdAt: new Date(Date.parse('2026-11-23T10:00:00.000Z') + made * 1000).toISOString(),
      ...event,
    }),
  );
  await deps.eventStore.saveAll(rows);
}

const first = <Row>(query: string, ...values: unknown[]) =>
  env.DB.prepare(query)
    .bind(...values)
    .first<Row>();
const stats = () =>
  first<Record<string, number>>('SELECT * FROM capsule_stats WHERE capsule_id = ?', capsuleId);
const learner = (name: string) =>
  first('SELECT * FROM capsule_learners WHERE capsule_id = ? AND learner = ?', capsuleId, name);

const failed = (learnerName: string, ...tests: string[]): Told => ({
  type: 'test_fail',
  learner: learnerName,
  metadata: { version: 1, verdict: 'wrong_answer', failed: tests },
});

describe('folding', () => {
  it('counts a lifetime, learners once', async () => {
    await happen(
      { type: 'impression' },
      { type: 'view' },
      { type: 'view' },
      { type: 'run' },
      failed('ada', 'a'),
    );
    await happen({ type: 'test_pass' }, { type: 'view', learner: 'bob' }, { type: 'run', learner: 'bob' });
    await fold.fold(1000, AT);
    await happen({ type: 'test_pass' }, { type: 'hint', learner: 'bob' });
    await fold.fold(1000, AT);
    expect(await stats()).toMatchObject({
      ...{ impressions: 1, views: 3, total_runs: 5, submissions: 3, passes: 2, hints: 1 },
      ...{ learners: 2, learners_passed: 1, completion_rate: 0.5, last_computed: AT },
    });
    expect(await learner('ada')).toMatchObject({ attempts: 3, attempts_to_pass: 2 });
    expect(await learner('bob')).toMatchObject({ attempts: 0, attempts_to_pass: null, hints: 1 });
  });

  it('counts attempts until the pass across folds, and keeps the first of each step', async () => {
    await happen(failed('ada', 'a'), failed('ada', 'a'));
    await fold.fold(1000, AT);
    await happen(failed('ada', 'a'), { type: 'test_pass' }, failed('ada', 'a'));
    await happen({ type: 'view', createdAt: '2026-11-23T08:00:00.000Z' });
    await fold.fold(1000, AT);
    expect(await learner('ada')).toMatchObject({
      attempts: 5,
      attempts_to_pass: 4,
      viewed_at: '2026-11-23T08:00:00.000Z',
    });
  });

  it('counts each event once, however often and side by side it is done', async () => {
    await happen(...Array.from({ length: 300 }, () => ({ type: 'run' as const })));
    const folds = Array.from({ length: 12 }, (_, i) => fold.fold(i % 2 ? 7 : 90, AT));
    const late = happen(...Array.from({ length: 50 }, () => ({ type: 'run' as const, learner: 'late' })));
    await Promise.all([...folds, late]);
    while ((await fold.fold(100, AT)) > 0);
    expect(await stats()).toMatchObject({ total_runs: 350, learners: 2 });
    expect(await fold.fold(100, AT)).toBe(0);
  });

  it('that is cut off midway has counted nothing, and is whole the next time', async () => {
    await happen({ type: 'run' }, failed('ada', 'a'));
    // The last but one statement fails, as if the database had gone away there.
    await env.DB.exec('ALTER TABLE capsule_stats RENAME COLUMN learners_passed TO away');
    await expect(fold.fold(1000, AT)).rejects.toThrow();
    await env.DB.exec('ALTER TABLE capsule_stats RENAME COLUMN away TO learners_passed');
    expect(await stats()).toBeNull();
    expect(await learner('ada')).toBeNull();
    expect(await fold.fold(1000, AT)).toBe(2);
    expect(await stats()).toMatchObject({ total_runs: 2, submissions: 1 });
  });

  it('lets sampled events count for those they stand for', async () => {
    const sampled = { type: 'edit' as const, weight: 4 };
    await happen(sampled, sampled, { ...sampled, learner: 'bob' }, { type: 'impression', weight: 4 });
    await fold.fold(1000, AT);
    expect(await stats()).toMatchObject({ edits: 12, impressions: 4 });
    expect(await learner('ada')).toMatchObject({ edit_weight: 4 });
  });

  it('counts failures by test and version, and errors by what they have in common', async () => {
    const broken = (sample: string): Told => ({
      ...failed('ada', 'a', 'b'),
      metadata: {
        ...{ version: 2, verdict: 'runtime_error', failed: ['a', 'b'] },
        error: { message: 'NameError: name <name> is not defined', sample },
      },
    });
    await happen(failed('ada', 'a'), broken('x'), broken('y'), {
      type: 'test_pass',
      metadata: { version: 2 },
    });
    await fold.fold(1000, AT);
    const { results } = await env.DB.prepare(
      'SELECT version, test, failures, submissions FROM capsule_test_failures JOIN capsule_version_attempts USING (capsule_id, version) WHERE capsule_id = ? ORDER BY version, test',
    )
      .bind(capsuleId)
      .all();
    expect(results).toEqual([
      { version: 1, test: 'a', failures: 1, submissions: 1 },
      { version: 2, test: 'a', failures: 2, submissions: 3 },
      { version: 2, test: 'b', failures: 2, submissions: 3 },
    ]);
    const error = await first('SELECT * FROM capsule_errors WHERE capsule_id = ?', capsuleId);
    expect(error).toMatchObject({ count: 2, sample: 'x', verdict: 'runtime_error' });
  });

  it('keeps the hundred most frequent errors of a capsule', async () => {
    const error = (n: number): Told => ({
      ...failed('ada', 'a'),
      metadata: {
        version: 1,
        verdict: 'runtime_error',
        failed: [],
        error: { message: `kind ${n}`, sample: '' },
      },
    });
    await happen(...Array.from({ length: 130 }, (_, n) => error(n)), error(7));
    await fold.fold(1000, AT);
    const kept = await first<{ n: number; most: number }>(
      'SELECT count(*) AS n, max(count) AS most FROM capsule_errors WHERE capsule_id = ?',
      capsuleId,
    );
    expect(kept).toEqual({ n: 100, most: 2 });
  });

  it('counts days apart', async () => {
    await happen({ type: 'run' }, { type: 'run', createdAt: '2026-11-24T00:00:00.000Z' });
    await fold.fold(1000, AT);
    const { results } = await env.DB.prepare(
      'SELECT day, runs FROM capsule_days WHERE capsule_id = ? ORDER BY day',
    )
      .bind(capsuleId)
      .all();
    expect(results).toEqual([
      { day: '2026-11-23', runs: 1 },
      { day: '2026-11-24', runs: 1 },
    ]);
  });
});

describe('old events', () => {
  it('go once they are counted, and what was counted stays', async () => {
    const old = '2020-01-01T00:00:00.000Z';
    await happen({ type: 'run', createdAt: old }, { type: 'run' });
    expect(await fold.prune('2021-01-01T00:00:00.000Z', 100)).toBe(0);
    await fold.fold(1000, AT);
    expect(await fold.prune('2021-01-01T00:00:00.000Z', 100)).toBe(1);
    await happen({ type: 'run' });
    await fold.fold(1000, AT);
    expect(await stats()).toMatchObject({ total_runs: 3 });
  });
});

it('what is known of a learner is nobody’s once the account is gone', async () => {
  const person = await Person.signUp();
  const { id } = (await person.ask('GET', '/auth/session')).body.data.user;
  await happen({ type: 'run', learner: id, userId: id });
  await fold.fold(1000, AT);
  await happen({ type: 'run', learner: id, userId: id });
  await env.DB.prepare('DELETE FROM users WHERE id = ?').bind(id).run();
  expect(await learner(id)).toBeNull();
  const events = await first<{ n: number }>(
    'SELECT count(*) AS n FROM capsule_events WHERE user_id = ? OR learner = ?',
    id,
    id,
  );
  expect(events?.n).toBe(0);
  await fold.fold(1000, AT);
  expect(await stats()).toMatchObject({ total_runs: 2, learners: 1 });
});
