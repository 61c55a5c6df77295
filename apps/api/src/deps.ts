import type { Executor } from '@devcapsules/capsule/execution';
import type { MutantMaker } from '@devcapsules/capsule/mutants/mutant';
import type { bankAuthor } from '@devcapsules/generation/bank/author';
import type { Embedder } from '@devcapsules/generation/embedder';
import type { Model } from '@devcapsules/generation/model';
import type { Config } from './config.ts';
import type { Accounts } from './ports/accounts.ts';
import type { AdminTokens } from './ports/admin.ts';
import type { Analytics, EventFold } from './ports/analytics.ts';
import type { ApiKeyStore } from './ports/api-keys.ts';
import type { AssetObjects, AssetStore } from './ports/assets.ts';
import type { BlobStore } from './ports/blobs.ts';
import type { CapsuleCache } from './ports/capsule-cache.ts';
import type { CapsuleStore, Catalogue } from './ports/capsules.ts';
import type { ConsoleRunner, Link } from './ports/console.ts';
import type { CourseStore } from './ports/courses.ts';
import type { DeadLetterStore, QueueName } from './ports/dead-letters.ts';
import type { EmbeddingStore } from './ports/embedding.ts';
import type { EventSink, EventStore } from './ports/events.ts';
import type { Flags } from './ports/flags.ts';
import type { GenerationCache, GenerationJobs, GenerationLog, GenerationQueue } from './ports/generation.ts';
import type { AdviceLog, HintStore } from './ports/hints.ts';
import type { IdentityStore, TokenVerifier } from './ports/identities.ts';
import type { Jobs, ProofOrder, RegradeOrder } from './ports/jobs.ts';
import type { LanguageSource } from './ports/languages.ts';
import type { LearnerTokens } from './ports/learner-tokens.ts';
import type { QuotaStore, RateLimiter } from './ports/limits.ts';
import type { Mailer, MailStore } from './ports/mail.ts';
import type { MemberStore } from './ports/members.ts';
import type { ModelBudget, ModelUse } from './ports/model-use.ts';
import type { PersonalData } from './ports/personal-data.ts';
import type { ProgressStore } from './ports/progress.ts';
import type { ProofStore } from './ports/proofs.ts';
import type { Runtime } from './ports/runtime.ts';
import type { StoredStatus } from './ports/status.ts';
import type { SubmissionStore } from './ports/submissions.ts';
import type { Telemetry } from './ports/telemetry.ts';
import type { Trace } from './ports/trace.ts';

/** All that services may touch; compose.ts makes it from the bindings. */
export interface Deps {
  config: Config;
  runtime: Runtime;
  accounts: Accounts;
  members: MemberStore;
  apiKeys: ApiKeyStore;
  identities: IdentityStore;
  /** Null where no other issuer of tokens is configured. */
  tokens: TokenVerifier | null;
  /** Null where Cloudflare Access is not configured. */
  adminTokens: AdminTokens | null;
  mails: MailStore;
  mailer: Mailer;
  capsules: CapsuleStore;
  catalogue: Catalogue;
  capsuleCache: CapsuleCache;
  proofs: ProofStore;
  proofJobs: Jobs<ProofOrder>;
  submissions: SubmissionStore;
  courses: CourseStore;
  embedding: EmbeddingStore;
  assets: AssetStore;
  assetObjects: AssetObjects;
  progress: ProgressStore;
  personalData: PersonalData;
  learnerTokens: LearnerTokens;
  regradeJobs: Jobs<RegradeOrder>;
  blobs: BlobStore;
  events: EventSink;
  eventStore: EventStore;
  eventFold: EventFold;
  analytics: Analytics;
  flags: Flags;
  deadLetters: DeadLetterStore;
  /** Sends a message to a queue as its producer would. */
  requeue: (queue: QueueName, body: unknown) => Promise<void>;
  /** What alerts look at. */
  storedStatus: () => Promise<StoredStatus>;
  hints: HintStore;
  adviceLog: AdviceLog;
  quotas: QuotaStore;
  rateLimiter: RateLimiter;
  executor: Executor;
  /** An executor whose runs take the turns of this caller. */
  executorFor: (caller: string) => Executor;
  /** Programs that somebody talks to. */
  console: ConsoleRunner;
  consoleFor: (caller: string) => ConsoleRunner;
  /** The answer to a request for a WebSocket, and our end of it. */
  acceptSocket: () => { response: Response; link: Link };
  /** What this request did elsewhere, for its log line and its spans. */
  trace: Trace;
  telemetry: Telemetry;
  /** How each runner is, asked now. */
  runners: () => Promise<('up' | 'down')[]>;
  makeMutants: MutantMaker;
  /** Null where none is configured: the bank writes. */
  model: Model | null;
  /** Null where none is configured: only the same words are found again. */
  embedder: Embedder | null;
  modelUse: ModelUse;
  modelBudget: ModelBudget;
  /** Made when it is first needed. */
  bank: () => ReturnType<typeof bankAuthor>;
  generationJobs: GenerationJobs;
  generationLog: GenerationLog;
  generationCache: GenerationCache;
  generationQueue: GenerationQueue;
  runnerLanguages: LanguageSource;
  edgeLanguages: LanguageSource;
  /** Work that goes on after the answer; what fails there stands in the log. */
  inBackground: (what: string, work: Promise<unknown>) => void;
  /** One structured line beside the request's own. */
  log: (entry: Record<string, unknown>) => void;
  /** Resolves when the database answers. */
  pingDatabase: () => Promise<void>;
}
