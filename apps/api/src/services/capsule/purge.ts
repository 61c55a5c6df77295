import type { Deps } from '../../deps.ts';
import { RESTORABLE_MS } from './remove.ts';

/** One statement deletes so many with all that hangs on them; a run does a few, and the next goes on. */
const CAPSULES_A_STATEMENT = 20;
const STATEMENTS_A_RUN = 10;

export interface Purged {
  capsules: number;
  /** Whether more is due: the next run goes on. */
  more: boolean;
}

/**
 * Deletes for good what can't be restored any more: capsules with their versions, proofs, submissions, progress,
 * events and assets. For the cron; a run that ends in the middle has done whole capsules.
 */
export async function purgeDeleted({ deps }: { deps: Pick<Deps, 'capsules' | 'runtime'> }): Promise<Purged> {
  const before = new Date(deps.runtime.now().getTime() - RESTORABLE_MS).toISOString();
  let capsules = 0;
  for (let i = 0; i < STATEMENTS_A_RUN; i++) {
    const gone = await deps.capsules.purge(before, CAPSULES_A_STATEMENT);
    capsules += gone.length;
    if (gone.length < CAPSULES_A_STATEMENT) return { capsules, more: false };
  }
  return { capsules, more: true };
}
