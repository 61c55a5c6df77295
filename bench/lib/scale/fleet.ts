import { Machine, type MachineOptions, type SlotCosts } from './machine.ts';
import type { Chance } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** When machines are added and taken away: the rule of the scale set, and what its platform takes for it. */
export interface Scaling {
  least: number;
  most: number;
  /** Share of processor time, averaged over all machines and the window. */
  outAbove: number;
  inBelow: number;
  outWindowMs: number;
  inWindowMs: number;
  everyMs: number;
  /** Rest since the last change, whichever it was. */
  outCooldownMs: number;
  inCooldownMs: number;
  /** From the decision to the first answer: uniform between these. */
  bootMs: [number, number];
}

/** As infra/azure/modules/runners.bicep has it; how long a machine boots is not measured. */
export const SCALING: Scaling = {
  ...{ least: 1, most: 5, outAbove: 0.7, inBelow: 0.3 },
  ...{ outWindowMs: 300_000, inWindowMs: 600_000, everyMs: 60_000 },
  ...{ outCooldownMs: 420_000, inCooldownMs: 600_000, bootMs: [120_000, 240_000] },
};

export type PlaceState = 'off' | 'booting' | 'up' | 'hung';

/** One address that the router knows, whether a machine is behind it or not. */
export interface Place {
  url: string;
  state: PlaceState;
  machine: Machine | null;
  /** Ends what runs on the machine when it goes. */
  gone: AbortController;
}

interface Reading {
  atMs: number;
  /** Of each machine, processor milliseconds since its start. */
  usedMs: Map<Machine, number>;
}

/** The machines of a scale set, and the rule that adds some and takes some away. */
export class Fleet {
  readonly places: Place[];
  /** When how many were up. */
  readonly history: { atMs: number; up: number }[] = [];
  readonly #time: VirtualTime;
  readonly #slots: SlotCosts;
  readonly #options: MachineOptions;
  readonly #chance: Chance;
  #readings: Reading[] = [];
  #decidedMs = Number.NEGATIVE_INFINITY;

  constructor(
    time: VirtualTime,
    chance: Chance,
    slots: SlotCosts,
    options: MachineOptions,
    { up, most }: { up: number; most: number },
  ) {
    this.#time = time;
    this.#chance = chance;
    this.#slots = slots;
    this.#options = options;
    this.places = Array.from({ length: most }, (_, i) => ({
      ...{ url: `http://runner-${i + 1}`, state: 'off' as const, machine: null, gone: new AbortController() },
    }));
    for (const place of this.places.slice(0, up)) this.#switchOn(place);
  }

  get up(): Place[] {
    return this.places.filter(({ state }) => state === 'up');
  }

  lose(place: Place): void {
    place.state = 'off';
    place.machine = null;
    place.gone.abort(new Error('the machine is gone'));
    this.#note();
  }

  hang(place: Place): void {
    place.state = 'hung';
    this.#note();
  }

  /** A machine takes its time to come. */
  boot(place: Place, [shortest, longest]: [number, number]): void {
    place.state = 'booting';
    this.#time.after(this.#chance.between(shortest, longest), () => this.#switchOn(place));
  }

  /** Goes by the rule from now on. */
  scale(rule: Scaling): void {
    const look = () => {
      this.#decide(rule);
      this.#time.after(rule.everyMs, look);
    };
    this.#read(rule);
    this.#time.after(rule.everyMs, look);
  }

  /** Share of processor time since `sinceMs` (at the earliest kept reading from then on), over all machines. */
  utilisation(sinceMs: number): number {
    const first = this.#readings.find(({ atMs }) => atMs >= sinceMs) ?? this.#readings[0];
    if (!first) return 0;
    let [usedMs, couldMs] = [0, 0];
    for (const { machine } of this.up) {
      if (!machine) continue;
      const before = first.usedMs.get(machine);
      usedMs += machine.processors.usedMs - (before ?? 0);
      const since = before === undefined ? machine.bornMs : first.atMs;
      couldMs += (this.#time.nowMs - since) * this.#options.processors;
    }
    return couldMs > 0 ? usedMs / couldMs : 0;
  }

  #decide(rule: Scaling): void {
    const { nowMs } = this.#time;
    const restedMs = nowMs - this.#decidedMs;
    /** NaN before the window is full: nothing is decided on less. */
    const busy = (windowMs: number) =>
      (this.#readings[0]?.atMs ?? nowMs) <= nowMs - windowMs
        ? this.utilisation(nowMs - windowMs)
        : Number.NaN;
    const isFull = restedMs >= rule.outCooldownMs && busy(rule.outWindowMs) > rule.outAbove;
    const isIdle = restedMs >= rule.inCooldownMs && busy(rule.inWindowMs) < rule.inBelow;
    this.#read(rule);
    const wanted = this.places.filter(({ state }) => state !== 'off').length;
    if (isFull && wanted < rule.most) {
      const free = this.places.find(({ state }) => state === 'off');
      if (free) this.boot(free, rule.bootMs);
      this.#decidedMs = nowMs;
    } else if (isIdle && wanted > rule.least) {
      const last = this.up.at(-1);
      if (last) this.lose(last);
      this.#decidedMs = nowMs;
    }
  }

  #read({ outWindowMs, inWindowMs }: Scaling): void {
    const usedMs = new Map<Machine, number>();
    for (const { machine } of this.up) if (machine) usedMs.set(machine, machine.processors.usedMs);
    this.#readings.push({ atMs: this.#time.nowMs, usedMs });
    this.#readings = this.#readings.filter(
      ({ atMs }) => atMs >= this.#time.nowMs - Math.max(outWindowMs, inWindowMs) - 1,
    );
  }

  #switchOn(place: Place): void {
    place.machine = new Machine(this.#time, this.#slots, this.#options);
    place.gone = new AbortController();
    place.state = 'up';
    this.#note();
  }

  #note(): void {
    this.history.push({ atMs: this.#time.nowMs, up: this.up.length });
  }
}
