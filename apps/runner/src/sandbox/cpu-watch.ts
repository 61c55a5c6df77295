/** Processor time of all processes of a slot, which no limit of a single process can bound. */

import type { Cgroup } from './cgroup/cgroup.ts';

export interface CpuWatch {
  exceeded(): boolean;
  stop(): void;
}

/**
 * Calls `onExceeded` when the processes of a cgroup have used `limitMs` since its baselines were taken. Looks no sooner
 * than that can be, with `cpus` processors; never without cgroup or limit.
 */
export function watchCpu(
  cgroup: Cgroup | null,
  cpus: number,
  limitMs: number,
  onExceeded: () => void,
): CpuWatch {
  let exceeded = false;
  let timer: NodeJS.Timeout | undefined;
  const check = (usedMs: number) => {
    exceeded = usedMs >= limitMs;
    if (exceeded) return onExceeded();
    const soonestMs = Math.max(5, (limitMs - usedMs) / cpus);
    timer = setTimeout(() => check(cgroup?.cpuMs() ?? 0), soonestMs);
  };
  if (cgroup && Number.isFinite(limitMs)) check(0);
  return { exceeded: () => exceeded, stop: () => clearTimeout(timer) };
}
