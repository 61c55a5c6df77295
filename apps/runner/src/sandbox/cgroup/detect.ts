/** Finds which cgroups this machine has, and opens them. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CgroupTree } from './cgroup.ts';
import { openV1, type V1Mounts } from './v1.ts';
import { openV2, V2_CONTROLLERS } from './v2.ts';

export type Mounts = { v2: string } | { v1: V1Mounts } | null;

/** Reads a mount table (proc_mounts(5)). v2 wins where it holds all the controllers; else v1. */
export function findMounts(mountTable: string, controllersOf: (mount: string) => string[]): Mounts {
  const rows = mountTable.split('\n').map(line => line.split(' '));
  const v2 = rows.find(([, , type]) => type === 'cgroup2')?.[1];
  if (v2 !== undefined && V2_CONTROLLERS.every(name => controllersOf(v2).includes(name))) return { v2 };
  const v1 = (controller: string) =>
    rows.find(([, , type, options]) => type === 'cgroup' && options?.split(',').includes(controller))?.[1];
  const [memory, pids, cpu, cpuacct] = [v1('memory'), v1('pids'), v1('cpu'), v1('cpuacct')];
  return memory && pids && cpu && cpuacct ? { v1: { memory, pids, cpu, cpuacct } } : null;
}

/** Opens the machine's cgroups under `group`. Null where it has none with the controllers needed. */
export async function openCgroups(group: string): Promise<CgroupTree | null> {
  const mounts = findMounts(readFileSync('/proc/mounts', 'utf8'), mount => {
    const file = join(mount, 'cgroup.controllers');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
  });
  if (mounts === null) return null;
  return 'v2' in mounts ? openV2(mounts.v2, group) : openV1(mounts.v1, group);
}
