import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { queuedEventSchema } from '../src/ports/events.ts';
import { foldEvents } from '../src/services/analytics/fold.ts';
import { itemQuality } from '../src/services/analytics/items.ts';
import { normalise } from '../src/services/events/cluster.ts';
import { ask, eventually, Person } from './support.ts';

const deps = makeCompose()(env, { requestId: 'test', waitUntil: () => undefined });
let author: Person;
let id: string;

/** A capsule that is published; that its proof is not there is no matter here. */
async function publish(person: Person): Promise<string> {
  const { body } = await person.ask('POST', '/capsules', { body: clampDocument });
  await env.DB.prepare('UPDATE capsules SET is_published = 1, published_version = 1 WHERE id = ?')
    .bind(body.data.id)
    .run();
  return body.data.id;
}

beforeAll(async () => {
  author = await Person.signUp('Author');
  id = await publish(author);
});

const stored = async (capsuleId: string, wanted: number) => {
  const rows = async () =>
    (
      await env.DB.prepare('SELECT * FROM capsule_events WHERE capsule_id = ? ORDER BY seq')
        .bind(capsuleId)
        .all<Record<string, unknown>>()
    ).results;
  return eventually(rows, found => found.length >= wanted);
};

let made = 0;
const START = Date.now() - 3_600_000;
/** Stores events of learners as the queue's consumer does. */
const happen = (
  capsuleId: string,
  ...events: [learner: string, type: string, atSecond: number, metadata?: object][]
) =>
  deps.eventStore.saveAll(
    events.map(([learner, type, atSecond, metadata = { version: 1 }]) =>
      queuedEventSchema.parse({
        id: `made-${made++}`,
        ...{ capsuleId, learner, userId: null, type, metadata },
        createdAt: new Date(START + atSecond * 1000).toISOString(),
      }),
    ),
  );

describe('tracking', () => {
  const event = (more: object = {}) => ({
    id: crypto.randomUUID(),
    capsuleId: id,
    type: 'impression',
    ...more,
  });

  it('stores what a page tells, once, with times that can be', async () => {
    const learner = await Person.signUp();
    const capsuleId = await publish(author);
    const told = [
      event({ capsuleId, id: 'mine', session: 'tab-1', durationMs: 1200 }),
      event({ capsuleId, type: 'edit', at: '2001-01-01T00:00:00Z' }),
      event({ capsuleId, type: 'view', at: '2999-01-01T00:00:00Z' }),
    ];
    const post = { body: { events: told } };
    const { status, body } = await learner.ask('POST', '/analytics/track', post);
    expect([status, body.data]).toEqual([202, { accepted: 3, dropped: 0 }]);
    await learner.ask('POST', '/analytics/track', post);
    const other = await Person.signUp();
    await other.ask('POST', '/analytics/track', { body: { events: [event({ capsuleId, id: 'mine' })] } });
    const rows = await stored(capsuleId, 4);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      event_type: 'impression',
      session: 'tab-1',
      duration_ms: 1200,
      weight: 1,
    });
    const day = 86_400_000;
    for (const { created_at } of rows) {
      const age = Date.now() - Date.parse(String(created_at));
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(day + 60_000);
    }
  });

  it('drops what is of no published capsule or the author’s own, and says how many', async () => {
    const draft = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
    const events = [event({ capsuleId: draft }), event({ capsuleId: 'nothing' }), event()];
    const learner = await Person.signUp();
    const told = await learner.ask('POST', '/analytics/track', { body: { events } });
    expect(told.body.data).toEqual({ accepted: 1, dropped: 2 });
    const own = await author.ask('POST', '/analytics/track', { body: { events } });
    expect(own.body.data).toEqual({ accepted: 0, dropped: 3 });
  });

  it.each([
    ['a verdict, which only the server knows', [event({ type: 'test_pass' })]],
    ['a hint, which the server gives', [event({ type: 'hint' })]],
    ['more than fifty', Array.from({ length: 51 }, () => event())],
    ['none', []],
    ['an unknown field', [event({ weight: 1000 })]],
  ])('refuses %s', async (_, events) => {
    expect((await author.ask('POST', '/analytics/track', { body: { events } })).status).toBe(400);
  });

  it('reads at most 64 KB, and takes so many a minute of one learner', async () => {
    const learner = await Person.signUp();
    const large = { raw: JSON.stringify({ events: [event()], pad: ' '.repeat(70_000) }) };
    expect((await learner.ask('POST', '/analytics/track', large)).status).toBe(413);
    const statuses: number[] = [];
    for (let i = 0; i < 32; i++) {
      statuses.push((await learner.ask('POST', '/analytics/track', { body: { events: [event()] } })).status);
    }
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(202));
    expect(statuses.slice(30)).toEqual([429, 429]);
    const other = await Person.signUp();
    expect((await other.ask('POST', '/analytics/track', { body: { events: [event()] } })).status).toBe(202);
  });
});

