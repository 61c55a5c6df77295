import { applyD1Migrations, env } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument, valid } from '../../../packages/capsule/test/samples.ts';
import { d1Catalogue } from '../src/adapters/d1/lists.ts';
import { ask, Person } from './support.ts';

const db = env.OLD_DB;
const AT = '2026-11-01T10:00:00.000Z';
/** How many migrations the version had whose data this is. */
const BEFORE = 2;

/** A capsule as that version wrote it; `published` is what learners get while `draft` is being written. */
async function write(id: string, { draft, published, more = {} }: Fixture) {
  const content = (extra: object) => JSON.stringify(valid({ ...topDocument, ...extra }));
  const versions = [...(published ? [published] : []), ...(draft ? [draft] : [])].map(content);
  const row = {
    ...{
      id,
      creator_id: 'old-user',
      title: (published ?? draft)?.title,
      description: 'List names by price.',
    },
    ...{ type: 'SQL', difficulty: 'EASY', language: 'sql', test_count: 2, content: versions.at(-1) },
    ...{ content_hash: 'hash', version: versions.length, published_version: published ? 1 : null },
    ...{ is_published: published ? 1 : 0, created_at: AT, updated_at: AT, ...more },
  };
  const names = Object.keys(row);
  await db
    .prepare(`INSERT INTO capsules (${names}) VALUES (${names.map(() => '?')})`)
    .bind(...Object.values(row))
    .run();
  for (const [index, text] of versions.entries()) {
    const version = [id, index + 1, text, 'hash', AT];
    await db
      .prepare('INSERT INTO capsule_versions VALUES (?, ?, ?, ?, ?)')
      .bind(...version)
      .run();
  }
}

interface Fixture {
  published?: { title: string; statement?: string; tags?: string[] };
  draft?: { title: string; statement?: string; tags?: string[] };
  more?: object;
}

beforeAll(async () => {
  await applyD1Migrations(db, env.TEST_MIGRATIONS.slice(0, BEFORE));
  await db.prepare("INSERT INTO users (id, email, name) VALUES ('old-user', 'old@example.com', 'Old')").run();
  await write('plain', { published: { title: 'Plain', tags: ['Joins', ' joins ', 'Übung'] } });
  await write('edited', {
    published: { title: 'Shown', statement: 'Use a window.', tags: ['windows'] },
    draft: { title: 'Being edited', statement: 'Something else.' },
  });
  await write('draft', { draft: { title: 'A draft of joins' } });
  await write('deleted', { published: { title: 'Deleted joins' }, more: { deleted_at: AT } });
  await db
    .prepare(
      "INSERT INTO submissions VALUES ('s', 'plain', 'old-user', 'old-user', 1, 'SELECT 1', 'accepted', 2, 2, ?, NULL)",
    )
    .bind(AT)
    .run();
  await db
    .prepare("INSERT INTO capsule_events VALUES ('e', 'plain', 'old-user', 'test_pass', '{}', ?)")
    .bind(AT)
    .run();
  await applyD1Migrations(db, env.TEST_MIGRATIONS);
});

describe('data of an earlier version', () => {
  const get = (path: string) => ask('GET', path, { env: { DB: db } });
  const titles = async (path: string) =>
    (await get(path)).body.data.data.map((entry: { title: string }) => entry.title);

  it('is listed, searched and read as before', async () => {
    expect((await titles('/capsules')).sort()).toEqual(['Plain', 'Shown']);
    expect(await titles('/capsules?tag=joins')).toEqual(['Plain']);
    expect(await titles('/capsules?q=joins')).toEqual(['Plain']);
    expect(await titles('/capsules?q=window')).toEqual(['Shown']);
    expect(await titles('/capsules?q=edited')).toEqual([]);
    expect((await get('/capsules')).body.data.page.total).toBe(2);
    expect((await get('/tags')).body.data).toContainEqual({ tag: 'joins', count: 1 });
    expect((await get('/capsules/edited')).body.data).toMatchObject({
      title: 'Shown',
      statement: 'Use a window.',
    });
    expect((await get('/capsules/draft')).status).toBe(404);
  });

  it('is its author’s in every state', async () => {
    const lists = d1Catalogue(drizzle(db));
    const own = async (query: object) =>
      (await lists.listByCreator('old-user', { limit: 20, ...query })).items.map(({ id }) => id).sort();
    expect(await own({})).toEqual(['draft', 'edited', 'plain']);
    expect(await own({ state: 'draft' })).toEqual(['draft']);
    expect(await own({ state: 'deleted' })).toEqual(['deleted']);
    expect(await own({ q: 'joins' })).toEqual(['draft', 'plain']);
  });

  it('breaks no reference, and new writes go on beside it', async () => {
    expect((await db.prepare('PRAGMA foreign_key_check').all()).results).toEqual([]);
    const somebody = await Person.signUp('New', { DB: db });
    const headers = { 'if-match': '"v1"' };
    const created = await somebody.ask('POST', '/capsules', { body: topDocument, env: { DB: db } });
    const { id } = created.body.data;
    const edited = { ...topDocument, title: 'New beside the old' };
    expect(
      (await somebody.ask('PUT', `/capsules/${id}`, { body: edited, headers, env: { DB: db } })).status,
    ).toBe(200);
    const found = await somebody.ask('GET', '/capsules/mine?q=beside', { env: { DB: db } });
    expect(found.body.data.page.total).toBe(1);
    const submitted = await somebody.ask('POST', '/capsules/plain/submit', {
      body: { source_code: topDocument.solution },
      env: { DB: db },
    });
    expect(submitted.body.data.verdict).toBe('accepted');
  });
});
