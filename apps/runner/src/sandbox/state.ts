/** The state folder: helpers compiled on this machine, and files staged where every slot's uid can read them. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { SetupError } from './setup-error.ts';

const run = promisify(execFile);
const NATIVE = join(import.meta.dirname, '../../native');
const PACKAGES = 'gcc libc6-dev libseccomp-dev';

/** Paths of what is compiled. */
export interface Native {
  /** Pid 1 of every slot. */
  init: string;
  /** What starts slots. */
  launcher: string;
  /** The seccomp filter, as BPF. */
  policy: string;
}

/** Makes a folder that all may read, whatever the umask. */
export async function makeReadable(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o755 });
  await chmod(path, 0o755);
}

/** Where something is made before it gets its name: a process that is killed leaves it there. */
function unfinished(path: string): string {
  return `${path}.unfinished-${process.pid}`;
}

/** Removes what processes that no longer live have not finished. */
export async function removeUnfinished(stateDir: string): Promise<void> {
  for (const name of await readdir(stateDir, { recursive: true })) {
    const pid = /\.unfinished-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`))
      await rm(join(stateDir, name), { recursive: true, force: true });
  }
}

/**
 * Copies a file to `name` in the state folder unless the same is there. Returns where it is. Another runner's slots may
 * stand on the file that is there: programs would find it deleted, so one of the same content is left, whatever its age.
 */
export async function stage(stateDir: string, source: string, name: string): Promise<string> {
  const target = join(stateDir, name);
  const from = await stat(source);
  const there = existsSync(target) ? await stat(target) : null;
  const modified = new Date(Math.floor(from.mtimeMs / 1000) * 1000);
  if (there?.size === from.size) {
    if (there.mtimeMs === modified.getTime()) return target;
    const [wanted, present] = await Promise.all([hashOf(source), hashOf(target)]);
    if (wanted === present) {
      // The next start need not read it again.
      await utimes(target, from.atime, modified);
      return target;
    }
  }
  await makeReadable(dirname(target));
  const temporary = unfinished(target);
  await copyFile(source, temporary);
  await chmod(temporary, from.mode & 0o111 ? 0o755 : 0o644);
  await utimes(temporary, from.atime, modified);
  await rename(temporary, target);
  return target;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function compile(args: string[]): Promise<void> {
  try {
    await run('gcc', ['-O2', '-Wall', '-Wextra', ...args]);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    throw new SetupError(
      `cannot compile the slot's helpers: install the apt packages ${PACKAGES} (${detail})`,
    );
  }
}

/** Compiles the helpers in `native/`, once for each version of their sources. */
export async function buildNative(stateDir: string): Promise<Native> {
  const sources = (await readdir(NATIVE, { recursive: true })).filter(name => /\.[ch]$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const name of sources) hash.update(name).update(await readFile(join(NATIVE, name)));
  const folder = join(stateDir, `native-${hash.digest('hex').slice(0, 16)}`);
  const native = {
    init: join(folder, 'init'),
    launcher: join(folder, 'launcher'),
    policy: join(folder, 'policy.bpf'),
  };
  if (existsSync(folder)) return native;

  const building = unfinished(folder);
  await makeReadable(building);
  const initSources = sources.filter(name => /^init\/.*\.c$/.test(name)).map(name => join(NATIVE, name));
  await compile(['-static', '-o', join(building, 'init'), ...initSources]);
  await compile(['-static', '-o', join(building, 'launcher'), join(NATIVE, 'launcher.c')]);
  await compile(['-o', join(building, 'policy'), join(NATIVE, 'policy.c'), '-lseccomp']);
  const { stdout } = await run(join(building, 'policy'), [], { encoding: 'buffer' });
  await writeFile(join(building, 'policy.bpf'), stdout);
  await chmod(join(building, 'init'), 0o755);
  try {
    await rename(building, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another instance was faster
    await rm(building, { recursive: true });
  }
  return native;
}
