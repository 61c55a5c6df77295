import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { authSource, betterAuthAccounts } from './adapters/auth/better-auth.ts';
import { d1Capsules } from './adapters/d1/capsules.ts';
import { d1Events } from './adapters/d1/events.ts';
import { d1Catalogue } from './adapters/d1/lists.ts';
import { d1Proofs } from './adapters/d1/proofs.ts';
import { d1Quotas } from './adapters/d1/quotas.ts';
import { d1Submissions } from './adapters/d1/submissions.ts';
import { durableJobs } from './adapters/durable/jobs.ts';
import { kvCapsuleCache } from './adapters/kv/capsule-cache.ts';
import { edgeLanguages, runnerLanguages } from './adapters/languages.ts';
import { queueEvents } from './adapters/queue/events.ts';
import { r2Blobs } from './adapters/r2/blobs.ts';
import { bindingRateLimiter } from './adapters/rate-limiter.ts';
import type { Health } from './adapters/runner/health.ts';
import { runnerRouter } from './adapters/runner/router.ts';
import { runQueries } from './adapters/sqlite/queries.ts';
import { startTrace } from './adapters/telemetry/context.ts';
import type { Bindings } from './bindings.ts';
import { type Config, readConfig } from './config.ts';
import type { Deps } from './deps.ts';
import type { Runtime } from './ports/runtime.ts';

export interface RequestScope {
  requestId: string;
  /** The caller's W3C trace context. */
  traceparent?: string | undefined;
  waitUntil: (work: Promise<unknown>) => void;
}

export type Compose = (bindings: Bindings, scope: RequestScope) => Deps;

/** The only place that knows bindings and adapters. One an isolate: it keeps what is costly to make. */
export function makeCompose(): Compose {
  const auth = authSource();
  const configs = new WeakMap<Bindings, Config>();
  const health: Health = new Map();
  return (bindings, scope) => {
    const config = configs.get(bindings) ?? readConfig(bindings);
    configs.set(bindings, config);
    return compose(bindings, scope, config, { auth, health });
  };
}

/** What outlives a request. */
interface Kept {
  auth: ReturnType<typeof authSource>;
  health: Health;
}

function compose(
  bindings: Bindings,
  { requestId, traceparent, waitUntil }: RequestScope,
  config: Config,
  { auth, health }: Kept,
): Deps {
  const runtime: Runtime = { now: () => new Date(), random: Math.random, newId: () => crypto.randomUUID() };
  const db = drizzle(bindings.DB);
  const blobs = r2Blobs(bindings.BLOBS);
  const trace = startTrace(traceparent, 0, runtime.random);
  const routerFor = (caller: string) =>
    runnerRouter({
      endpoints: config.runners,
      health,
      overheadMs: config.runnerOverheadMs,
      requestId,
      caller,
      runtime,
      trace,
    });
  const executorFor: Deps['executorFor'] = caller => ({
    runProgram: job => routerFor(caller).execute(job),
    runQuery: job => runQueries(bindings.SQL, blobs, job),
  });
  const executor = executorFor(requestId);
  const runners = routerFor(requestId);
  const log = (entry: Record<string, unknown>) => console.error(JSON.stringify({ requestId, ...entry }));
  return {
    config,
    runtime,
    accounts: betterAuthAccounts(() => auth(bindings, config, bindings.DB, bindings.SESSIONS)),
    capsules: d1Capsules(db),
    catalogue: d1Catalogue(db),
    capsuleCache: kvCapsuleCache(bindings.CACHE, log),
    proofs: d1Proofs(db),
    proofJobs: durableJobs(bindings.PROOFS, runtime),
    submissions: d1Submissions(db),
    regradeJobs: durableJobs(bindings.REGRADES, runtime),
    blobs,
    events: queueEvents(bindings.EVENTS, runtime, waitUntil, log),
    eventStore: d1Events(db),
    quotas: d1Quotas(db),
    rateLimiter: bindingRateLimiter(bindings),
    executor,
    executorFor,
    trace,
    runners: async () => (await runners.survey()).map(({ runtimes }) => (runtimes ? 'up' : 'down')),
    makeMutants: request => bindings.MUTANTS.make(request),
    log,
    runnerLanguages: runnerLanguages(runners),
    edgeLanguages: edgeLanguages(executor),
    pingDatabase: async () => {
      await db.run(sql`SELECT 1`);
    },
  };
}
