import type { Deps } from '../../deps.ts';

/** One transaction's events, and transactions a run: what is left waits for the next quarter of an hour. */
const EVENTS_A_CHUNK = 2_000;
const CHUNKS_A_RUN = 50;
const DAY_MS = 86_400_000;

export interface FoldReport {
  folded: number;
  pruned: number;
  /** Whether there was more than one run may take. */
  more: boolean;
}

/** Counts new events, then deletes those that are counted and too old to be kept. */
export async function foldEvents({
  deps,
}: {
  deps: Pick<Deps, 'eventFold' | 'runtime' | 'config'>;
}): Promise<FoldReport> {
  const now = deps.runtime.now();
  const folded = await untilNone(() => deps.eventFold.fold(EVENTS_A_CHUNK, now.toISOString()));
  const before = new Date(now.getTime() - deps.config.eventRetentionDays * DAY_MS).toISOString();
  const pruned = await untilNone(() => deps.eventFold.prune(before, EVENTS_A_CHUNK));
  return { folded: folded.total, pruned: pruned.total, more: folded.more || pruned.more };
}

async function untilNone(step: () => Promise<number>): Promise<{ total: number; more: boolean }> {
  let total = 0;
  for (let chunk = 0; chunk < CHUNKS_A_RUN; chunk++) {
    const done = await step();
    total += done;
    if (done < EVENTS_A_CHUNK) return { total, more: false };
  }
  return { total, more: true };
}
