/** cgroup v2: one folder holds all controllers. */

import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { instanceName, isLeftover } from '../instance.ts';
import { Baselines } from './baselines.ts';
import type { Cgroup, CgroupLimits, CgroupTree } from './cgroup.ts';
import {
  killAll,
  makeFolder,
  readKey,
  removeFolder,
  removeIfEmpty,
  removeInstance,
  subfolders,
  tryWrite,
  write,
} from './folder.ts';

export const V2_CONTROLLERS = ['cpu', 'memory', 'pids'] as const;

const PERIOD_US = 100_000;
const ACTIVE_WEIGHT = 100;
const IDLE_WEIGHT = 25;
/** Where processes go that are in the way of controllers. */
const LEAF = 'processes';
const MOVE_ATTEMPTS = 10;

class V2Cgroup implements Cgroup {
  readonly entrances: readonly string[];
  readonly #path: string;
  readonly #peakFd: number | null;
  readonly #since: Baselines;
  #memoryBytes: number;
  /** The peak when the case began, of a kernel that cannot reset it. */
  #peakBaseBytes = 0;

  constructor(path: string, limits: CgroupLimits) {
    this.#path = path;
    this.#memoryBytes = limits.memoryBytes;
    this.#since = new Baselines({
      cpuMs: () => readKey(join(path, 'cpu.stat'), 'usage_usec') / 1000,
      oomKills: () => readKey(join(path, 'memory.events'), 'oom_kill'),
    });
    this.entrances = [join(path, 'cgroup.procs')];
    write(join(path, 'memory.max'), limits.memoryBytes);
    const swap = join(path, 'memory.swap.max');
    if (existsSync(swap)) write(swap, 0);
    write(join(path, 'pids.max'), limits.processes);
    write(join(path, 'cpu.max'), `${Math.round(PERIOD_US * limits.cpus)} ${PERIOD_US}`);
    this.setActive(false);
    this.#peakFd = openPeak(join(path, 'memory.peak'));
  }

  setActive(active: boolean): void {
    write(join(this.#path, 'cpu.weight'), active ? ACTIVE_WEIGHT : IDLE_WEIGHT);
  }

  setMemoryLimit(bytes: number): boolean {
    if (bytes === this.#memoryBytes) return true;
    if (Number(readFileSync(join(this.#path, 'memory.current'), 'utf8')) > bytes) return false;
    const done = tryWrite(join(this.#path, 'memory.max'), bytes);
    if (done) this.#memoryBytes = bytes;
    return done;
  }

  begin(): void {
    this.#resetPeak();
    this.#since.begin();
  }

  cpuMs(): number {
    return this.#since.cpuMs();
  }

  usage() {
    return {
      cpuMs: this.cpuMs(),
      peakBytes: this.#peakBytes(),
      oomKilled: this.#since.oomKilled(),
    };
  }

  async destroy(): Promise<void> {
    if (this.#peakFd !== null) closeSync(this.#peakFd);
    await killAll(this.#path);
    await removeFolder(this.#path);
  }

  /** From Linux 6.12 on any write resets the peak as this descriptor sees it; before, the cgroup's own stands. */
  #resetPeak(): void {
    if (this.#peakFd === null) return;
    this.#peakBaseBytes = 0;
    try {
      writeSync(this.#peakFd, 'reset');
    } catch (error) {
      if (!hasCode(error, 'EINVAL', 'EBADF')) throw error;
      this.#peakBaseBytes = this.#readPeak(this.#peakFd);
    }
  }

  /** Null before Linux 5.19, which counts none, and where an earlier case of the slot had a higher one. */
  #peakBytes(): number | null {
    if (this.#peakFd === null) return null;
    const bytes = this.#readPeak(this.#peakFd);
    return bytes > this.#peakBaseBytes ? bytes : null;
  }

  #readPeak(fd: number): number {
    const buffer = Buffer.alloc(32);
    return Number(buffer.toString('latin1', 0, readSync(fd, buffer, 0, buffer.length, 0)));
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Before Linux 6.12 it can only be read, which root may lack the capability to overlook. Null where there is none. */
function openPeak(path: string): number | null {
  if (!existsSync(path)) return null;
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (!hasCode(error, 'EACCES')) throw error;
    return openSync(path, 'r');
  }
}

function moveTo(folder: string, pid: string): void {
  try {
    write(join(folder, 'cgroup.procs'), pid);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error; // it ended meanwhile
  }
}

/**
 * Hands `controllers` down from the mount to `folder`. A container's mount, or a systemd unit's own cgroup, holds
 * processes, which v2 forbids beside children with controllers: these move to a leaf of their own.
 */
export async function delegate(
  mount: string,
  folder: string,
  controllers: readonly string[] = V2_CONTROLLERS,
): Promise<void> {
  if (folder !== mount) await delegate(mount, dirname(folder), controllers);
  await makeFolder(folder);
  const control = join(folder, 'cgroup.subtree_control');
  const wanted = controllers.map(name => `+${name}`).join(' ');
  if (controllers.every(name => readFileSync(control, 'utf8').split(/\s+/).includes(name))) return;
  const leaf = join(folder, LEAF);
  // A process can start another one while it is moved.
  for (let attempt = 0; !tryWrite(control, wanted); attempt++) {
    if (attempt === MOVE_ATTEMPTS) throw new Error(`${folder} holds processes that cannot be moved`);
    await makeFolder(leaf);
    for (const pid of readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean))
      moveTo(leaf, pid);
  }
}

/** Opens the tree under `group`. All slots together weigh as much as one process per processor. */
export async function openV2(mount: string, group: string, instance = instanceName()): Promise<CgroupTree> {
  const root = join(mount, group);
  const own = join(root, instance);
  await delegate(mount, own);
  for (const path of [root, own])
    write(join(path, 'cpu.weight'), Math.min(10_000, ACTIVE_WEIGHT * availableParallelism()));
  return {
    version: 2,
    async create(name, limits) {
      const path = join(own, name);
      await makeFolder(path);
      return new V2Cgroup(path, limits);
    },
    async sweep() {
      const dead = subfolders(root).filter(path => isLeftover(basename(path)));
      for (const path of dead) await removeInstance(path);
      return dead.length;
    },
    async remove() {
      await removeFolder(own);
      await removeIfEmpty(root);
    },
  };
}
