import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, StepError } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';

const HELP = `node infra/deploy/changelog.ts notes VERSION     the changelog's part of a version
node infra/deploy/changelog.ts release VERSION   makes of "Next" the part of VERSION, dated today

VERSION must be higher than every version in CHANGELOG.md, and have something to tell.
`;
const FILE = join(ROOT, 'CHANGELOG.md');
const VERSION = /^\d+\.\d+\.\d+$/;
const NEXT = '## Next\n';

/** What the changelog says of a version. @throws StepError when it says nothing */
export function notesOf(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find(text =>
    new RegExp(`^${version.replaceAll('.', '\\.')}(,| |$)`, 'm').test(text.split('\n')[0] ?? ''),
  );
  const notes = part?.slice(part.indexOf('\n')).trim();
  if (!notes) throw new StepError(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}

/** The changelog with what is under "Next" as a release. @throws StepError when there is nothing, or the version is no later one */
export function release(changelog: string, version: string, day: string): string {
  if (!VERSION.test(version)) throw new StepError(`${version} is no version like 1.2.3`);
  const latest = [...changelog.matchAll(/^## (\d+\.\d+\.\d+)/gm)].map(([, known = '']) => known)[0];
  if (latest !== undefined && compareVersions(version, latest) <= 0)
    throw new StepError(`${version} is not above ${latest}`);
  notesOf(changelog, 'Next');
  return changelog.replace(NEXT, `${NEXT}\n## ${version}, ${day}\n`);
}

/** Below, at or above zero, as a sort wants it. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

if (import.meta.main) {
  await main(async () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean' } },
    });
    const [verb, version = ''] = positionals;
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const changelog = readFileSync(FILE, 'utf8');
    if (verb === 'notes') console.log(notesOf(changelog, version));
    else if (verb === 'release')
      writeFileSync(FILE, release(changelog, version, new Date().toISOString().slice(0, 10)));
    else throw new StepError(`Say notes or release.\n\n${HELP}`);
    return 0;
  });
}
