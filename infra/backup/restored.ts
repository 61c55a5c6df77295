import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StepError, step } from '../../tools/lib/steps.ts';
import { type Prepared, withStores } from './bindings.ts';
import { differences } from './compare.ts';
import { checkReferences, putDatabase, putKeys, putObjects, readBackup, refuseFullDatabase } from './put.ts';
import { takeBackup } from './take.ts';

/**
 * Puts a backup where nothing is, reads it all back and compares.
 * @returns when it was taken, and how many keys of the cache had no time left
 * @throws StepError when something is there already, or is not the same afterwards
 */
export async function restoreBackup(
  place: Prepared,
  folder: string,
): Promise<{ takenAt: string; lateKeys: number }> {
  const backup = await step('Checking the backup', () => readBackup(folder));
  // Closed before wrangler writes: a local database belongs to one process at a time.
  await step('Looking for what is there', () => withStores(place, refuseFullDatabase));
  await step('Database', () => putDatabase(place, folder));
  return withStores(place, async stores => {
    await step('References', () => checkReferences(stores));
    await step(`${backup.objects.length} objects`, () => putObjects(stores, backup, folder));
    const put = await step(`${backup.keys.length} keys`, () => putKeys(stores, backup, folder, new Date()));
    const again = mkdtempSync(join(tmpdir(), 'restored-'));
    try {
      const restored = await step('Reading back', () => takeBackup(stores, again, new Date()));
      const found = differences(put, restored);
      if (found.length > 0) throw new StepError(`Not the same as the backup:\n  ${found.join('\n  ')}`);
    } finally {
      rmSync(again, { recursive: true });
    }
    return { takenAt: backup.takenAt, lateKeys: backup.keys.length - put.keys.length };
  });
}
