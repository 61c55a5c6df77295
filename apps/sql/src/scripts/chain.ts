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
import { runScript } from '../engine/script.ts';
import { Sqlite } from '../engine/sqlite.ts';
import type { SqlCall } from '../protocol.ts';
import type { ImageCache } from './images.ts';

type Texts = SqlCall['scripts'];

/** Hashes whose text is needed to build a chain: those past its longest prefix in the cache, unless they were sent. */
export function missingScripts(chain: readonly string[], texts: Texts, cache: ImageCache): string[] {
  const cached = longestCached(chain, cache);
  return chain.slice(cached).filter(hash => texts[hash] === undefined);
}

/**
 * The database that a chain of scripts builds, from its longest known prefix on; null for the empty chain.
 * @throws QueryFailure when a script fails
 */
export function imageOf(
  chain: readonly string[],
  texts: Texts,
  cache: ImageCache,
  budget: CallBudget,
): Uint8Array | null {
  const hash = chain.at(-1);
  if (hash === undefined) return null;
  const known = cache.get(chain);
  if (known) return known;
  const text = texts[hash];
  if (text === undefined) throw new Error(`No text for script ${hash}`);
  const image = build(imageOf(chain.slice(0, -1), texts, cache, budget), text, budget);
  cache.set(chain, image);
  return image;
}

function build(base: Uint8Array | null, text: string, budget: CallBudget): Uint8Array {
  const guard = new Guard(SETUP_POLICY, setupAllowance(budget));
  try {
    const database = new Database(new Sqlite(), {
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
    throw error instanceof QueryFailure ? asSetupError(error) : error;
  } finally {
    budget.ops -= guard.usedOps;
  }
}

function asSetupError(failure: QueryFailure): QueryFailure {
  return new QueryFailure('setup_error', `A set-up script failed: ${failure.message}`);
}

function longestCached(chain: readonly string[], cache: ImageCache): number {
  const lengths = chain.map((_, index) => chain.length - index);
  return lengths.find(length => cache.has(chain.slice(0, length))) ?? 0;
}
