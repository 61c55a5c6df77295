import { percentile } from '../../../tools/lib/table.ts';
import { Fleet, type Scaling } from './fleet.ts';
import { type Press, Workers } from './learners.ts';
import type { Demand, MachineOptions, SlotCosts } from './machine.ts';
import { networkTo } from './network.ts';
import { Chance } from './random.ts';
import { inVirtualTime, VirtualTime } from './virtual-time.ts';

/** What happens in one simulation. Times in milliseconds of its clock. */
export interface Plan {
  seed: number;
  machine: MachineOptions;
  slots: SlotCosts;
  /** Machines at the beginning; addresses that the router knows. */
  machines: { up: number; most: number };
  isolates: number;
  roundTripMs: number;
  isShared: boolean;
  /** How often somebody presses what is refused. */
  patience: number;
  scaling: Scaling | null;
  /** Presses a second at a time; arrivals are a Poisson process of that rate, whatever is answered. */
  rateAt: (atMs: number) => number;
  maxRate: number;
  /** So many press at the same moment. */
  bursts: { atMs: number; people: number }[];
  /** All of a burst are one caller to the runner: nobody is signed in, and they share an address. */
  isOneCaller: boolean;
  /** The requests of one press. */
  demand: (chance: Chance) => Demand[];
  /** Different people, who take turns. */
  people: number;
  lastsMs: number;
  /** Presses before are not counted. */
  warmUpMs: number;
  events: { atMs: number; happen: (fleet: Fleet) => void }[];
}

/** Once a minute. */
export interface Minute {
  atMs: number;
  up: number;
  busy: number;
  queued: number;
  credits: number;
}

export interface Outcome {
  presses: Press[];
  minutes: Minute[];
  fleet: Fleet;
  /** Mean number of presses without an answer, over the time that is counted. */
  meanWaiting: number;
  countedMs: number;
}

const SAMPLE_MS = 10_000;

/** Goes through a plan. The same plan gives the same outcome. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const time = new VirtualTime();
  const chance = new Chance(plan.seed);
  const demands = new Map<string, Demand>();
  const { machine, slots, machines, isShared, roundTripMs } = plan;
  const fleet = new Fleet(time, chance, slots, machine, machines);
  const urls = isShared ? ['http://tunnel'] : fleet.places.map(({ url }) => url);
  const workers = new Workers(time, chance, {
    urls,
    isolates: plan.isolates,
    demands,
    patience: plan.patience,
  });
  const minutes: Minute[] = [];

  const someone = () => `somebody-${Math.floor(chance.next() * plan.people)}`;
  function press(caller: string): void {
    void workers.press(plan.demand(chance), caller);
  }
  /** By thinning: candidates at the highest rate, each kept with the chance that the rate of its time gives. */
  function arrive(): void {
    if (time.nowMs >= plan.lastsMs) return;
    if (chance.next() < plan.rateAt(time.nowMs) / plan.maxRate) press(someone());
    time.after(chance.exponential(1000 / plan.maxRate), arrive);
  }
  function sample(): void {
    const { up } = fleet;
    const queued = up.reduce((sum, place) => sum + (place.machine?.admission.waiting ?? 0), 0);
    const credits = up.reduce((sum, place) => sum + (place.machine?.processors.creditSeconds ?? 0), 0);
    const usedMs = up.reduce((sum, place) => sum + (place.machine?.processors.usedMs ?? 0), 0);
    const busy = Math.max(
      0,
      (usedMs - lastUsedMs) / (SAMPLE_MS * machine.processors * Math.max(1, up.length)),
    );
    lastUsedMs = usedMs;
    minutes.push({
      atMs: time.nowMs,
      up: up.length,
      busy,
      queued,
      credits: credits / Math.max(1, up.length),
    });
    if (time.nowMs < plan.lastsMs) time.after(SAMPLE_MS, sample);
  }
  let lastUsedMs = 0;
  const network = networkTo(fleet, time, chance, { roundTripMs, demands, isShared });
  await inVirtualTime(time, network, async () => {
    if (plan.scaling) fleet.scale(plan.scaling);
    if (plan.maxRate > 0) time.after(chance.exponential(1000 / plan.maxRate), arrive);
    for (const { atMs, people } of plan.bursts) {
      time.after(atMs, () => {
        for (let i = 0; i < people; i++) press(plan.isOneCaller ? 'class' : `pupil-${i}`);
      });
    }
    for (const { atMs, happen } of plan.events) time.after(atMs, () => happen(fleet));
    time.after(SAMPLE_MS, sample);
    await time.run(plan.lastsMs);
    // Those who still wait are heard to their end; the rule of scaling alone would go on for ever.
    for (let untilMs = plan.lastsMs; workers.waiting > 0; untilMs += SAMPLE_MS) await time.run(untilMs);
  });
  const waitedMs = waitingArea(workers.presses, plan.warmUpMs, plan.lastsMs);
  return {
    presses: workers.presses.filter(({ atMs }) => atMs >= plan.warmUpMs),
    minutes,
    fleet,
    meanWaiting: waitedMs / (plan.lastsMs - plan.warmUpMs),
    countedMs: plan.lastsMs - plan.warmUpMs,
  };
}

/** The integral of how many wait, from one time to another. */
function waitingArea(presses: Press[], fromMs: number, untilMs: number): number {
  return presses.reduce(
    (total, { atMs, endMs }) => total + Math.max(0, Math.min(endMs, untilMs) - Math.max(atMs, fromMs)),
    0,
  );
}

/** What learners felt: from the press to its last answer. */
export interface Felt {
  presses: number;
  servedPerSecond: number;
  /** Share that was refused at first, and that had no answer in the end. */
  refused: number;
  lost: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

export function feltBy(presses: Press[], countedMs: number): Felt {
  const served = presses.filter(({ isServed }) => isServed);
  const lasted = served.map(({ atMs, endMs }) => endMs - atMs);
  const share = (part: number) => (presses.length ? part / presses.length : 0);
  return {
    presses: presses.length,
    servedPerSecond: served.length / (countedMs / 1000),
    refused: share(presses.filter(({ refusals }) => refusals > 0).length),
    lost: share(presses.length - served.length),
    p50Ms: percentile(lasted, 50),
    p95Ms: percentile(lasted, 95),
    p99Ms: percentile(lasted, 99),
  };
}
