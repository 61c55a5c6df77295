import { bankAuthor } from '@devcapsules/generation/bank/author';
import { FAMILIES } from '@devcapsules/generation/bank/families';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { base64url } from 'jose';
import { analyticsPoints } from './adapters/analytics-engine/points.ts';
import { accessTokens } from './adapters/auth/access.ts';
import { betterAuthAccounts } from './adapters/auth/accounts.ts';
import { authSource } from './adapters/auth/better-auth.ts';
import type { KeyMemory } from './adapters/auth/key-sets.ts';
import { supabaseTokens } from './adapters/auth/supabase.ts';
import { d1AdviceLog } from './adapters/d1/advice-log.ts';
import { d1EventFold } from './adapters/d1/analytics/fold.ts';
import { d1Analytics } from './adapters/d1/analytics/read.ts';
import { d1ApiKeys } from './adapters/d1/api-keys.ts';
import { d1Assets } from './adapters/d1/assets.ts';
import { d1Capsules } from './adapters/d1/capsules.ts';
import { d1Courses } from './adapters/d1/courses.ts';
import { d1DeadLetters } from './adapters/d1/dead-letters.ts';
import { d1Embedding } from './adapters/d1/embedding.ts';
import { d1Events } from './adapters/d1/events.ts';
import { d1Flags, type FlagMemory } from './adapters/d1/flags.ts';
import { d1GenerationCache } from './adapters/d1/generation/cache.ts';
import { d1GenerationLog } from './adapters/d1/generation/log.ts';
import { d1ModelUse } from './adapters/d1/generation/model-use.ts';
import { d1Hints } from './adapters/d1/hints.ts';
import { d1Identities } from './adapters/d1/identities.ts';
import { d1Catalogue } from './adapters/d1/lists.ts';
import { d1Mails } from './adapters/d1/mails.ts';
import { d1Members } from './adapters/d1/members.ts';
import { d1PersonalData } from './adapters/d1/personal-data.ts';
import { d1Progress } from './adapters/d1/progress.ts';
import { d1Proofs } from './adapters/d1/proofs.ts';
import { d1Quotas } from './adapters/d1/quotas.ts';
import { readStoredStatus } from './adapters/d1/status.ts';
import { d1Submissions } from './adapters/d1/submissions.ts';
import { durableGenerationJobs } from './adapters/durable/generation-jobs.ts';
import { durableJobs } from './adapters/durable/jobs.ts';
import { flaggedAccounts, flaggedExecutor } from './adapters/flagged.ts';
import { kvCapsuleCache } from './adapters/kv/capsule-cache.ts';
import { edgeLanguages, runnerLanguages } from './adapters/languages.ts';
import { signedLearnerTokens } from './adapters/learner-tokens.ts';
import { llmEmbedder } from './adapters/llm/embedder.ts';
import { llmModel } from './adapters/llm/model.ts';
import { queueMailer } from './adapters/mail/mailer.ts';
import { queueEvents } from './adapters/queue/events.ts';
import { queueGenerations } from './adapters/queue/generations.ts';
import { requeueTo } from './adapters/queue/requeue.ts';
import { r2Assets } from './adapters/r2/assets.ts';
import { r2Blobs } from './adapters/r2/blobs.ts';
import { cachedAssets } from './adapters/r2/cached-assets.ts';
import { bindingRateLimiter } from './adapters/rate-limiter.ts';
import { runnerConsole } from './adapters/runner/console.ts';
import type { Health } from './adapters/runner/health.ts';
import { runnerRouter } from './adapters/runner/router.ts';
import { runQueries } from './adapters/sqlite/queries.ts';
import { startTrace } from './adapters/telemetry/context.ts';
import { otlpTelemetry } from './adapters/telemetry/otlp.ts';
import { acceptSocket } from './adapters/websocket.ts';
import type { Bindings } from './bindings.ts';
import { type Config, readConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { PROVIDERS } from './ports/accounts.ts';
import type { Runtime } from './ports/runtime.ts';
import type { Telemetry } from './ports/telemetry.ts';
import { VERSION } from './version.ts';

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
  const flagMemory: FlagMemory = { read: null };
  const keys: KeyMemory = new Map();
  let author: ReturnType<typeof bankAuthor> | undefined;
  const bank = () => {
    author ??= bankAuthor(FAMILIES);
    return author;
  };
  return (bindings, scope) => {
    const config = configs.get(bindings) ?? readConfig(bindings);
    configs.set(bindings, config);
    return compose(bindings, scope, config, { auth, health, keys, flagMemory, bank });
  };
}

/** What outlives a request. */
interface Kept {
  auth: ReturnType<typeof authSource>;
  health: Health;
  keys: KeyMemory;
  flagMemory: FlagMemory;
  bank: Deps['bank'];
}

