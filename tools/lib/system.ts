import { existsSync } from 'node:fs';
import { command, exists } from './command.ts';
import { StepError, step } from './steps.ts';

/** A Debian package and the file that shows it is there. */
interface SystemPackage {
  name: string;
  file: string;
}

/** What the runner needs: the sandbox, the languages, and a compiler for its own pid 1. */
export const RUNNER_PACKAGES: SystemPackage[] = [
  { name: 'bubblewrap', file: '/usr/bin/bwrap' },
  { name: 'python3', file: '/usr/bin/python3' },
  { name: 'gcc', file: '/usr/bin/gcc' },
  { name: 'libc6-dev', file: '/usr/include/stdio.h' },
  { name: 'libseccomp-dev', file: '/usr/include/seccomp.h' },
  { name: 'g++', file: '/usr/bin/g++' },
  { name: 'default-jdk-headless', file: '/usr/bin/javac' },
];

/** What the browser tests need. */
export const BROWSER_PACKAGES: SystemPackage[] = [{ name: 'chromium', file: '/usr/bin/chromium' }];

/** What pictures of pages are taken with: a browser, the fonts that they show, and what makes them small. */
export const PICTURE_PACKAGES: SystemPackage[] = [
  ...BROWSER_PACKAGES,
  { name: 'fonts-inter', file: '/usr/share/fonts/opentype/inter' },
  { name: 'fonts-jetbrains-mono', file: '/usr/share/fonts/truetype/jetbrains-mono' },
  { name: 'pngquant', file: '/usr/bin/pngquant' },
];

/** How commands become root here: directly, through sudo without a password, or not at all. */
export async function rootPrefix(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return [];
  const sudo =
    (await exists('sudo')) &&
    (await command('sudo', ['-n', 'true']).then(
      () => true,
      () => false,
    ));
  return sudo ? ['sudo', '-n'] : null;
}

/**
 * Installs what is missing.
 * @returns null when all is there, otherwise the line a person with the rights has to run
 */
export async function installSystemPackages(packages: SystemPackage[]): Promise<string | null> {
  const missing = packages.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
  if (missing.length === 0) return null;
  const line = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const prefix = await rootPrefix();
  if (prefix === null || !existsSync('/usr/bin/apt-get')) return line;
  await step(`System packages (${missing.join(', ')})`, async () => {
    const run = (...args: string[]) => {
      const [name = 'apt-get', ...rest] = [
        ...prefix,
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        ...args,
      ];
      return command(name, rest);
    };
    await run('update', '-q');
    await run('install', '-q', '-y', '--no-install-recommends', ...missing);
  });
  const absent = packages.filter(({ file }) => !existsSync(file)).map(({ file }) => file);
  if (absent.length)
    throw new StepError(`apt-get ran, but these files are still missing: ${absent.join(', ')}`);
  return null;
}

/** Installs what is missing. @throws StepError with the line to run, where that can't be done */
export async function requireSystemPackages(packages: SystemPackage[]): Promise<void> {
  const line = await installSystemPackages(packages);
  if (line !== null) throw new StepError(`System packages are missing. Run this first:\n    ${line}`);
}
