import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import type { Prepared, Stores } from './bindings.ts';
import { readSchema } from './dump.ts';
import { hashOf, type Manifest, manifest } from './manifest.ts';

/** Cloudflare refuses times that are nearer. */
const MIN_KEPT_SECONDS = 60;

/** Reads a backup's list and checks every byte against it. @throws StepError naming what is not as it was written */
export function readBackup(folder: string): Manifest {
  const read = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const check = (path: string, sha256: string) => {
    if (hashOf(readFileSync(join(folder, path))) !== sha256)
      throw new StepError(`${path} is not what was backed up`);
  };
  check('database.sql', read.databaseSha256);
  for (const { sha256 } of [...read.objects, ...read.keys]) check(join('bytes', sha256), sha256);
  return read;
}

/** @throws StepError where there are tables: rows of two times would be mixed */
export async function refuseFullDatabase({ DB }: Stores): Promise<void> {
  const { tables } = await readSchema(DB);
  if (tables.length > 0)
    throw new StepError(
      `The database has ${tables.length} tables. Restore into a new one, and bind that (docs/backup.md).`,
    );
}

/** Lets wrangler import the file: on Cloudflare that is one transaction, and takes files of gigabytes. */
export async function putDatabase({ config, database, persistTo }: Prepared, folder: string): Promise<void> {
  const where = persistTo === null ? ['--remote'] : ['--local', '--persist-to', persistTo];
  await command(
    'wrangler',
    [
      ...['d1', 'execute', database, '-c', config, ...where],
      ...['--file', join(folder, 'database.sql'), '--yes'],
    ],
    { env: { CI: '1' } },
  );
}

/** @throws StepError when rows point to rows that are not there */
export async function checkReferences({ DB }: Stores): Promise<void> {
  const { results } = await DB.prepare('PRAGMA foreign_key_check').all();
  const broken = z.array(z.object({ table: z.string(), parent: z.string() })).parse(results);
  if (broken.length === 0) return;
  const pairs = new Set(broken.map(({ table, parent }) => `${table} → ${parent}`));
  throw new StepError(`${broken.length} rows point to rows that are not there: ${[...pairs].join(', ')}`);
}

export async function putObjects({ BLOBS }: Stores, { objects }: Manifest, folder: string): Promise<void> {
  for (const { key, sha256, httpMetadata, customMetadata } of objects) {
    const { cacheExpiry, ...headers } = httpMetadata;
    await BLOBS.put(key, readFileSync(join(folder, 'bytes', sha256)), {
      httpMetadata: { ...headers, ...(cacheExpiry && { cacheExpiry: new Date(cacheExpiry) }) },
      customMetadata,
    });
  }
}

/** The cache is emptied first: what it holds is of another time. @returns the backup without keys whose time is over */
export async function putKeys(
  { CACHE }: Stores,
  backup: Manifest,
  folder: string,
  now: Date,
): Promise<Manifest> {
  for (let cursor: string | undefined; ; ) {
    const page = await CACHE.list({ ...(cursor !== undefined && { cursor }) });
    for (const { name } of page.keys) await CACHE.delete(name);
    if (page.list_complete) break;
    cursor = page.cursor;
  }
  const soon = now.getTime() / 1000 + MIN_KEPT_SECONDS;
  const keys = backup.keys.filter(({ expiration }) => expiration === null || expiration > soon);
  for (const { name, sha256, expiration, metadata } of keys) {
    await CACHE.put(name, readFileSync(join(folder, 'bytes', sha256)), {
      ...(expiration !== null && { expiration }),
      ...(metadata !== null && { metadata }),
    });
  }
  return { ...backup, keys };
}
