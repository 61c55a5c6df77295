/** cgroup v1: one hierarchy per controller, some of them mounted together. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { instanceName, isLeftover } from '../instance.ts';
import { Baselines } from './baselines.ts';
import type { Cgroup, CgroupLimits, CgroupTree } from './cgroup.ts';
import {
  killAll,
  makeFolder,
  readKey,
  readNumber,
  removeFolder,
  removeIfEmpty,
  removeInstance,
  subfolders,
  tryWrite,
  write,
} from './folder.ts';

/** Mount points of the controllers that are needed. */
export interface V1Mounts {
  memory: string;
  pids: string;
  cpu: string;
  cpuacct: string;
}

const PERIOD_US = 100_000;
const ACTIVE_SHARES = 1024;
const IDLE_SHARES = 256;

class V1Cgroup implements Cgroup {
  readonly entrances: readonly string[];
  readonly #paths: V1Mounts;
  readonly #since: Baselines;
  #memoryBytes: number;

  constructor(paths: V1Mounts, limits: CgroupLimits) {
    this.#paths = paths;
    this.#memoryBytes = limits.memoryBytes;
    this.#since = new Baselines({
      cpuMs: () => readNumber(join(paths.cpuacct, 'cpuacct.usage')) / 1e6,
      oomKills: () => readKey(join(paths.memory, 'memory.oom_control'), 'oom_kill'),
    });
    this.entrances = folders(paths).map(folder => join(folder, 'cgroup.procs'));
    write(join(paths.memory, 'memory.limit_in_bytes'), limits.memoryBytes);
    this.#setSwapLimit(limits.memoryBytes);
    write(join(paths.pids, 'pids.max'), limits.processes);
    write(join(paths.cpu, 'cpu.cfs_period_us'), PERIOD_US);
    write(join(paths.cpu, 'cpu.cfs_quota_us'), Math.round(PERIOD_US * limits.cpus));
    this.setActive(false);
  }

  setActive(active: boolean): void {
    write(join(this.#paths.cpu, 'cpu.shares'), active ? ACTIVE_SHARES : IDLE_SHARES);
  }

  /** Memory with swap counts both, so the same number leaves none for swap; absent without swap accounting. */
  #setSwapLimit(bytes: number): boolean {
    const file = join(this.#paths.memory, 'memory.memsw.limit_in_bytes');
    return !existsSync(file) || tryWrite(file, bytes);
  }

  setMemoryLimit(bytes: number): boolean {
    if (bytes === this.#memoryBytes) return true;
    const setMemory = () => tryWrite(join(this.#paths.memory, 'memory.limit_in_bytes'), bytes);
    const setSwap = () => this.#setSwapLimit(bytes);
    const done = bytes > this.#memoryBytes ? setSwap() && setMemory() : setMemory() && setSwap();
    if (done) this.#memoryBytes = bytes;
    return done;
  }

  begin(): void {
    write(join(this.#paths.memory, 'memory.max_usage_in_bytes'), 0);
    this.#since.begin();
  }

  cpuMs(): number {
    return this.#since.cpuMs();
  }

  usage() {
    return {
      cpuMs: this.cpuMs(),
      peakBytes: readNumber(join(this.#paths.memory, 'memory.max_usage_in_bytes')),
      oomKilled: this.#since.oomKilled(),
    };
  }

  async destroy(): Promise<void> {
    await killAll(this.#paths.pids);
    await Promise.all(folders(this.#paths).map(removeFolder));
  }
}

/** The distinct folders: controllers mounted together share one. */
function folders(paths: V1Mounts): string[] {
  return [...new Set([paths.memory, paths.pids, paths.cpu, paths.cpuacct])];
}

function within(paths: V1Mounts, ...names: string[]): V1Mounts {
  const at = (path: string) => join(path, ...names);
  return { memory: at(paths.memory), pids: at(paths.pids), cpu: at(paths.cpu), cpuacct: at(paths.cpuacct) };
}

/** Opens the tree under `group` of each hierarchy. All slots together weigh as much as one process per processor. */
export async function openV1(
  mounts: V1Mounts,
  group: string,
  instance = instanceName(),
): Promise<CgroupTree> {
  const root = within(mounts, group);
  const own = within(root, instance);
  await Promise.all(folders(own).map(makeFolder));
  for (const { cpu } of [root, own]) write(join(cpu, 'cpu.shares'), ACTIVE_SHARES * availableParallelism());
  return {
    version: 1,
    async create(name, limits) {
      const paths = within(own, name);
      await Promise.all(folders(paths).map(makeFolder));
      return new V1Cgroup(paths, limits);
    },
    async sweep() {
      const dead = folders(root)
        .flatMap(subfolders)
        .filter(path => isLeftover(basename(path)));
      for (const path of dead) await removeInstance(path);
      return new Set(dead.map(path => basename(path))).size;
    },
    async remove() {
      await Promise.all(folders(own).map(removeFolder));
      await Promise.all(folders(root).map(removeIfEmpty));
    },
  };
}
