import { SETUP_POLICY } from '../engine/authorizer.ts';
import { Database } from '../engine/database.ts';
import { QueryFailure } from '../engine/failure.ts';
import { Guard } from '../engine/guard.ts';
import {
  type CallBudget,
  MAX_IMAGE_BYTES,
  MAX_RESULT_BYTES,
  SETUP_HEAP_BYTES,
  SETUP_LIMITS,
  setupAllowance,
} from '../engine/limits.ts';
import type { MemoryPool } from '../engine/memory.ts';
import { runScript } from '../engine/script.ts';
import { Sqlite } from '../engine/sqlite.ts';
import type { ImageCache } from './images.ts';

export interface Workshop {
  /** Texts of scripts by hash, as far as they were sent. */
  texts: Record<string, string>;
  cache: ImageCache;
  pool: MemoryPool;
  budget: CallBudget;
}

/** Hashes whose text is needed to build a chain: those past its longest prefix in the cache, unless they were sent. */
export function missingScripts(
  chain: readonly string[],
  { texts, cache }: Pick<Workshop, 'texts' | 'cache'>,
): string[] {
  const lengths = chain.map((_, index) => chain.length - index);
  const cachedLength = lengths.find(length => cache.has(chain.slice(0, length))) ?? 0;
  return chain.slice(cachedLength).filter(hash => texts[hash] === undefined);
}

/**
 * The database that a chain of scripts builds, from its longest known prefix on; null for the empty chain.
 * @throws QueryFailure when a script fails
 */
export function imageOf(chain: readonly string[], workshop: Workshop): Uint8Array | null {
  const hash = chain.at(-1);
  if (hash === undefined) return null;
  const known = workshop.cache.get(chain);
  if (known) return known;
  const text = workshop.texts[hash];
  if (text === undefined) throw new Error(`No text for script ${hash}`);
  const image = build(imageOf(chain.slice(0, -1), workshop), text, workshop);
  workshop.cache.set(chain, image);
  return image;
}

function build(base: Uint8Array | null, text: string, { pool, budget }: Workshop): Uint8Array {
  const guard = new Guard(SETUP_POLICY, setupAllowance(budget));
  const sqlite = new Sqlite(pool);
  try {
    const database = new Database(sqlite, {
      image: base,
      heapBytes: SETUP_HEAP_BYTES,
      limits: SETUP_LIMITS,
      foreignKeys: false,
    });
    runScript(database, text, guard, MAX_RESULT_BYTES);
    if (database.isInTransaction()) throw new QueryFailure('setup_error', 'it leaves a transaction open');
    const image = database.serialize(MAX_IMAGE_BYTES);
    if (image === null)
      throw new QueryFailure('setup_error', `the database has more than ${MAX_IMAGE_BYTES} bytes`);
    return image;
  } catch (error) {
    if (!(error instanceof QueryFailure)) throw error;
    throw new QueryFailure('setup_error', `A set-up script failed: ${error.message}`);
  } finally {
    budget.ops -= guard.usedOps;
    sqlite.dispose();
  }
}
