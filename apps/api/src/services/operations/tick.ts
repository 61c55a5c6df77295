import type { Deps } from '../../deps.ts';
import { pruneAccounts } from '../account/prune.ts';
import { foldEvents } from '../analytics/fold.ts';
import { sweepAssets } from '../asset/sweep.ts';
import { purgeDeleted } from '../capsule/purge.ts';
import { pruneGenerations } from '../generation/prune.ts';
import { forgetAnonymousProgress } from '../progress/forget.ts';

const DAY_MS = 86_400_000;

type TickDeps = Pick<
  Deps,
  | ('eventFold' | 'deadLetters' | 'runners' | 'runtime' | 'config' | 'log' | 'accounts' | 'mails' | 'quotas')
  | ('capsules' | 'assets' | 'assetObjects' | 'progress' | 'generationLog' | 'generationCache')
>;

/**
 * What is done every quarter of an hour. A part that fails holds up no other; the run is then a failed one.
 * @throws AggregateError with what failed
 */
export async function tick({ deps }: { deps: TickDeps }): Promise<void> {
  const parts = {
    events: () => foldEvents({ deps }),
    runners: () => deps.runners(),
    accounts: () => pruneAccounts({ deps }),
    capsules: () => purgeDeleted({ deps }),
    // After capsules, whose files are left over then.
    assets: () => sweepAssets({ deps }),
    generations: () => pruneGenerations({ deps }),
    progress: () => forgetAnonymousProgress({ deps }),
    deadLetters: () => {
      const before = deps.runtime.now().getTime() - deps.config.eventRetentionDays * DAY_MS;
      return deps.deadLetters.prune(new Date(before).toISOString());
    },
  };
  const failures: unknown[] = [];
  for (const [part, work] of Object.entries(parts)) {
    try {
      deps.log({ level: 'info', message: 'tick', part, result: await work() });
    } catch (error) {
      deps.log({ level: 'error', message: 'tick failed', part, error: String(error) });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a part of the tick failed');
}
