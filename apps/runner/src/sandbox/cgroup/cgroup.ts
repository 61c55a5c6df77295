/** One interface over both generations of cgroups. */

export interface CgroupLimits {
  memoryBytes: number;
  processes: number;
  /** Processors' worth of time, e.g. 1 or 0.5. */
  cpus: number;
}

/** What a case used since `begin`. */
export interface CgroupUsage {
  cpuMs: number;
  /** Null where the kernel cannot tell it from that of an earlier case. */
  peakBytes: number | null;
  oomKilled: boolean;
}

/** The cgroup of one slot. */
export interface Cgroup {
  /** Files a process writes its own pid to in order to enter. */
  readonly entrances: readonly string[];
  /** Ready slots are refilled at low weight; a slot in use counts in full. */
  setActive(active: boolean): void;
  /** Returns false when the slot already uses more than that. */
  setMemoryLimit(bytes: number): boolean;
  /** Takes new baselines: what follows belongs to the next case. */
  begin(): void;
  cpuMs(): number;
  usage(): CgroupUsage;
  /** Kills what is inside and removes it; resolves when nothing is left. */
  destroy(): Promise<void>;
}

/** Where an instance of the runner makes its slots' cgroups. */
export interface CgroupTree {
  readonly version: 1 | 2;
  create(name: string, limits: CgroupLimits): Promise<Cgroup>;
  /** Kills and removes what instances that no longer live have left. Returns how many. */
  sweep(): Promise<number>;
  /** Removes the instance's own folder, once every slot is destroyed; the group too when no other uses it. */
  remove(): Promise<void>;
}
