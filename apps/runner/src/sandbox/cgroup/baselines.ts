/** Turns what a cgroup has counted since it was made into what one case has used. */

/** What both generations of cgroups count, each in files of its own. */
export interface Counters {
  cpuMs(): number;
  oomKills(): number;
}

export class Baselines {
  readonly #counters: Counters;
  #cpuMs = 0;
  #oomKills = 0;

  constructor(counters: Counters) {
    this.#counters = counters;
  }

  /** What follows belongs to the next case. */
  begin(): void {
    this.#oomKills = this.#counters.oomKills();
    this.#cpuMs = this.#counters.cpuMs();
  }

  cpuMs(): number {
    return this.#counters.cpuMs() - this.#cpuMs;
  }

  oomKilled(): boolean {
    return this.#counters.oomKills() > this.#oomKills;
  }
}
