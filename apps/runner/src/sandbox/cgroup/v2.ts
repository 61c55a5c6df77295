/** cgroup v2: one folder holds all controllers. */

import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { instanceName, isAlive } from '../instance.ts';
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

class V2Cgroup implements Cgroup {
  readonly entrances: readonly string[];
  readonly #path: string;
  readonly #peakFd: number | null;
  #memoryBytes: number;
  #cpuBaseMs = 0;
  #oomBase = 0;

  constructor(path: string, limits: CgroupLimits) {
    this.#path = path;
    this.#memoryBytes = limits.memoryBytes;
    this.entrances = [join(path, 'cgroup.procs')];
    write(join(path, 'memory.max'), limits.memoryBytes);
    const swap = join(path, 'memory.swap.max');
    if (existsSync(swap)) write(swap, 0);
    write(join(path, 'pids.max'), limits.processes);
    write(join(path, 'cpu.max'), `${Math.round(PERIOD_US * limits.cpus)} ${PERIOD_US}`);
    this.setActive(false);
    const peak = join(path, 'memory.peak');
    this.#peakFd = existsSync(peak) ? openSync(peak, 'r+') : null;
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
    this.#oomBase = this.#oomKills();
    this.#cpuBaseMs = this.#totalCpuMs();
  }

  cpuMs(): number {
    return this.#totalCpuMs() - this.#cpuBaseMs;
  }

  usage() {
    return {
      cpuMs: this.cpuMs(),
      peakBytes: this.#peakBytes(),
      oomKilled: this.#oomKills() > this.#oomBase,
    };
  }

  async destroy(): Promise<void> {
    if (this.#peakFd !== null) closeSync(this.#peakFd);
    await killAll(this.#path);
    await removeFolder(this.#path);
  }

  /** From Linux 6.12 on a write resets the peak as this descriptor sees it; before, the slot's own peak stands. */
  #resetPeak(): void {
    if (this.#peakFd === null) return;
    try {
      writeSync(this.#peakFd, 'reset');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EINVAL' && code !== 'EBADF' && code !== 'EACCES') throw error;
    }
  }

  /** Before Linux 5.19 there is no peak: what is used now is all that can be told. */
  #peakBytes(): number {
    if (this.#peakFd === null) return Number(readFileSync(join(this.#path, 'memory.current'), 'utf8'));
    const buffer = Buffer.alloc(32);
    return Number(buffer.toString('latin1', 0, readSync(this.#peakFd, buffer, 0, buffer.length, 0)));
  }

  #oomKills(): number {
    return readKey(join(this.#path, 'memory.events'), 'oom_kill');
  }

  #totalCpuMs(): number {
    return readKey(join(this.#path, 'cpu.stat'), 'usage_usec') / 1000;
  }
}

/**
 * Hands the controllers down from the mount to `folder`. In a container the mount itself holds processes,
 * which v2 forbids beside children with controllers: these move to a leaf of their own.
 */
async function delegate(mount: string, folder: string): Promise<void> {
  if (folder !== mount) await delegate(mount, dirname(folder));
  await makeFolder(folder);
  const control = join(folder, 'cgroup.subtree_control');
  const wanted = V2_CONTROLLERS.map(name => `+${name}`).join(' ');
  if (V2_CONTROLLERS.every(name => readFileSync(control, 'utf8').split(/\s+/).includes(name))) return;
  if (tryWrite(control, wanted)) return;
  const leaf = join(folder, 'processes');
  await makeFolder(leaf);
  for (const pid of readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean))
    write(join(leaf, 'cgroup.procs'), pid);
  write(control, wanted);
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
      const dead = subfolders(root).filter(path => !isAlive(basename(path)));
      for (const path of dead) await removeInstance(path);
      return dead.length;
    },
    async remove() {
      await removeFolder(own);
      await removeIfEmpty(root);
    },
  };
}
