import type { QueryOutcome, QueryStatus } from '@devcapsules/capsule/execution';
import { runCase } from './case.ts';
import { QueryFailure } from './engine/failure.ts';
import { callBudget } from './engine/limits.ts';
import { Sqlite } from './engine/sqlite.ts';
import type { SqlCall, SqlReply } from './protocol.ts';
import { imageOf, missingScripts } from './scripts/chain.ts';
import type { ImageCache } from './scripts/images.ts';

/** After any other status an instance is thrown away. */
const REUSABLE: ReadonlySet<QueryStatus> = new Set(['ok', 'error', 'check_error']);

/** Runs all cases of a call, or tells which texts it lacks. Never yields, so calls don't interleave. */
export function runCall(call: SqlCall, cache: ImageCache): SqlReply {
  const chains = call.cases.map(({ setup }) => setup.map(({ hash }) => hash));
  const missing = new Set(chains.flatMap(chain => missingScripts(chain, call.scripts, cache)));
  if (missing.size > 0) return { missing: [...missing] };

  const budget = callBudget();
  const outcomes: QueryOutcome[] = [];
  let instance: Sqlite | null = null;
  for (const [index, chain] of chains.entries()) {
    // What was cached at the start may have given way to an image built since.
    const evicted = missingScripts(chain, call.scripts, cache);
    if (evicted.length > 0) return { missing: evicted };
    const check = call.cases[index]?.check;
    const outcome = settle(() => {
      const image = imageOf(chain, call.scripts, cache, budget);
      instance ??= new Sqlite();
      return runCase(instance, { image, source: call.source, check, limits: call.limits }, budget);
    });
    if (!REUSABLE.has(outcome.status)) instance = null;
    outcomes.push(outcome);
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
