import type { QueryJob, QueryOutcome } from '@devcapsules/capsule/execution';
import { sha256 } from '@devcapsules/capsule/hash';
import { referencedHash } from '@devcapsules/capsule/scripts';
import type { SqlCall, SqlReply, SqlService } from '@devcapsules/sql/protocol';
import type { BlobStore } from '../../ports/blobs.ts';

/** Past this many characters a script is first sent by its hash alone. */
const INLINE_CHARS = 2_000;

/**
 * Runs queries in the SQL Worker. Set-up scripts go by hash; the texts of those it does not hold yet follow
 * on a second call, large ones read from the blob store only then.
 */
export async function runQueries(sql: SqlService, blobs: BlobStore, job: QueryJob): Promise<QueryOutcome[]> {
  const scripts = await nameScripts(job.cases.flatMap(item => item.setup));
  const call: SqlCall = {
    source: job.source,
    cases: job.cases.map(({ setup, check }) => ({
      setup: setup.map(script => ({ hash: scripts.get(script) ?? '' })),
      ...(check !== undefined && { check }),
    })),
    limits: job.limits,
    scripts: {},
  };
  for (const [script, hash] of scripts) {
    if (referencedHash(script) === null && script.length <= INLINE_CHARS) call.scripts[hash] = script;
  }
  const reply = await runWithin(sql, call);
  if ('outcomes' in reply) return reply.outcomes;
  for (const [script, hash] of scripts) call.scripts[hash] = await textOf(script, blobs);
  const second = await runWithin(sql, call);
  if ('outcomes' in second) return second.outcomes;
  throw new Error(`the SQL Worker still misses ${second.missing.join(', ')}`);
}

/** Cloudflare ends a Worker that computes for too long; the call then rejects instead of giving outcomes. */
const CPU_LIMIT = /exceeded (its )?cpu|cpu (time )?limit/i;

async function runWithin(sql: SqlService, call: SqlCall): Promise<SqlReply> {
  try {
    return await sql.run(call);
  } catch (error) {
    if (!(error instanceof Error && CPU_LIMIT.test(error.message))) throw error;
    const message = 'The SQL was stopped: it computed for too long';
    const stopped = {
      status: 'time_limit' as const,
      result: null,
      message,
      timeMs: call.limits.timeMs,
      memoryKb: 0,
    };
    return { outcomes: call.cases.map(() => stopped) };
  }
}

async function nameScripts(scripts: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const script of new Set(scripts)) names.set(script, referencedHash(script) ?? (await sha256(script)));
  return names;
}

async function textOf(script: string, blobs: BlobStore): Promise<string> {
  const hash = referencedHash(script);
  if (hash === null) return script;
  const text = await blobs.get(hash);
  if (text === null) throw new Error(`the blob ${hash} is missing`);
  return text;
}
