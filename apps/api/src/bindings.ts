import type { MutantService } from '@devcapsules/mutants/protocol';
import type { SqlService } from '@devcapsules/sql/protocol';
import type { QueuedEvent } from './ports/events.ts';
import type { GenerationJobObject, GenerationOrder } from './ports/generation.ts';
import type { JobObject, ProofOrder, RegradeOrder } from './ports/jobs.ts';
import type { Rate } from './ports/limits.ts';
import type { MailOrder } from './ports/mail.ts';

/** What wrangler.jsonc binds; variables are read by config.ts. */
export interface Bindings {
  DB: D1Database;
  CACHE: KVNamespace;
  BLOBS: R2Bucket;
  EVENTS: Queue<QueuedEvent>;
  MAILS: Queue<MailOrder>;
  GENERATIONS: Queue<GenerationOrder>;
  SQL: SqlService;
  MUTANTS: MutantService;
  PROOFS: DurableObjectNamespace<JobObject<ProofOrder>>;
  REGRADES: DurableObjectNamespace<JobObject<RegradeOrder>>;
  GENERATION_JOBS: DurableObjectNamespace<GenerationJobObject>;
  ASSETS: Fetcher;
  /** Workers Analytics Engine, where the account has it. */
  ANALYTICS?: AnalyticsEngineDataset;
  RATE_FREE: RateLimit;
  RATE_CREATOR: RateLimit;
  RATE_TEAM: RateLimit;
  RATE_ENTERPRISE: RateLimit;
  RATE_CREDENTIALS: RateLimit;
  RATE_INVALID_TOKENS: RateLimit;
  RATE_TRACKING: RateLimit;
}

export const RATE_BINDING = {
  free: 'RATE_FREE',
  creator: 'RATE_CREATOR',
  team: 'RATE_TEAM',
  enterprise: 'RATE_ENTERPRISE',
  credentials: 'RATE_CREDENTIALS',
  invalid_tokens: 'RATE_INVALID_TOKENS',
  tracking: 'RATE_TRACKING',
} as const satisfies Record<Rate, keyof Bindings>;
