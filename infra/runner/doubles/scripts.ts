import { chmodSync, copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The scripts of a machine, by the names they have there. @returns the folder, for the front of a PATH */
export function installScripts(): string {
  const bin = mkdtempSync(join(tmpdir(), 'devcapsules-scripts-'));
  for (const name of ['secrets', 'token', 'metrics-token']) {
    const path = join(bin, `devcapsules-${name}`);
    copyFileSync(join(import.meta.dirname, '../files', `${name}.sh`), path);
    chmodSync(path, 0o755);
  }
  return bin;
}