describe('reports', () => {
  it('tell the author the whole way of learners', async () => {
    const capsuleId = await publish(author);
    const error = { message: 'NameError: name <name> is not defined', sample: "NameError: name 'lo'" };
    const fail = { version: 1, verdict: 'wrong_answer', failed: ['above'] };
    const crash = { version: 1, verdict: 'runtime_error', failed: ['above', 'below'], error };
    await happen(capsuleId, ['ada', 'view', 0], ['bob', 'view', 0], ['cy', 'view', 0]);
    await happen(capsuleId, ['ada', 'edit', 5], ['ada', 'run', 10], ['ada', 'test_fail', 20, crash]);
    await happen(capsuleId, ['ada', 'test_fail', 30, fail], ['ada', 'test_pass', 60]);
    await happen(capsuleId, ['bob', 'run', 10], ['bob', 'test_pass', 20]);
    await foldEvents({ deps });
    const { status, body } = await author.ask('GET', `/analytics/capsules/${capsuleId}`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      totals: { views: 3, edits: 1, totalRuns: 6, submissions: 4, passes: 2, learners: 2, completionRate: 1 },
      funnel: { viewed: 3, edited: 2, ran: 2, submitted: 2, passed: 2 },
      waysToPass: {
        attempts: [
          { attempts: 1, learners: 1 },
          { attempts: 3, learners: 1 },
        ],
        ...{ medianAttempts: 2, medianMs: 40_000 },
      },
      tests: [
        { test: 'above', version: 1, failures: 2, submissions: 4 },
        { test: 'below', version: 1, failures: 1, submissions: 4 },
      ],
      errors: [{ ...error, count: 1, verdict: 'runtime_error' }],
      item: { learners: 2, difficulty: 0, discrimination: null },
    });
    expect(body.data.timeline).toHaveLength(30);
    const runs = body.data.timeline.reduce((sum: number, day: { runs: number }) => sum + day.runs, 0);
    expect(runs).toBe(6);
  });

  it('add up on the dashboard, of one’s own capsules alone', async () => {
    const creator = await Person.signUp();
    const [one, two] = [await publish(creator), await publish(creator)];
    for (let i = 0; i < 12; i++) {
      const good = i < 6;
      await happen(one, [`l${i}`, good ? 'test_pass' : 'test_fail', i]);
      await happen(two, [`l${i}`, good && i > 0 ? 'test_pass' : 'test_fail', i]);
    }
    await foldEvents({ deps });
    const { body } = await creator.ask('GET', '/analytics/dashboard');
    expect(body.data.totals).toMatchObject({ totalRuns: 24, submissions: 24, passes: 11 });
    expect(body.data.capsules.map((row: { capsuleId: string }) => row.capsuleId).sort()).toEqual(
      [one, two].sort(),
    );
    const first = body.data.capsules.find((row: { capsuleId: string }) => row.capsuleId === one);
    expect(first).toMatchObject({ difficulty: 0.5, completionRate: 0.5, isPublished: true });
    expect(first.discrimination).toBeCloseTo(0.845, 2);
    const empty = await (await Person.signUp()).ask('GET', '/analytics/dashboard');
    expect(empty.body.data).toMatchObject({ capsules: [], totals: { totalRuns: 0 } });
  });

  it('tell of a course who started and who finished, and of others’ capsules nothing', async () => {
    const creator = await Person.signUp();
    const [first, second, extra] = [await publish(creator), await publish(creator), await publish(creator)];
    const foreign = await publish(author);
    const item = (capsuleId: string, optional = false) => ({ capsuleId, optional, requires: [] });
    const items = [item(first), item(second), item(extra, true), item(foreign, true)];
    const made = await creator.ask('POST', '/courses', { body: { title: 'Both', description: '', items } });
    expect(made.status).toBe(201);
    const path = `/analytics/courses/${made.body.data.id}`;
    const nobody = await creator.ask('GET', path);
    expect(nobody.body.data).toMatchObject({ learners: { started: 0, finished: 0 }, others: 1 });
    await happen(first, ['ada', 'test_pass', 0], ['bob', 'test_pass', 0], ['cy', 'test_fail', 0]);
    await happen(second, ['ada', 'test_pass', 0], ['bob', 'test_fail', 0]);
    await happen(foreign, ['dan', 'test_pass', 0]);
    await foldEvents({ deps });
    const { body } = await creator.ask('GET', path);
    expect(body.data.learners).toEqual({ started: 4, finished: 1 });
    expect(body.data.items).toMatchObject([
      { capsuleId: first, learners: 3, optional: false },
      { capsuleId: second, learners: 2, difficulty: 0.5 },
      { capsuleId: extra, learners: 0, difficulty: null, optional: true },
    ]);
    expect(body.data.items[0].difficulty).toBeCloseTo(1 / 3);
    expect((await author.ask('GET', path)).status).toBe(404);
  });

  it('are the owner’s; the public learns runs, and the completion rate once it tells of nobody', async () => {
    const capsuleId = await publish(author);
    await happen(capsuleId, ['ada', 'test_pass', 0]);
    await foldEvents({ deps });
    const other = await Person.signUp();
    expect((await other.ask('GET', `/analytics/capsules/${capsuleId}`)).status).toBe(404);
    const few = await ask('GET', `/analytics/public/${capsuleId}`);
    expect(few.body.data).toEqual({ totalRuns: 1, completionRate: null });
    await happen(
      capsuleId,
      ...['b', 'c', 'd', 'e'].map((name): [string, string, number] => [name, 'run', 1]),
    );
    await foldEvents({ deps });
    const { body } = await ask('GET', `/analytics/public/${capsuleId}`);
    expect(body.data).toEqual({ totalRuns: 5, completionRate: 0.2 });
    const draft = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id;
    expect((await ask('GET', `/analytics/public/${draft}`)).status).toBe(404);
  });

  it.each([['?from=2026-13-01'], ['?from=2026-02-02&to=2026-02-01'], ['?from=2020-01-01&to=2026-01-01']])(
    'refuse a period that is none: %s',
    async query => {
      expect((await author.ask('GET', `/analytics/dashboard${query}`)).status).toBe(400);
    },
  );

  it('go from a learner’s submission to the author, by way of queue and cron', async () => {
    const capsuleId = await publish(author);
    const learner = await Person.signUp();
    const source_code = 'def clamp(x, low, high):\n    return missing_name_42\n';
    await learner.ask('POST', `/capsules/${capsuleId}/submit`, { body: { source_code } });
    await stored(capsuleId, 2);
    await foldEvents({ deps });
    const { body } = await author.ask('GET', `/analytics/capsules/${capsuleId}`);
    expect(body.data).toMatchObject({
      totals: { submissions: 1, passes: 0 },
      errors: [{ message: 'NameError: name <name> is not defined', count: 1 }],
    });
    expect(body.data.tests.map(({ test }: { test: string }) => test).sort()).toEqual([
      'above',
      'below',
      'inside',
    ]);
  });
});

