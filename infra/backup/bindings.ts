import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getPlatformProxy, unstable_readConfig } from 'wrangler';
import { z } from 'zod';
import { StepError } from '../../tools/lib/steps.ts';

/** Of a D1 database, what is used of it. */
export interface Database {
  prepare(sql: string): Statement;
}
interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<unknown>;
  first(): Promise<unknown>;
  all(): Promise<{ results: unknown[] }>;
}

interface Listed {
  cursor?: string;
}
/** Of an R2 bucket. */
export interface Bucket {
  list(options: Listed): Promise<{ objects: { key: string }[]; truncated: boolean; cursor?: string }>;
  get(key: string): Promise<{
    arrayBuffer(): Promise<ArrayBuffer>;
    httpMetadata?: Record<string, unknown>;
    customMetadata?: Record<string, string>;
  } | null>;
  put(
    key: string,
    bytes: Uint8Array,
    options?: { httpMetadata: Record<string, unknown>; customMetadata: Record<string, string> },
  ): Promise<unknown>;
}
/** Of a KV namespace. */
export interface Namespace {
  list(
    options: Listed,
  ): Promise<{ keys: { name: string; expiration?: number }[]; list_complete: boolean; cursor?: string }>;
  getWithMetadata(
    name: string,
    type: 'arrayBuffer',
  ): Promise<{ value: ArrayBuffer | null; metadata: unknown }>;
  put(
    name: string,
    value: Uint8Array | string,
    options: { expiration?: number; metadata?: unknown },
  ): Promise<unknown>;
  delete(name: string): Promise<unknown>;
}

/** What is backed up; Durable Objects hold jobs that run for minutes, and end as failed without them. */
export interface Stores {
  DB: Database;
  BLOBS: Bucket;
  CACHE: Namespace;
}

const named = z.looseObject({ binding: z.string() });
/** Of wrangler's configuration. */
const bound = z.object({
  compatibility_date: z.string(),
  account_id: z.string().optional(),
  d1_databases: z.array(named.extend({ database_name: z.string(), database_id: z.string() })),
  kv_namespaces: z.array(named.extend({ id: z.string() })),
  r2_buckets: z.array(named.extend({ bucket_name: z.string() })),
});

export interface Place {
  /** The API's wrangler configuration. */
  config: string;
  env?: string | undefined;
  /** Local state as `wrangler dev --persist-to` keeps it; null: Cloudflare's, with the account of the environment. */
  persistTo: string | null;
}

/** The configuration of these three alone, for the proxy and for wrangler's own commands. */
export interface Prepared {
  config: string;
  database: string;
  persistTo: string | null;
  remove(): void;
}

/** @throws StepError when the configuration lacks one of the three */
export function prepare({ config, env, persistTo }: Place): Prepared {
  const { d1_databases, kv_namespaces, r2_buckets, compatibility_date, account_id } = bound.parse(
    unstable_readConfig({ config, ...(env !== undefined && { env }) }),
  );
  const db = d1_databases.find(({ binding }) => binding === 'DB');
  const cache = kv_namespaces.find(({ binding }) => binding === 'CACHE');
  const blobs = r2_buckets.find(({ binding }) => binding === 'BLOBS');
  if (!db || !cache || !blobs)
    throw new StepError(`${config} does not bind DB, CACHE and BLOBS${env ? ` in ${env}` : ''}`);
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  const own = join(folder, 'wrangler.json');
  const remote = persistTo === null ? { remote: true } : {};
  writeFileSync(
    own,
    JSON.stringify({
      ...{ name: 'devcapsules-backup', compatibility_date, ...(account_id && { account_id }) },
      d1_databases: [{ ...pick(db, ['binding', 'database_name', 'database_id']), ...remote }],
      kv_namespaces: [{ ...pick(cache, ['binding', 'id']), ...remote }],
      r2_buckets: [{ ...pick(blobs, ['binding', 'bucket_name']), ...remote }],
    }),
  );
  const remove = () => rmSync(folder, { recursive: true });
  return { config: own, database: db.database_name, persistTo: persistTo && resolve(persistTo), remove };
}

/**
 * Does work with D1, R2 and KV as the API has them, through wrangler's platform proxy: the same code reads local state
 * and, by remote bindings, what is on Cloudflare.
 */
export async function withStores<Result>(
  { config, persistTo }: Prepared,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const proxy = await getPlatformProxy<Stores & Record<string, unknown>>({
    configPath: config,
    // `--persist-to` adds the version of the format, this does not.
    persist: persistTo === null ? false : { path: join(persistTo, 'v3') },
    remoteBindings: persistTo === null,
  });
  try {
    return await work(proxy.env);
  } finally {
    await proxy.dispose();
  }
}

function pick(source: object, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name)));
}
