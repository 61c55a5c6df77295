import { env } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument } from '../../../packages/capsule/test/samples.ts';
import { d1Catalogue } from '../src/adapters/d1/lists.ts';
import type { OwnListQuery } from '../src/ports/capsules.ts';
import { type Answer, ask, Person } from './support.ts';

let author: Person;
const ids: Record<string, string> = {};

const documents = {
  window: { title: 'Running totals', statement: 'Use a window function.', tags: ['Windows', 'sums'] },
  joins: { title: 'Joins', statement: 'Join café orders with their customers.', tags: ['joins'] },
  body: { title: 'Café prices', statement: 'No joins are needed here.', tags: ['Sums'] },
};

const titles = ({ body }: Answer) => body.data.data.map((entry: { title: string }) => entry.title);
/** Asked from an address of its own, so that no rate limit is met. */
const find = (query: string) =>
  ask('GET', `/capsules?${query}`, { headers: { 'cf-connecting-ip': crypto.randomUUID() } });

beforeAll(async () => {
  author = await Person.signUp();
  for (const [name, extra] of Object.entries(documents)) {
    ids[name] = await author.publish({ ...topDocument, ...extra });
  }
  await author.ask('POST', '/capsules', { body: { ...topDocument, title: 'A secret draft about joins' } });
});

describe('search', () => {
  it('finds words of title, statement, tags and language, the title first', async () => {
    expect(titles(await find('q=joins'))).toEqual(['Joins', 'Café prices']);
    expect(titles(await find('q=window'))).toEqual(['Running totals']);
    expect(titles(await find('q=sums+sql'))).toHaveLength(2);
  });

  it('takes the last word for a beginning, the others whole, and accents for their letters', async () => {
    expect(titles(await find('q=cafe+custom'))).toEqual(['Joins']);
    expect(titles(await find('q=custom+cafe'))).toEqual([]);
    expect(titles(await find(`q=${encodeURIComponent('CAFÉ pri')}`))).toEqual(['Café prices']);
  });

  it.each([
    ...['"', '""', 'joins"', '"joins', 'joins OR window', 'NOT joins', 'joins NEAR(a b, 2)', 'title:joins'],
    ...[
      'joins*',
      '*',
      '^joins',
      '(joins',
      'joins)',
      '{title} : joins',
      '-joins',
      'joins + sums',
      "joins'; --",
    ],
    ...['facets:deleted', 'AND', 'OR', '\u0000joins', '🙂', '½', '\uD800', 'a'.repeat(200), 'q '.repeat(100)],
  ])('takes no syntax from a person: %j', async typed => {
    const answer = await find(`q=${encodeURIComponent(typed.replace('\uD800', '�'))}`);
    expect(answer.status).toBe(200);
  });

  it('has nothing for symbols alone, and everything for an empty box', async () => {
    expect((await find('q=%2B%2B%21')).body.data).toMatchObject({
      data: [],
      page: { total: 0, nextCursor: null },
    });
    expect((await find('q=')).body.data.page.total).toBe(3);
    expect((await find('q=+++')).body.data.page.total).toBe(3);
  });

  it('keeps to the filters beside it', async () => {
    expect(titles(await find('q=joins&tag=JOINS'))).toEqual(['Joins']);
    expect(titles(await find('q=joins&type=CODE'))).toEqual([]);
    expect(titles(await find('q=joins&type=SQL&difficulty=EASY'))).toHaveLength(2);
    expect(titles(await find('q=joins&language=python'))).toEqual([]);
    expect(titles(await find('q=joins&language=python&type=SQL'))).toEqual([]);
  });

  it('shows drafts to their author alone', async () => {
    const draft = 'A secret draft about joins';
    expect(titles(await find('q=joins'))).not.toContain(draft);
    expect(titles(await author.ask('GET', '/capsules/mine?q=secret'))).toEqual([draft]);
    expect(titles(await author.ask('GET', '/capsules/mine?q=joins&state=draft'))).toEqual([draft]);
    expect(titles(await author.ask('GET', '/capsules/mine?q=joins&state=published'))).toHaveLength(2);
    const other = await Person.signUp();
    expect(titles(await other.ask('GET', '/capsules/mine?q=joins'))).toEqual([]);
  });

  it('follows what is published, not what is being written', async () => {
    const id = ids.window ?? '';
    const put = { body: { ...topDocument, title: 'Gliding' }, headers: { 'if-match': '"v1"' } };
    await author.ask('PUT', `/capsules/${id}`, put);
    expect(titles(await find('q=gliding'))).toEqual([]);
    expect(titles(await find('q=totals'))).toEqual(['Running totals']);
    await author.ask('POST', `/capsules/${id}/unpublish`);
    expect(titles(await find('q=totals'))).toEqual([]);
    expect(titles(await author.ask('GET', '/capsules/mine?q=gliding'))).toEqual(['Gliding']);
    await author.ask('POST', `/capsules/${id}/verify`);
    await author.ask('POST', `/capsules/${id}/publish`);
    expect(titles(await find('q=gliding'))).toEqual(['Gliding']);
    await author.ask('DELETE', `/capsules/${id}`);
    expect(titles(await find('q=gliding'))).toEqual([]);
    expect(titles(await author.ask('GET', '/capsules/mine?q=gliding'))).toEqual([]);
    expect(titles(await author.ask('GET', '/capsules/mine?q=gliding&state=deleted'))).toEqual(['Gliding']);
    await author.ask('POST', `/capsules/${id}/restore`);
    expect(titles(await find('q=gliding'))).toEqual(['Gliding']);
  });
});

