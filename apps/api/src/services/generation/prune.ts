import type { Deps } from '../../deps.ts';

const DAY_MS = 86_400_000;
const STALE_DAYS = 1;
const CACHE_DAYS = 30;

/** Ends generations that came to nothing without anybody saying so, and forgets old ones that nobody may ask for again. */
export async function pruneGenerations({
  deps,
}: {
  deps: Pick<Deps, 'generationLog' | 'generationCache' | 'runtime'>;
}): Promise<{ ended: number; cached: number }> {
  const now = deps.runtime.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  return {
    ended: await deps.generationLog.endStale(daysAgo(STALE_DAYS), now.toISOString()),
    cached: await deps.generationCache.prune(daysAgo(CACHE_DAYS)),
  };
}
