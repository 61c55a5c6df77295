import type { Deps } from '../../deps.ts';

/** Longer than any upload takes, and than a reader who began before needs. */
const LEFT_MS = 60 * 60 * 1000;
/** What R2 deletes in one call. */
const OBJECTS_A_RUN = 1000;

/** Deletes the objects of replaced, removed and interrupted assets. For the cron; how many it was. */
export async function sweepAssets({
  deps,
}: {
  deps: Pick<Deps, 'assets' | 'assetObjects' | 'runtime'>;
}): Promise<number> {
  const before = new Date(deps.runtime.now().getTime() - LEFT_MS).toISOString();
  const keys = await deps.assets.leftovers(before, OBJECTS_A_RUN);
  await deps.assetObjects.remove(keys);
  await deps.assets.forgetLeftovers(keys);
  return keys.length;
}
