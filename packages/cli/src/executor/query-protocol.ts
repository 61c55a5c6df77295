import type { QueryOutcome } from '@devcapsules/capsule/execution';

/** What the process that runs SQL tells its parent of each case, in this order. */
export type QueryMessage =
  /** The database is built: the time of the query begins. */
  { kind: 'built' } | { kind: 'ended'; outcome: QueryOutcome };
