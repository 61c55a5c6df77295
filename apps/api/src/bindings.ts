import type { MutantService } from '@devcapsules/mutants/protocol';
import type { SqlService } from '@devcapsules/sql/protocol';
import type { Plan } from './plans.ts';
import type { QueuedEvent } from './ports/events.ts';
import type { JobObject, ProofOrder, RegradeOrder } from './ports/jobs.ts';

/** What wrangler.jsonc binds; variables are read by config.ts. */
export interface Bindings {
  DB: D1Database;
  SESSIONS: KVNamespace;
  CACHE: KVNamespace;
  BLOBS: R2Bucket;
  EVENTS: Queue<QueuedEvent>;
  SQL: SqlService;
  MUTANTS: MutantService;
  PROOFS: DurableObjectNamespace<JobObject<ProofOrder>>;
  REGRADES: DurableObjectNamespace<JobObject<RegradeOrder>>;
  ASSETS: Fetcher;
  RATE_FREE: RateLimit;
  RATE_CREATOR: RateLimit;
  RATE_TEAM: RateLimit;
  RATE_ENTERPRISE: RateLimit;
}

export const RATE_BINDING = {
  free: 'RATE_FREE',
  creator: 'RATE_CREATOR',
  team: 'RATE_TEAM',
  enterprise: 'RATE_ENTERPRISE',
} as const satisfies Record<Plan, keyof Bindings>;
