import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { authSource, betterAuthAccounts } from './adapters/auth/better-auth.ts';
import { d1Capsules } from './adapters/d1/capsules.ts';
import { d1Events } from './adapters/d1/events.ts';
import { d1Proofs } from './adapters/d1/proofs.ts';
import { d1Quotas } from './adapters/d1/quotas.ts';
import { d1Submissions } from './adapters/d1/submissions.ts';
import { durableJobs } from './adapters/durable/jobs.ts';
import { edgeLanguages, runnerLanguages } from './adapters/languages.ts';
import { queueEvents } from './adapters/queue/events.ts';
import { r2Blobs } from './adapters/r2/blobs.ts';
import { bindingRateLimiter } from './adapters/rate-limiter.ts';
import { runnerClient } from './adapters/runner/client.ts';
import { runQueries } from './adapters/sqlite/queries.ts';
import type { Bindings } from './bindings.ts';
import { type Config, readConfig } from './config.ts';
import type { Deps } from './deps.ts';
import type { Runtime } from './ports/runtime.ts';

export interface RequestScope {
  requestId: string;
  waitUntil: (work: Promise<unknown>) => void;
}

export type Compose = (bindings: Bindings, scope: RequestScope) => Deps;

/** The only place that knows bindings and adapters. One an isolate: it keeps what is costly to make. */
export function makeCompose(): Compose {
  const auth = authSource();
  const configs = new WeakMap<Bindings, Config>();
  return (bindings, scope) => {
    const config = configs.get(bindings) ?? readConfig(bindings);
    configs.set(bindings, config);
    return compose(bindings, scope, config, auth);
  };
}

function compose(
  bindings: Bindings,
  { requestId, waitUntil }: RequestScope,
  config: Config,
  auth: ReturnType<typeof authSource>,
): Deps {
  const runtime: Runtime = { now: () => new Date(), random: Math.random, newId: () => crypto.randomUUID() };
  const db = drizzle(bindings.DB);
  const blobs = r2Blobs(bindings.BLOBS);
  const runner = runnerClient({ url: config.runnerUrl, secret: config.runnerSecret, requestId, runtime });
  const executor: Deps['executor'] = {
    runProgram: job => runner.execute(job),
    runQuery: job => runQueries(bindings.SQL, blobs, job),
  };
  const log = (entry: Record<string, unknown>) => console.error(JSON.stringify({ requestId, ...entry }));
  return {
    config,
    runtime,
    accounts: betterAuthAccounts(() => auth(bindings, config, bindings.DB, bindings.SESSIONS)),
    capsules: d1Capsules(db),
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
    makeMutants: request => bindings.MUTANTS.make(request),
    log,
    runnerLanguages: runnerLanguages(runner),
    edgeLanguages: edgeLanguages(executor),
    pingDatabase: async () => {
      await db.run(sql`SELECT 1`);
    },
  };
}
