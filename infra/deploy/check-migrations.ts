import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { main } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';
import { findBreaking, type Migration } from './migrations.ts';

const HELP = `node infra/deploy/check-migrations.ts

Fails when a migration could break the release before it (docs/releasing.md, "Migrations").
`;

export function readMigrations(folder: string = join(ROOT, 'apps/api/migrations')): Migration[] {
  return globSync('*.sql', { cwd: folder })
    .sort()
    .map(file => ({ file: basename(file), sql: readFileSync(join(folder, file), 'utf8') }));
}

/** The releases that a changelog tells of. */
export function releasesOf(changelog: string): string[] {
  return [...changelog.matchAll(/^## (\d+\.\d+\.\d+)\b/gm)].map(([, version = '']) => version);
}

/** @returns one line for each breaking statement */
export function checkMigrations(): string[] {
  const releases = releasesOf(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
  return findBreaking(readMigrations(), releases).map(
    ({ file, line, why }) => `apps/api/migrations/${file}:${line}: ${why}`,
  );
}

if (import.meta.main) {
  await main(async () => {
    if (process.argv.includes('--help')) {
      console.log(HELP);
      return 0;
    }
    const found = checkMigrations();
    console.log(found.length ? found.join('\n') : 'Every migration leaves the release before it working.');
    return found.length ? 1 : 0;
  });
}
