import { ASSUMPTIONS, type AssumptionName, type Behaviour } from './assumptions.ts';
import { billFor } from './compute.ts';
import type { Measured } from './measured.ts';
import type { PriceTable } from './prices.ts';

/** What the total becomes at the two ends of what is plausible for one number. */
export interface Swing {
  name: string;
  from: string;
  lowUsd: number;
  highUsd: number;
  spreadUsd: number;
}

/** Goes through every assumption, and what was measured or not sourced, one at a time; the widest first. */
export function swings(users: number, behaviour: Behaviour, measured: Measured, prices: PriceTable): Swing[] {
  const total = (b: Behaviour, m = measured, p = prices) => billFor(users, b, m, p).totalUsd;
  const swing = (name: string, from: string, [lowUsd, highUsd]: [number, number]): Swing => ({
    ...{ name, from, lowUsd, highUsd, spreadUsd: Math.abs(highUsd - lowUsd) },
  });
  const assumed = (Object.keys(ASSUMPTIONS) as AssumptionName[]).map(name => {
    const { low, high, unit } = ASSUMPTIONS[name];
    const at = (value: number) => total({ ...behaviour, [name]: value });
    return swing(name, `${low} to ${high} ${unit}`, [at(low), at(high)]);
  });
  const withRunner = (factor: number) =>
    total(behaviour, {
      ...measured,
      runner: {
        ...measured.runner,
        languages: Object.fromEntries(
          Object.entries(measured.runner.languages).map(([id, { runMs, submitMs }]) => [
            id,
            { runMs: runMs * factor, submitMs: submitMs * factor },
          ]),
        ),
      },
    });
  const withTokens = (factor: number) =>
    total(behaviour, {
      ...measured,
      generation: {
        ...measured.generation,
        models: Object.fromEntries(
          Object.entries(measured.generation.models).map(([id, { input, output }]) => [
            id,
            { input: input * factor, output: output * factor },
          ]),
        ),
      },
    });
  const withMachine = (factor: number) =>
    total(behaviour, measured, {
      ...prices,
      machine: { ...prices.machine, usd: prices.machine.usd * factor },
    });
  return [
    ...assumed,
    swing('processor time of a run', 'half to twice what was measured', [withRunner(0.5), withRunner(2)]),
    swing('tokens of a generation', 'half to four times what the double counts', [
      withTokens(0.5),
      withTokens(4),
    ]),
    swing('price of a machine', 'as told to twice as dear (not sourced)', [withMachine(1), withMachine(2)]),
  ].sort((one, other) => other.spreadUsd - one.spreadUsd);
}
