import type { Deps } from '../../deps.ts';

const DAY_MS = 86_400_000;
const MAIL_DAYS = 30;
const QUOTA_DAYS = 7;

/** Forgets what nobody needs of accounts any more: expired sessions and secrets, old mails, counts of past days. */
export async function pruneAccounts({
  deps,
}: {
  deps: Pick<Deps, 'accounts' | 'mails' | 'quotas' | 'runtime'>;
}): Promise<{ sessionsAndSecrets: number; mails: number; counts: number }> {
  const now = deps.runtime.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  return {
    sessionsAndSecrets: await deps.accounts.prune(now.toISOString()),
    mails: await deps.mails.prune(daysAgo(MAIL_DAYS)),
    counts: await deps.quotas.prune(daysAgo(QUOTA_DAYS).slice(0, 10)),
  };
}
