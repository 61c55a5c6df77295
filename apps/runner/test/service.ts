/** Starts the service as a process of its own, as operators do. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, globSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './harness.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const children: ChildProcess[] = [];

/** Ends what a test that failed has left. */
export function endServices(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}

/** Starts a copy of the service that any user may read: the checkout may lie in a folder of root's own. */
export function readableCopy(folder: string): string[] {
  const root = join(import.meta.dirname, '../../..');
  const libraries = [
    ...['@hono/node-server', 'hono', 'semver', 'zod', 'ws', 'yaml'],
    ...['prom-client', '@opentelemetry/api', 'tdigest', 'bintrees'],
  ].map(name => `node_modules/${name}`);
  for (const part of ['apps/runner/src', 'apps/runner/native', 'apps/runner/package.json', ...libraries])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  copyFileSync(realpathSync(process.execPath), join(folder, 'node'));
  return [join(folder, 'node'), join(folder, 'apps/runner/src/main.ts')];
}

export interface Service {
  child: ChildProcess;
  output(): string;
  /** Resolves with the url once it listens, or null when it ended before. */
  listening: Promise<string | null>;
  exited: Promise<number | null>;
}

/** Starts it with a small pool on a free port. `mask` hides a folder of the machine from the service. */
export function startService(
  env: Record<string, string>,
  options: { uid?: number; mask?: string; command?: string[] } = {},
): Service {
  const hide = [
    'unshare',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs none "$0" && exec "$@"',
    options.mask ?? '',
  ];
  const command = options.command ?? [process.execPath, MAIN];
  const [file = '', ...args] = [...(options.mask ? hide : []), ...command];
  const child = spawn(file, args, {
    cwd: '/',
    env: { PATH: '/usr/sbin:/usr/bin', RUNNER_PORT: '0', RUNNER_POOL_SIZE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  children.push(child);
  let output = '';
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const listening = new Promise<string | null>(resolve => {
    const hear = (bytes: Buffer) => {
      output += bytes;
      const url = /"url":"([^"]+)"/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void exited.then(() => resolve(null));
  });
  return { child, output: () => output, listening, exited };
}

/** The first uid of the nth service of this process: another run of the tests may be under way. */
export const uidBase = (nth: number) => String(30_000_000 + (process.pid % 10_000) * 3000 + nth * 1000);
/** How many slots there are under a cgroup, counted in each hierarchy. */
export const slots = (group: string) =>
  globSync([`/sys/fs/cgroup/${group}/*/slot-*`, `/sys/fs/cgroup/*/${group}/*/slot-*`]).length;

/** Runs a Python program. */
export async function run(url: string | null, content: string): Promise<Answer['run']> {
  const body = JSON.stringify({ language: 'python', version: '*', files: [{ content }] });
  const response = await fetch(`${url}/api/v2/execute`, { method: 'POST', body });
  return ((await response.json()) as Answer).run;
}
