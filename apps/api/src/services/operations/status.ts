import type { Deps } from '../../deps.ts';
import type { StoredStatus } from '../../ports/status.ts';

export interface Status extends StoredStatus {
  runners: { up: number; total: number };
}

const NO_MAIL_WAITS: StoredStatus['mails'] = { queued: 0, oldestQueuedAt: null };

/** What alerts look at, asked now. Mails of the outbox are where they are read: without a service none waits. */
export async function readStatus({
  deps,
}: {
  deps: Pick<Deps, 'storedStatus' | 'runners' | 'mailer'>;
}): Promise<Status> {
  const [stored, runners] = await Promise.all([deps.storedStatus(), deps.runners()]);
  const up = runners.filter(one => one === 'up').length;
  const mails = deps.mailer.provider === 'http' ? stored.mails : NO_MAIL_WAITS;
  return { ...stored, mails, runners: { up, total: runners.length } };
}
