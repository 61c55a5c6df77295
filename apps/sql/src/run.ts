import type { QueryOutcome, QueryStatus } from '@devcapsules/capsule/execution';
import { runCase } from './case.ts';
import { QueryFailure } from './engine/failure.ts';
import { callBudget } from './engine/limits.ts';
import type { MemoryPool } from './engine/memory.ts';
import { InstanceSlot } from './engine/slot.ts';
import type { SqlCall, SqlReply } from './protocol.ts';
import { imageOf, missingScripts, type Workshop } from './scripts/chain.ts';
import type { ImageCache } from './scripts/images.ts';

/** After any other status the instance is thrown away. */
const REUSABLE: ReadonlySet<QueryStatus> = new Set(['ok', 'error', 'check_error']);

/** What outlives a call. */
export interface Isolate {
  cache: ImageCache;
  pool: MemoryPool;
}

/** Runs all cases of a call, or tells which texts it lacks. Never yields, so calls don't interleave. */
export function runCall(call: SqlCall, isolate: Isolate): SqlReply {
  const workshop: Workshop = { ...isolate, texts: call.scripts, budget: callBudget() };
  const chains = call.cases.map(({ setup }) => setup.map(({ hash }) => hash));
  const missing = new Set(chains.flatMap(chain => missingScripts(chain, workshop)));
  if (missing.size > 0) return { missing: [...missing] };

  const slot = new InstanceSlot(isolate.pool);
  const outcomes: QueryOutcome[] = [];
  try {
    for (const [index, chain] of chains.entries()) {
      // What was cached at the start may have given way to an image built since.
      const evicted = missingScripts(chain, workshop);
      if (evicted.length > 0) return { missing: evicted };
      const outcome = settle(() => {
        const image = imageOf(chain, workshop);
        const asked = { image, source: call.source, check: call.cases[index]?.check, limits: call.limits };
        return runCase(slot.get(), asked, workshop.budget);
      });
      if (!REUSABLE.has(outcome.status)) slot.discard();
      outcomes.push(outcome);
    }
  } finally {
    slot.discard();
  }
  return { outcomes };
}

/** Makes an outcome of a failed set-up, and of what nobody foresaw, such as a trap in WebAssembly. */
function settle(run: () => QueryOutcome): QueryOutcome {
  const nothing = { result: null, timeMs: 0, memoryKb: 0 };
  try {
    return run();
  } catch (error) {
    if (error instanceof QueryFailure) return { ...nothing, status: error.status, message: error.message };
    console.error(error);
    return { ...nothing, status: 'internal', message: null };
  }
}
