/** The command line that puts a process into a slot. */

import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import type { Bind } from '../languages/language.ts';

export const BWRAP = '/usr/bin/bwrap';

/** Descriptor on which bubblewrap reads the seccomp filter; the launcher puts it there. */
const SECCOMP_FD = 3;

/** What every program sees of the machine, besides its language: the C library, its friends, and a shell. */
const BASE_BINDS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib/ld-linux-aarch64.so.1',
  '/usr/lib64',
  '/usr/lib/locale/C.utf8',
  '/usr/bin/sh',
  '/usr/bin/dash',
  '/usr/bin/env',
];
/** Symbolic links on a machine with a merged /usr, folders on others. */
const TOP_FOLDERS = ['/bin', '/lib', '/lib64'];
/** Parts of /proc that tell of the machine and not of the slot. */
const MASKED = [
  '/proc/cmdline',
  '/proc/kallsyms',
  '/proc/keys',
  '/proc/key-users',
  '/proc/modules',
  '/proc/timer_list',
];

/** The uid and gid that programs see as their own, whatever the slot's real one. */
const INNER_ID = '1000';

export interface SlotCommand {
  init: string;
  etc: string;
  binds: readonly Bind[];
  diskBytes: number;
}

function topFolder(path: string): string[] {
  if (!existsSync(path)) return [];
  return lstatSync(path).isSymbolicLink()
    ? ['--symlink', readlinkSync(path), path]
    : ['--ro-bind', path, path];
}

function readOnlyRoot(binds: readonly Bind[]): string[] {
  return [
    ...TOP_FOLDERS.flatMap(topFolder),
    ...BASE_BINDS.filter(path => existsSync(path)).flatMap(path => ['--ro-bind', path, path]),
    ...binds.flatMap(({ source, target }) => ['--ro-bind', source, target ?? source]),
  ];
}

/** Bubblewrap becomes init by exec in a process of its own, and waits for it. */
export function slotCommand(command: SlotCommand): string[] {
  const size = String(command.diskBytes);
  const folder = (path: string) => ['--perms', '0700', '--size', size, '--tmpfs', path];
  return [
    BWRAP,
    ...['--unshare-all', '--unshare-user', '--disable-userns', '--uid', INNER_ID, '--gid', INNER_ID],
    ...['--hostname', 'runner', '--as-pid-1', '--die-with-parent', '--new-session', '--clearenv'],
    ...readOnlyRoot(command.binds),
    ...['--ro-bind', command.etc, '/etc', '--ro-bind', command.init, '/init'],
    ...['--proc', '/proc', '--dev', '/dev'],
    ...MASKED.filter(path => existsSync(path)).flatMap(path => ['--ro-bind', '/dev/null', path]),
    ...[...folder('/box'), ...folder('/tmp'), ...folder('/dev/shm')],
    ...['--remount-ro', '/dev', '--remount-ro', '/'],
    ...['--seccomp', String(SECCOMP_FD), '--chdir', '/box', '/init'],
  ];
}
