/**
 * Measures reading, listing, searching and submitting through the API on local workerd, in a library of 500 capsules
 * and in one of 50,000: what grows with the library, and how much.
 *
 *   npm run bench -- library [--runs N] [--sizes 500,50000] [--json]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ApiUser } from '../tools/lib/api.ts';
import { type Stack, startStack } from '../tools/lib/stack.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { fillLibrary, SEARCHES } from './lib/library.ts';
import { type Measure, measure } from './lib/measure.ts';

const WARM_UP = 10;
const LOADS = { one: { clients: 1, pauseMs: 0 }, eight: { clients: 8, pauseMs: 0 } };
/** Requests are spread over so many people, for each may ask only so often a minute. */
const PEOPLE = 24;

/** A query capsule: it is judged in the Worker, so that the runner's work is not what is measured. */
const SOLUTION = 'SELECT id FROM item ORDER BY id';
const DOCUMENT = {
  schemaVersion: 1,
  type: 'SQL',
  language: 'sql',
  title: 'Bench',
  difficulty: 'EASY',
  tags: [],
  statement: 'Bench',
  objectives: ['Select rows'],
  judge: {
    kind: 'query',
    ordered: true,
    setup: 'CREATE TABLE item (id INTEGER); INSERT INTO item VALUES (2), (1), (3);',
  },
  starter: '-- your query\n',
  solution: SOLUTION,
  tests: [
    { name: 'all rows', hidden: false },
    { name: 'more rows', hidden: true, setup: 'INSERT INTO item VALUES (9), (7);' },
  ],
  hints: [],
  limits: { timeMs: 1000, memoryMb: 64 },
};

const sessionSchema = z.object({ user: z.object({ id: z.string() }) });
const pageSchema = z.object({ page: z.object({ nextCursor: z.string().nullable() }) });
const idOf = (session: unknown) => sessionSchema.parse(session).user.id;

interface Result extends Measure {
  what: string;
  size: number;
  eightPerSecond: number;
}

await main(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string' }, sizes: { type: 'string' }, json: { type: 'boolean' } },
  });
  const runs = Number(values.runs ?? 200);
  const sizes = (values.sizes ?? '500,50000').split(',').map(Number);
  if (sizes.some(size => !Number.isInteger(size) || size < 10))
    throw new StepError('--sizes are whole numbers.');
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-bench-'));
  const start = () => startStack({ stateDir, runner: 'off', plan: 'enterprise' });
  let stack = await start();
  try {
    const results: Result[] = [];
    const creatorId = idOf(await (await enter(stack, 0)).get('/auth/session'));
    for (const size of sizes.toSorted((a, b) => a - b)) {
      await stack.stop();
      await step(`A library of ${size} capsules`, () => fillLibrary(stateDir, creatorId, DOCUMENT, size));
      stack = await start();
      results.push(...(await measureAll(stack, size, runs)));
    }
    console.log(values.json ? JSON.stringify(results) : `\n${table(results, sizes)}`);
    return 0;
  } finally {
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  }
});

async function measureAll(stack: Stack, size: number, runs: number): Promise<Result[]> {
  const people: ApiUser[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await enter(stack, i + 1));
  const middle = pageSchema.parse(await people[0]?.get('/capsules?limit=100')).page.nextCursor ?? '';
  const get = (path: (nth: number) => string) => (user: ApiUser, nth: number) => user.get(path(nth));
  const somewhere = (nth: number) => `bench-${(Math.abs(nth) * 7919) % size}`;
  const questions: Record<string, (user: ApiUser, nth: number) => Promise<unknown>> = {
    'who is signed in (the Worker alone)': get(() => '/auth/session'),
    'a published capsule, always the same': get(() => '/capsules/bench-1'),
    'a published capsule, always another': get(nth => `/capsules/${somewhere(nth)}`),
    'list, first page of 20': get(() => '/capsules'),
    'list, a later page': get(() => `/capsules?cursor=${encodeURIComponent(middle)}`),
    'list by language, difficulty, tag': get(() => '/capsules?language=python&difficulty=EASY&tag=chapter-0'),
    'search, a word of every second': get(() => `/capsules?q=${SEARCHES.common}`),
    'search, a word of every hundredth': get(() => `/capsules?q=${SEARCHES.seldom}`),
    'search, the beginning of it': get(() => `/capsules?q=${SEARCHES.beginning}`),
    'search, a word of none': get(() => `/capsules?q=${SEARCHES.none}`),
    'submit to a query capsule': (user, nth) =>
      user.post(`/capsules/${somewhere(nth)}/submit`, { source_code: SOLUTION }),
  };
  const results: Result[] = [];
  for (const [what, question] of Object.entries(questions)) {
    const once = async (nth: number) => {
      const user = people[Math.abs(nth) % PEOPLE];
      if (user) await question(user, nth);
      return true;
    };
    const one = await measure(LOADS.one, runs, WARM_UP, once);
    const eight = await measure(LOADS.eight, runs, 0, once);
    results.push({ what, size, ...one, eightPerSecond: eight.perSecond });
  }
  return results;
}

async function enter(stack: Stack, nth: number): Promise<ApiUser> {
  const user = new ApiUser(stack.url);
  await user.enter({
    email: `bench-${nth}@devcapsules.example`,
    password: 'bench of the library',
    name: 'Bench',
  });
  return user;
}

function table(results: Result[], sizes: number[]): string {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const at = (what: string, size: number) =>
    results.find(result => result.what === what && result.size === size);
  const rows = [...new Set(results.map(({ what }) => what))].flatMap(what => {
    const [first, last] = [at(what, small), at(what, large)];
    if (!first || !last) return [];
    const grown = `${(last.p50Ms / first.p50Ms).toFixed(2)} ×`;
    return [
      [
        what,
        first.p50Ms,
        first.p99Ms,
        first.eightPerSecond,
        last.p50Ms,
        last.p99Ms,
        last.eightPerSecond,
        grown,
      ],
    ];
  });
  const heads = [small, large].flatMap(size => [`${size}: p50 ms`, 'p99', '8 clients/s']);
  return renderTable(['over HTTP', ...heads, 'p50 grows'], rows);
}
