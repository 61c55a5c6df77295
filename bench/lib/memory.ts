import { readFileSync } from 'node:fs';

/** What processes hold in memory together. @throws when one of them has ended */
export function rssMb(pids: number[]): number {
  const kb = pids.map(pid =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
  return kb.reduce((sum, one) => sum + one, 0) / 1024;
}
