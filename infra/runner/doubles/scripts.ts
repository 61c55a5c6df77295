import { chmodSync, copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireSystemPackages } from '../../../tools/lib/system.ts';

/**
 * The scripts of a machine, by the names they have there, and the programs that they call.
 * @returns the folder, for the front of a PATH
 */
export async function installScripts(): Promise<string> {
  await requireSystemPackages([
    { name: 'curl', file: '/usr/bin/curl' },
    { name: 'jq', file: '/usr/bin/jq' },
  ]);
  const bin = mkdtempSync(join(tmpdir(), 'devcapsules-scripts-'));
  for (const name of ['secrets', 'token', 'metrics-token']) {
    const path = join(bin, `devcapsules-${name}`);
    copyFileSync(join(import.meta.dirname, '../files', `${name}.sh`), path);
    chmodSync(path, 0o755);
  }
  return bin;
}
