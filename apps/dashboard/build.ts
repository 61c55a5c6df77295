import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the pages into .open-next, unless what is there came of the same sources. */
const root = import.meta.dirname;
const repository = join(root, '../..');
const stamp = join(root, '.open-next', 'stamp');
const SOURCES = [
  'apps/dashboard/{src,public}/**/*',
  'apps/dashboard/*.{json,ts,mjs}',
  'packages/{client,capsule,statement}/src/**/*',
  'package-lock.json',
];

const wanted = hashOfSources();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  console.log('dashboard: built already');
} else {
  const { status } = spawnSync('opennextjs-cloudflare', ['build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: repository, withFileTypes: true }).filter(entry => entry.isFile());
  for (const path of files.map(entry => join(entry.parentPath, entry.name)).sort()) {
    // What the build itself writes.
    if (/next-env\.d\.ts$|\.tsbuildinfo$/.test(path)) continue;
    hash
      .update(`${path.slice(repository.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}
