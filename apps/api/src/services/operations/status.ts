import type { Deps } from '../../deps.ts';
import type { StoredStatus } from '../../ports/status.ts';

export interface Status extends StoredStatus {
  runners: { up: number; total: number };
}

/** What alerts look at, asked now. */
export async function readStatus({
  deps,
}: {
  deps: Pick<Deps, 'storedStatus' | 'runners'>;
}): Promise<Status> {
  const [stored, runners] = await Promise.all([deps.storedStatus(), deps.runners()]);
  const up = runners.filter(one => one === 'up').length;
  return { ...stored, runners: { up, total: runners.length } };
}