describe('errors', () => {
  it.each([
    ["NameError: name 'foo' is not defined", 'NameError: name <name> is not defined'],
    ['IndexError: index 17 is out of range', 'IndexError: index <number> is out of range'],
    ['/box/solution.py:3: SyntaxError: invalid syntax', '<path>: SyntaxError: invalid syntax'],
    ['solution.c:12:5: error: ‘x1’ undeclared', '<path>: error: <name> undeclared'],
    ['Segfault at 0x7ffd1234abcd', 'Segfault at <address>'],
    ['TypeError: x.map is not a function', 'TypeError: x.map is not a function'],
  ])('of one kind read alike: %s', (message, common) => {
    expect(normalise(message)).toBe(common);
  });
});

describe('an item', () => {
  const sums = { capsuleId: 'c', title: 't' };
  it('that those pass who pass the others discriminates fully, and the other way round', () => {
    expect(itemQuality({ ...sums, n: 10, x: 5, y: 5, yy: 5, xy: 5 }).discrimination).toBeCloseTo(1);
    expect(itemQuality({ ...sums, n: 10, x: 5, y: 5, yy: 5, xy: 0 }).discrimination).toBeCloseTo(-1);
  });
  it('that all pass, or few tried, tells nothing', () => {
    expect(itemQuality({ ...sums, n: 10, x: 10, y: 5, yy: 5, xy: 5 })).toMatchObject({
      difficulty: 0,
      discrimination: null,
    });
    expect(itemQuality({ ...sums, n: 9, x: 4, y: 4, yy: 4, xy: 4 }).discrimination).toBeNull();
    expect(itemQuality({ ...sums, n: 0, x: 0, y: 0, yy: 0, xy: 0 }).difficulty).toBeNull();
  });
});