function compose(
  bindings: Bindings,
  { requestId, traceparent, waitUntil }: RequestScope,
  config: Config,
  { auth, health, keys, flagMemory, bank }: Kept,
): Deps {
  const runtime: Runtime = {
    now: () => new Date(),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    newSecret: () => base64url.encode(crypto.getRandomValues(new Uint8Array(32))),
  };
  const db = drizzle(bindings.DB);
  const blobs = r2Blobs(bindings.BLOBS);
  const trace = startTrace(traceparent, config.otlp?.sampleRate ?? 0, runtime.random);
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
  const flags = d1Flags(db, flagMemory, runtime);
  const runQuery: Deps['executor']['runQuery'] = job => runQueries(bindings.SQL, blobs, job);
  const executorFor: Deps['executorFor'] = caller =>
    flaggedExecutor({ runProgram: job => routerFor(caller).execute(job), runQuery }, flags);
  const consoleFor: Deps['consoleFor'] = caller =>
    runnerConsole({ endpoints: config.runners, health, caller, flags, runtime });
  const runners = routerFor(requestId);
  const log: Deps['log'] = entry =>
    console[entry.level === 'info' ? 'log' : 'error'](JSON.stringify({ requestId, ...entry }));
  const inBackground: Deps['inBackground'] = (what, work) =>
    waitUntil(work.catch((error: unknown) => log({ level: 'error', message: what, error: String(error) })));
  const issuerKeys = { memory: keys, cache: bindings.CACHE, runtime, log };
  const accounts = betterAuthAccounts({
    auth: () => auth(bindings, config, bindings.DB),
    db,
    runtime,
    providers: PROVIDERS.filter(provider => config.social[provider]),
  });
  const { llm, dailyBudgetUsd } = config.generation;
  const modelUse = d1ModelUse(bindings.DB, { dailyBudgetUsd, trialMs: llm?.timeoutsMs.large ?? 0 }, runtime);
  const telemetry: Telemetry[] = [
    ...(config.otlp ? [otlpTelemetry({ ...config.otlp, version: VERSION, inBackground })] : []),
    ...(bindings.ANALYTICS ? [analyticsPoints(bindings.ANALYTICS)] : []),
  ];
  return {
    config,
    runtime,
    accounts: flaggedAccounts(accounts, flags),
    members: d1Members(db),
    apiKeys: d1ApiKeys(db),
    identities: d1Identities(db),
    tokens: config.supabase && supabaseTokens(config.supabase, issuerKeys),
    adminTokens: config.access && accessTokens(config.access, issuerKeys),
    mails: d1Mails(db),
    mailer: queueMailer(bindings.MAILS, config.mail),
    capsules: d1Capsules(db),
    catalogue: d1Catalogue(db),
    capsuleCache: kvCapsuleCache(bindings.CACHE, log),
    proofs: d1Proofs(db),
    proofJobs: durableJobs(bindings.PROOFS, runtime),
    submissions: d1Submissions(db),
    courses: d1Courses(db),
    embedding: d1Embedding(db),
    assets: d1Assets(db),
    assetObjects: cachedAssets(r2Assets(bindings.BLOBS), { cache: caches.default, inBackground, log }),
    progress: d1Progress(db),
    personalData: d1PersonalData(bindings.DB),
    learnerTokens: signedLearnerTokens(config.authSecret, config.previousAuthSecret),
    regradeJobs: durableJobs(bindings.REGRADES, runtime),
    blobs,
    events: queueEvents(bindings.EVENTS, runtime, waitUntil, log),
    eventStore: d1Events(db),
    eventFold: d1EventFold(bindings.DB),
    analytics: d1Analytics(db),
    flags,
    deadLetters: d1DeadLetters(db),
    requeue: requeueTo(bindings),
    storedStatus: () => readStoredStatus(bindings.DB),
    hints: d1Hints(db),
    adviceLog: d1AdviceLog(bindings.DB),
    quotas: d1Quotas(db),
    rateLimiter: bindingRateLimiter(bindings),
    executor: executorFor(requestId),
    executorFor,
    console: consoleFor(requestId),
    consoleFor,
    acceptSocket,
    trace,
    telemetry: request => {
      for (const tell of telemetry) tell(request);
    },
    runners: async () => (await runners.survey()).map(({ runtimes }) => (runtimes ? 'up' : 'down')),
    makeMutants: request => bindings.MUTANTS.make(request),
    inBackground,
    log,
    model: llm && llmModel(llm, modelUse, runtime),
    embedder: llm?.embedding ? llmEmbedder(llm, llm.embedding.model, modelUse, runtime) : null,
    modelUse,
    modelBudget: modelUse,
    bank,
    generationJobs: durableGenerationJobs(bindings.GENERATION_JOBS, runtime),
    generationLog: d1GenerationLog(bindings.DB),
    generationCache: d1GenerationCache(bindings.DB),
    generationQueue: queueGenerations(bindings.GENERATIONS),
    runnerLanguages: runnerLanguages(runners),
    edgeLanguages: edgeLanguages(runQuery),
    pingDatabase: async () => {
      await db.run(sql`SELECT 1`);
    },
  };
}
