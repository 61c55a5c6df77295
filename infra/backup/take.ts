import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Stores } from './bindings.ts';
import { dumpRows, dumpSequences, readSchema } from './dump.ts';
import { FORMAT, hashOf, type Manifest } from './manifest.ts';
import { fingerprintQuery, INDEXES } from './search-index.ts';

/** Backs everything up into an empty folder, and tells what it holds. */
export async function takeBackup(stores: Stores, folder: string, takenAt: Date): Promise<Manifest> {
  mkdirSync(join(folder, 'bytes'), { recursive: true });
  const database = await takeDatabase(stores, join(folder, 'database.sql'));
  const taken: Manifest = {
    ...{ format: FORMAT, takenAt: takenAt.toISOString(), ...database },
    objects: await takeObjects(stores, folder),
    keys: await takeKeys(stores, folder),
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(taken, null, 2)}\n`);
  return taken;
}

type Database = Pick<Manifest, 'databaseSha256' | 'tables' | 'indexes'>;

/** Writes the file that makes the database again: tables, rows, then what watches over rows, then indexes of words. */
async function takeDatabase({ DB }: Stores, path: string): Promise<Database> {
  const file = openSync(path, 'wx');
  const whole = createHash('sha256');
  const write = (statement: string, ...hashes: Hash[]) => {
    const text = `${statement};\n`;
    writeSync(file, text);
    for (const hash of [whole, ...hashes]) hash.update(text);
  };
  const schema = await readSchema(DB);
  write('PRAGMA defer_foreign_keys = TRUE');
  for (const { sql } of schema.tables) write(sql);
  const tables: Manifest['tables'] = {};
  for (const table of schema.tables) {
    const hash = createHash('sha256');
    let rows = 0;
    for await (const statements of dumpRows(DB, table)) {
      rows++;
      for (const statement of statements) write(statement, hash);
    }
    tables[table.name] = { rows, sha256: hash.digest('hex') };
  }
  for (const statement of await dumpSequences(DB)) write(statement);
  for (const { sql } of schema.virtual) write(sql);
  for (const sql of schema.rest) write(sql);
  const indexes: Manifest['indexes'] = {};
  for (const { name } of schema.virtual) {
    write(INDEXES[name] ?? '');
    indexes[name] = await fingerprint(DB, name);
  }
  return { databaseSha256: whole.digest('hex'), tables, indexes };
}

const document = z.array(z.object({ id: z.number(), sizes: z.string() }));

async function fingerprint(db: Stores['DB'], index: string): Promise<Manifest['indexes'][string]> {
  const rows = document.parse((await db.prepare(fingerprintQuery(index)).all()).results);
  return { rows: rows.length, sha256: hashOf(JSON.stringify(rows)) };
}

async function takeObjects({ BLOBS }: Stores, folder: string): Promise<Manifest['objects']> {
  const objects: Manifest['objects'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await BLOBS.list({ ...(cursor !== undefined && { cursor }) });
    for (const { key } of page.objects) {
      const object = await BLOBS.get(key);
      // Deleted since it was listed.
      if (!object) continue;
      const bytes = new Uint8Array(await object.arrayBuffer());
      const sha256 = keep(folder, bytes);
      const httpMetadata = z
        .record(z.string(), z.coerce.string())
        .parse(Object.fromEntries(Object.entries(object.httpMetadata ?? {}).filter(([, value]) => value)));
      objects.push({
        key,
        size: bytes.length,
        sha256,
        httpMetadata,
        customMetadata: object.customMetadata ?? {},
      });
    }
    if (!page.truncated) return objects;
    cursor = page.cursor;
  }
}

async function takeKeys({ CACHE }: Stores, folder: string): Promise<Manifest['keys']> {
  const keys: Manifest['keys'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await CACHE.list({ ...(cursor !== undefined && { cursor }) });
    for (const { name, expiration } of page.keys) {
      const { value, metadata } = await CACHE.getWithMetadata(name, 'arrayBuffer');
      if (value)
        keys.push({
          name,
          sha256: keep(folder, new Uint8Array(value)),
          expiration: expiration ?? null,
          metadata,
        });
    }
    if (page.list_complete) return keys;
    cursor = page.cursor;
  }
}

/** Bytes are kept once, by their hash. */
function keep(folder: string, bytes: Uint8Array): string {
  const sha256 = hashOf(bytes);
  writeFileSync(join(folder, 'bytes', sha256), bytes);
  return sha256;
}
