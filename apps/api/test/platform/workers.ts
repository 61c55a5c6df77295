import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const APPS = join(import.meta.dirname, '../../..');

/** The modules of a Worker as it is deployed, the entry first. */
export function buildWorker(name: 'api' | 'sql' | 'mutants', folder: string) {
  const outdir = join(folder, name);
  const config = join(APPS, name, 'wrangler.jsonc');
  execFileSync('wrangler', ['deploy', '--dry-run', '--outdir', outdir, '-c', config], { stdio: 'pipe' });
  return [
    { type: 'ESModule' as const, path: 'index.js', contents: readFileSync(join(outdir, 'index.js'), 'utf8') },
    ...globSync('*.wasm', { cwd: outdir }).map(path => ({
      type: 'CompiledWasm' as const,
      path,
      contents: readFileSync(join(outdir, path)),
    })),
  ];
}
