import { quietPlan, steady } from './scenarios.ts';
import type { ServiceTimes } from './service-times.ts';
import { type Felt, feltBy, type Outcome, simulate } from './simulate.ts';

/** What still counts as working: one press in a thousand is refused, and p95 is within two seconds. */
export const GOOD = { refused: 0.001, p95Ms: 2_000 };

export const isGood = ({ refused, p95Ms }: Felt) => refused <= GOOD.refused && p95Ms <= GOOD.p95Ms;

export interface Loaded {
  ratePerSecond: number;
  outcome: Outcome;
  felt: Felt;
}

/** One rate on so many machines that don't become more. */
export async function loadAt(
  times: ServiceTimes,
  machines: number,
  ratePerSecond: number,
  seconds: number,
  seed: number,
  isShared = true,
): Promise<Loaded> {
  const plan = { ...quietPlan(times, seed, { up: machines, most: machines }), isShared };
  const outcome = await simulate(steady(plan, ratePerSecond, seconds));
  return { ratePerSecond, outcome, felt: feltBy(outcome.presses, outcome.countedMs) };
}

/** The highest rate that is still good, by halving between two rates, to four per cent. */
export async function saturation(
  times: ServiceTimes,
  machines: number,
  highest: number,
  seconds: number,
  seed: number,
  isShared: boolean,
): Promise<Loaded> {
  let [low, high] = [0, highest];
  let best = await loadAt(times, machines, highest / 10, seconds, seed, isShared);
  while ((high - low) / highest > 0.04) {
    const middle = (low + high) / 2;
    const loaded = await loadAt(times, machines, middle, seconds, seed, isShared);
    if (isGood(loaded.felt)) [low, best] = [middle, loaded];
    else high = middle;
  }
  return best;
}
