/** What a runner in this process could leave on the machine: looked at before, and compared after. */

import { globSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the machine that any user may write to. */
const WRITABLE = ['/tmp', '/var/tmp', '/dev/shm', '/dev/mqueue', '/run/lock'];

export interface Uids {
  base: number;
  count: number;
}

const within = ({ base, count }: Uids, uid: number) => uid >= base && uid < base + count;

/** The uids of a range that have processes, with how many. */
export function processesByUid(uids: Uids): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    let status: string;
    try {
      status = readFileSync(`/proc/${pid}/status`, 'utf8');
    } catch {
      continue; // it ended meanwhile
    }
    const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
    if (within(uids, uid)) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  }
  return counts;
}

/** The cgroups of slots below a group, one name for all hierarchies. */
export function slotFolders(group: string): Set<string> {
  const found = globSync([`/sys/fs/cgroup/${group}/*/slot-*`, `/sys/fs/cgroup/*/${group}/*/slot-*`]);
  return new Set(found.map(path => path.slice(path.indexOf(group))));
}

/** Files of slots' uids in `folders` and where any user may write. */
export function filesOf(uids: Uids, folders: string[]): string[] {
  const found: string[] = [];
  const look = (path: string) => {
    let entry: ReturnType<typeof lstatSync>;
    try {
      entry = lstatSync(path);
    } catch {
      return; // it went meanwhile, or the machine has no such folder
    }
    if (within(uids, entry.uid)) found.push(path);
    if (entry.isDirectory()) for (const name of namesIn(path)) look(join(path, name));
  };
  for (const folder of [...WRITABLE, ...folders]) look(folder);
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // another program removed it meanwhile
  }
}

/** The machine's mounts, and System V objects. */
export function machine() {
  return {
    mounts: readFileSync('/proc/self/mounts', 'utf8').split('\n').sort(),
    ipc: ['msg', 'sem', 'shm'].map(kind => readFileSync(`/proc/sysvipc/${kind}`, 'utf8')),
  };
}

/** Inodes of sockets that a client's connection keeps open for as long as it likes. */
function tcpInodes(): Set<string> {
  const tables = ['tcp', 'tcp6'].map(name => readFileSync(`/proc/self/net/${name}`, 'utf8'));
  return new Set(tables.flatMap(table => table.split('\n').map(row => row.trim().split(/\s+/)[9] ?? '')));
}

/** How many descriptors of each kind this process and its launchers have open, but for TCP connections. */
export function descriptors(): Record<string, number> {
  const counts: Record<string, number> = {};
  const tcp = tcpInodes();
  const launchers = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(pid => pid !== '' && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'launcher\n');
  for (const pid of ['self', ...launchers]) {
    for (const fd of namesIn(`/proc/${pid}/fd`)) {
      let target: string;
      try {
        target = readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        continue; // the one that lists the folder itself
      }
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode !== undefined && tcp.has(inode)) continue;
      const kind = `${pid === 'self' ? 'service' : 'launcher'} ${target.replace(/:\[?.*$/, '')}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}
