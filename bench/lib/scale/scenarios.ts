import { ASSUMPTIONS, LANGUAGE_SHARES } from '../../../infra/cost/assumptions.ts';
import { SCALING } from './fleet.ts';
import { machineDefaults } from './machine.ts';
import type { Credits } from './processors.ts';
import { demandOf, type Mix, type ServiceTimes, slotCosts } from './service-times.ts';
import type { Plan } from './simulate.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const { runsPerExercise, submitsPerExercise } = ASSUMPTIONS;

export const MIX: Mix = {
  languages: LANGUAGE_SHARES,
  submitShare: submitsPerExercise.value / (runsPerExercise.value + submitsPerExercise.value),
};

/** Standard_B2as_v2: https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/basv2-series */
export const B2AS_V2 = {
  processors: 2,
  credits: { baseline: 0.8, initialSeconds: 3_600, maxSeconds: 69_120 },
};
/** Between a Worker and a machine through the tunnel. Not measured: no tunnel is at hand. */
const ROUND_TRIP_MS = 20;
/** How many isolates of the Worker a region keeps is not told by Cloudflare. */
const ISOLATES = 4;

/** A plan in which nothing happens, to be filled in. */
export function quietPlan(times: ServiceTimes, seed: number, machines: Plan['machines']): Plan {
  return {
    ...{
      seed,
      machines,
      isolates: ISOLATES,
      roundTripMs: ROUND_TRIP_MS,
      isShared: true,
      isOneCaller: false,
      patience: 4,
    },
    machine: machineDefaults(B2AS_V2.processors),
    slots: slotCosts(times),
    scaling: null,
    ...{ rateAt: () => 0, maxRate: 0, bursts: [], events: [], people: 10_000 },
    demand: chance => demandOf(times, MIX, chance),
    ...{ lastsMs: 0, warmUpMs: 0 },
  };
}

/** The same rate all the time, on as many machines. */
export function steady(plan: Plan, ratePerSecond: number, seconds: number): Plan {
  const warmUpMs = 10 * SECOND_MS;
  return {
    ...plan,
    ...{ rateAt: () => ratePerSecond, maxRate: ratePerSecond },
    ...{ warmUpMs, lastsMs: warmUpMs + seconds * SECOND_MS },
  };
}

/** A class presses Run in the same second, in one language, on machines that had nothing to do. */
export function classOf(plan: Plan, people: number, language: string, times: ServiceTimes): Plan {
  const mix = { languages: { [language]: 1 }, submitShare: 0 };
  return {
    ...plan,
    demand: chance => demandOf(times, mix, chance),
    bursts: [{ atMs: 10 * SECOND_MS, people }],
    lastsMs: 60 * SECOND_MS,
  };
}

export const PEAK = { beginsMs: 6 * MINUTE_MS, endsMs: 26 * MINUTE_MS };

/** Quiet, then so many times as much within a minute, and back again after some twenty. */
export function viralPeak(plan: Plan, usualRate: number, factor: number, isScaled: boolean): Plan {
  const [begins, ends] = [PEAK.beginsMs, PEAK.endsMs];
  const rateAt = (atMs: number) => {
    if (atMs < begins || atMs >= ends + MINUTE_MS) return usualRate;
    const up = Math.min(1, (atMs - begins) / MINUTE_MS);
    const down = atMs < ends ? 1 : 1 - (atMs - ends) / MINUTE_MS;
    return usualRate * (1 + (factor - 1) * Math.min(up, down));
  };
  return {
    ...plan,
    ...{ rateAt, maxRate: usualRate * factor, scaling: isScaled ? SCALING : null },
    ...{ warmUpMs: begins, lastsMs: PEAK.endsMs + 4 * MINUTE_MS },
  };
}

/** One of several machines is lost, and another is there only minutes later; or it hangs, to the end. */
export function oneLost(plan: Plan, ratePerSecond: number, how: 'gone' | 'hung'): Plan {
  const base = steady(plan, ratePerSecond, 8 * 60);
  return {
    ...base,
    events: [
      {
        atMs: 2 * MINUTE_MS,
        happen(fleet) {
          const place = fleet.up[0];
          if (!place) return;
          // One that hangs is replaced only after twenty minutes (automaticRepairsPolicy in runners.bicep).
          if (how === 'hung') return fleet.hang(place);
          fleet.lose(place);
          fleet.boot(place, SCALING.bootMs);
        },
      },
    ],
  };
}

/** Long enough to spend a burstable machine's credits. */
export function creditsRunOut(plan: Plan, ratePerSecond: number, minutes: number, credits: Credits): Plan {
  return {
    ...steady(plan, ratePerSecond, minutes * 60),
    machine: { ...plan.machine, credits },
    scaling: SCALING,
  };
}
