import type { Deps } from '../../deps.ts';

/** Learners without an account who don't come back for a year. */
const KEPT_MS = 365 * 24 * 60 * 60 * 1000;
const ROWS_A_RUN = 500;

/** Deletes what belongs to nobody any more. For the cron; how many rows went. */
export function forgetAnonymousProgress({
  deps,
}: {
  deps: Pick<Deps, 'progress' | 'runtime'>;
}): Promise<number> {
  const since = new Date(deps.runtime.now().getTime() - KEPT_MS).toISOString();
  return deps.progress.forgetAnonymous(since, ROWS_A_RUN);
}
