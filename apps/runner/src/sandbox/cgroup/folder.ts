/** File work that both generations of cgroups share. A cgroup's folder is only ever written by root. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export function readNumber(path: string): number {
  return Number(readFileSync(path, 'utf8'));
}

/** The number behind `key` in a file of `key value` lines; 0 when there is none. */
export function readKey(path: string, key: string): number {
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find(line => line.startsWith(`${key} `));
  return line ? Number(line.slice(key.length + 1)) : 0;
}

export function write(path: string, value: string | number): void {
  writeFileSync(path, String(value));
}

/** Writes a value the kernel may refuse because it is in use. Returns false when it did. */
export function tryWrite(path: string, value: string | number): boolean {
  try {
    write(path, value);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EBUSY') return false;
    throw error;
  }
}

export function subfolders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(path, entry.name));
}

function processes(folder: string): number[] {
  return readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
}

/** Kills a process, unless it has ended. */
export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Kills all that is inside until it is empty. pid 0 stands for a process we cannot name and must not signal. */
export async function killAll(folder: string, timeoutMs = 10_000): Promise<void> {
  const killFile = join(folder, 'cgroup.kill');
  const deadline = performance.now() + timeoutMs;
  for (let pids = processes(folder); pids.length > 0; pids = processes(folder)) {
    if (existsSync(killFile)) write(killFile, 1);
    else for (const pid of pids.filter(pid => pid > 0)) killOne(pid);
    if (performance.now() > deadline) throw new Error(`processes of ${folder} cannot be killed`);
    await sleep(2);
  }
}

/** Makes a cgroup. v1 and v2 fill the new folder themselves. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
}

/** Removes a cgroup; the last process may be a moment away from being gone. */
export async function removeFolder(path: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rmdir(path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT') return;
      if (code !== 'EBUSY' || attempt === 200) throw error;
      await sleep(5);
    }
  }
}

/** Removes a cgroup unless something is in it. */
export async function removeIfEmpty(path: string): Promise<void> {
  try {
    await rmdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EBUSY' && code !== 'ENOENT') throw error;
  }
}

/** Kills and removes a folder of slots that a dead instance left. */
export async function removeInstance(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    await killAll(join(path, entry.name));
    await removeFolder(join(path, entry.name));
  }
  await removeFolder(path);
}
