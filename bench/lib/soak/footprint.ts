import { existsSync, globSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from './service.ts';

/** What a service takes up at one moment. */
export interface Footprint {
  rssBytes: number;
  /** Of all slots together. */
  cgroupBytes: number;
  descriptors: number;
  processes: number;
  cgroups: number;
  mounts: number;
  stateBytes: number;
}

/** How much more than at the start may be left at the end, when all is at rest. */
export function bounds(cacheDiskBytes: number): Footprint {
  const MIB = 1024 * 1024;
  return {
    // The heap grows to what the collector finds worth keeping; the rest is the cache in memory.
    rssBytes: 128 * MIB,
    // A resident compiler keeps what it compiled with, up to its own limit.
    cgroupBytes: 192 * MIB,
    descriptors: 2,
    processes: 2,
    cgroups: 1,
    mounts: 0,
    stateBytes: cacheDiskBytes + 8 * MIB,
  };
}

const read = (path: string) => readFileSync(path, 'utf8');

/** Of something that may end while it is looked at. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return otherwise;
    throw error;
  }
}

function processesOf({ base, count }: Service['uids']): number {
  return readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name)) return false;
    const uid = Number(/^Uid:\s+(\d+)/m.exec(attempt(() => read(`/proc/${name}/status`), ''))?.[1]);
    return uid >= base && uid < base + count;
  }).length;
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => attempt(() => lstatSync(join(folder, name)), null))
    .reduce((sum, entry) => sum + (entry?.isFile() ? entry.size : 0), 0);
}

function cgroupBytes(cgroup: string): number {
  const files = [
    `/sys/fs/cgroup/memory/${cgroup}/memory.usage_in_bytes`,
    `/sys/fs/cgroup/${cgroup}/memory.current`,
  ];
  const file = files.find(path => existsSync(path));
  return file === undefined ? 0 : Number(read(file));
}

export function footprintOf({ pid, cgroup, uids, stateDir }: Service): Footprint {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  const launchers = children.filter(child => attempt(() => read(`/proc/${child}/comm`), '') === 'launcher\n');
  const descriptors = [String(pid), ...launchers].map(id => readdirSync(`/proc/${id}/fd`).length);
  return {
    rssBytes: Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]) * 1024,
    cgroupBytes: cgroupBytes(cgroup),
    descriptors: descriptors.reduce((sum, one) => sum + one, 0),
    processes: processesOf(uids),
    cgroups: globSync([`/sys/fs/cgroup/${cgroup}/*/slot-*`, `/sys/fs/cgroup/pids/${cgroup}/*/slot-*`]).length,
    mounts: read(`/proc/${pid}/mounts`).trim().split('\n').length,
    stateBytes: bytesBelow(stateDir),
  };
}

/** What grew beyond its bound, in words. */
export function growth(start: Footprint, end: Footprint, bound: Footprint): string[] {
  const names = [
    'rssBytes',
    'cgroupBytes',
    'descriptors',
    'processes',
    'cgroups',
    'mounts',
    'stateBytes',
  ] as const;
  return names
    .filter(name => end[name] - start[name] > bound[name])
    .map(name => `${name} grew from ${start[name]} to ${end[name]}, by more than ${bound[name]}`);
}