describe('tags', () => {
  it('are counted and found in one spelling', async () => {
    const { body } = await ask('GET', '/tags');
    expect(body.data).toContainEqual({ tag: 'joins', count: 1 });
    expect(titles(await find('tag=joinS'))).toEqual(['Joins']);
    expect(titles(await author.ask('GET', '/capsules/mine?tag=Sums'))).toEqual(['Café prices']);
  });
});

describe('with many capsules', () => {
  const MANY = 400;
  const lists = d1Catalogue(drizzle(env.DB));
  let creator: string;

  beforeAll(async () => {
    creator = (await author.ask('GET', '/auth/session')).body.data.user.id;
    // What the API writes, in one statement: every seventh is a draft, all of one minute.
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO capsules (id, creator_id, title, description, type, difficulty, language, content, content_hash,
         tags, is_published, created_at)
       SELECT 'many-' || i, ?2, 'Haystack ' || i, '', iif(i % 2, 'SQL', 'CODE'), iif(i % 3, 'EASY', 'HARD'),
         iif(i % 2, 'sql', 'python'), '{"statement":"Find the needle."}', 'hash', '["hay"]', i % 7 <> 0,
         '2026-01-01T00:00:' || printf('%02d', i % 60) || '.000Z' FROM n`,
    )
      .bind(MANY, creator)
      .run();
  });

  it.each([
    { tag: 'hay' },
    { q: 'needle' },
    { q: 'needle', language: 'sql' },
    { tag: 'hay', language: 'python', difficulty: 'HARD' },
    { type: 'CODE', tag: 'hay' },
  ] as const)('pages through all of %j once, and counts them', async filters => {
    const seen: string[] = [];
    let total = 0;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await lists.listPublished({ limit: 17, ...filters, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      ({ total, nextCursor: cursor } = page);
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(new Set(seen).size).toBe(seen.length);
    expect(total).toBe(seen.length);
  });

  const FILTERS: OwnListQuery[] = [];
  for (const language of [undefined, 'sql'] as const) {
    for (const difficulty of [undefined, 'HARD'] as const) {
      for (const type of [undefined, 'CODE', 'SQL'] as const) {
        for (const tag of [undefined, 'hay']) {
          for (const q of [undefined, 'needle']) {
            FILTERS.push({
              limit: 20,
              ...(language && { language }),
              ...(difficulty && { difficulty }),
              ...(type && { type }),
              ...(tag && { tag }),
              ...(q && { q }),
            });
          }
        }
      }
    }
  }

  it('answers each list from an index, reading rows of the page alone', async () => {
    const explained: Promise<void>[] = [];
    const plans = new Map<string, string[]>();
    const explaining = d1Catalogue(
      drizzle(watched(env.DB, (sql, params) => explained.push(explain(sql, params)))),
    );
    for (const filters of FILTERS) {
      await explaining.listPublished(filters);
      for (const state of [undefined, 'draft', 'published', 'deleted'] as const) {
        await explaining.listByCreator(creator, { ...filters, ...(state && { state }) });
      }
    }
    await Promise.all(explained);
    expect(plans.size).toBeGreaterThan(20);
    for (const [sql, plan] of plans) {
      const isSearch = sql.includes('MATCH');
      expect(
        plan.filter(line => /^SCAN (c|capsules|catalogue|k)\b/.test(line)),
        sql,
      ).toEqual([]);
      // Ranking sorts what matched; no other list sorts.
      if (!isSearch)
        expect(
          plan.filter(line => line.includes('TEMP B-TREE')),
          sql,
        ).toEqual([]);
      if (sql.includes('count(*)') && !isSearch) expect(plan.join(), sql).toContain('COVERING INDEX');
    }

    async function explain(sql: string, params: unknown[]) {
      const question = env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...params);
      const { results } = await question.all<{ detail: string }>();
      plans.set(
        sql,
        results.map(({ detail }) => detail),
      );
    }
  });

  it('keeps counts equal to what is there, whatever happens to capsules', async () => {
    await env.DB.batch([
      env.DB.prepare("UPDATE capsules SET is_published = 0 WHERE id IN ('many-1', 'many-2')"),
      env.DB.prepare("UPDATE capsules SET deleted_at = '2026-01-01' WHERE id = 'many-3'"),
      env.DB.prepare(`UPDATE capsules SET tags = '["hay","straw"]' WHERE id = 'many-4'`),
      env.DB.prepare("DELETE FROM capsules WHERE id IN ('many-5', 'many-6', 'many-7')"),
    ]);
    const { results: counted } = await env.DB.prepare(
      'SELECT tag, language, difficulty, count FROM catalogue_counts ORDER BY 1, 2, 3',
    ).all();
    const { results: there } = await env.DB.prepare(
      `SELECT tag, language, difficulty, count(*) AS count FROM catalogue_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    ).all();
    expect(counted).toEqual(there);
    const orphans = await env.DB.prepare(
      `SELECT count(*) AS n FROM capsule_search WHERE rowid NOT IN (SELECT seq FROM capsule_numbers)`,
    ).first<{ n: number }>();
    expect(orphans?.n).toBe(0);
  });
});

/** The same database, telling each statement that is bound. */
function watched(db: D1Database, onStatement: (sql: string, params: unknown[]) => void): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name).bind(target);
      return (sql: string) => {
        const statement = target.prepare(sql);
        const bind = (...params: unknown[]) => {
          onStatement(sql, params);
          return statement.bind(...params);
        };
        return new Proxy(statement, {
          get: (of, key) => (key === 'bind' ? bind : Reflect.get(of, key).bind(of)),
        });
      };
    },
  });
}
