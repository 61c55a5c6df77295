/** Names an instance of the runner so that a later one can tell whether it still lives. */

import { readFileSync } from 'node:fs';

/** When a process started, in clock ticks since boot; null when there is none (proc(5), field 22). */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

let made = 0;

/** A name no other instance has: pid, its start time, and a count within the process. */
export function instanceName(): string {
  return `${process.pid}-${startTime(process.pid)}-${made++}`;
}

export function isAlive(name: string): boolean {
  const [pid, started] = name.split('-');
  return pid !== undefined && started !== undefined && startTime(Number(pid)) === started;
}

/** Whether a name is that of an instance which no longer lives; other names are no one's to sweep. */
export function isLeftover(name: string): boolean {
  return /^\d+-\d+-\d+$/.test(name) && !isAlive(name);
}
