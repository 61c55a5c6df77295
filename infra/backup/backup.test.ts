import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, ROOT } from '../../tools/lib/command.ts';
import { type Place, type Prepared, prepare, withStores } from './bindings.ts';
import { differences } from './compare.ts';
import { manifest } from './manifest.ts';
import { restoreBackup } from './restored.ts';
import { takeBackup } from './take.ts';

const CONFIG = 'apps/api/wrangler.jsonc';
/** Longer than one statement may be, with what has to be escaped, and characters of one to four bytes. */
const LONG = "It's a \u{1f600}\n-- ; 'é' 世界\r\n".repeat(9_000);

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const at = (name: string): Place => ({ config: join(ROOT, CONFIG), persistTo: join(folder, name) });
const backup = join(folder, 'backup');
const full: Prepared = prepare(at('full'));
const empty: Prepared = prepare(at('empty'));

beforeAll(async () => {
  await command(
    'wrangler',
    [
      'd1',
      'migrations',
      'apply',
      'devcapsules-db',
      '--local',
      '-c',
      CONFIG,
      '--persist-to',
      join(folder, 'full'),
    ],
    { env: { CI: '1' } },
  );
  await withStores(full, async ({ DB, BLOBS, CACHE }) => {
    const insert = (sql: string, ...values: unknown[]) =>
      DB.prepare(sql)
        .bind(...values)
        .run();
    await insert("INSERT INTO users (id, email, name) VALUES ('u', 'u@example.com', ?)", 'a\u0000b');
    await insert(
      `INSERT INTO capsules (id, creator_id, title, difficulty, language, content, content_hash, quality_score, is_published)
       VALUES ('c', 'u', 'Bicycles', 'EASY', 'sql', ?, 'hash', ?, 1)`,
      JSON.stringify({ statement: LONG }),
      0.1 + 0.2,
    );
    await insert(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 249)
       INSERT INTO flags SELECT format('flag %03d', i), '1', 'now', 'me' FROM n`,
    );
    await insert(
      "INSERT INTO dead_letters VALUES ('d', 'events-queue', ?, '', 9007199254740991, '', NULL)",
      LONG,
    );
    await insert(
      "INSERT INTO capsule_events (id, capsule_id, event_type, created_at) VALUES ('e', 'c', 'view', '')",
    );
    await insert("DELETE FROM capsule_events WHERE id = 'e'");
    const bytes = randomBytes(70_000);
    await BLOBS.put('assets/one.png', bytes, {
      httpMetadata: { contentType: 'image/png' },
      customMetadata: { a: 'b' },
    });
    await BLOBS.put('empty', new Uint8Array());
    await CACHE.put('stays', 'a value', { metadata: { of: 'it' } });
    await CACHE.put('goes', 'soon', { expiration: Math.round(Date.now() / 1000) + 3_600 });
    await takeBackup({ DB, BLOBS, CACHE }, backup, new Date());
  });
}, 120_000);
afterAll(() => {
  full.remove();
  empty.remove();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  test('restores into nothing, row for row and byte for byte, with indexes and triggers', async () => {
    await restoreBackup(empty, backup);
    await withStores(empty, async stores => {
      const again = join(folder, 'again');
      const restored = await takeBackup(stores, again, new Date());
      const before = manifest.parse(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')));
      expect(differences(before, restored)).toEqual([]);
      expect(readFileSync(join(again, 'database.sql'))).toEqual(readFileSync(join(backup, 'database.sql')));
      expect(restored.tables.flags?.rows).toBe(250);

      const one = (sql: string) => stores.DB.prepare(sql).first();
      const found = "SELECT rowid FROM capsule_search WHERE capsule_search MATCH 'bicycles'";
      expect(await one(found)).toEqual({ rowid: 1 });
      expect(await one("SELECT json_extract(content, '$.statement') AS text FROM capsules")).toEqual({
        text: LONG,
      });
      expect(await one('SELECT hex(name) AS name, quality_score FROM users, capsules')).toEqual({
        name: '610062',
        quality_score: 0.1 + 0.2,
      });
      await stores.DB.prepare("UPDATE capsules SET title = 'Tricycles', published_version = 1").run();
      expect(await one(found)).toBeNull();
      expect(
        await one("SELECT rowid FROM capsule_search WHERE capsule_search MATCH 'tricycles'"),
      ).not.toBeNull();
      // The number of the deleted event is not given again.
      await stores.DB.prepare(
        "INSERT INTO capsule_events (id, capsule_id, event_type, created_at) VALUES ('f', 'c', 'view', '')",
      ).run();
      expect(await one('SELECT seq FROM capsule_events')).toEqual({ seq: 2 });
    });
  }, 60_000);

  test('is not put over what is there', async () => {
    await expect(restoreBackup(full, backup)).rejects.toThrow(/The database has \d+ tables/);
  });

  test('that was changed is refused before anything is written', async () => {
    const path = join(backup, 'database.sql');
    const whole = readFileSync(path);
    appendFileSync(path, 'DELETE FROM users;\n');
    await expect(restoreBackup(empty, backup)).rejects.toThrow('database.sql is not what was backed up');
    writeFileSync(path, whole);
  });

  test('of a database with a virtual table that nobody knows how to fill is refused', async () => {
    await withStores(full, async stores => {
      await stores.DB.prepare("CREATE VIRTUAL TABLE notes USING fts5 (text, content = '')").run();
      const taken = takeBackup(stores, join(folder, 'refused'), new Date());
      await expect(taken).rejects.toThrow('notes is a virtual table');
      await stores.DB.prepare('DROP TABLE notes').run();
    });
  });
});

test('a difference is told by its name', () => {
  const { tables, ...rest } = manifest.parse(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')));
  const users = { rows: 2, sha256: '0'.repeat(64) };
  const other = { ...rest, tables: { ...tables, users }, objects: rest.objects.slice(1) };
  const told = differences({ ...rest, tables }, other);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^table users is another: /);
  expect(told[1]).toBe('object assets/one.png is gone');
});
