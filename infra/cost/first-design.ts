import { type Behaviour, usualBehaviour } from './assumptions.ts';
import { billFor, byGroup, usdAGeneration } from './compute.ts';
import type { Measured } from './measured.ts';
import type { PriceTable } from './prices.ts';

/** “Cost Projection” of the first design, February 2026: dollars a month, and what each capsule costs at the models. */
export const FIRST_DESIGN = {
  usdACapsule: 0.027,
  stages: [
    { users: 100, totalUsd: 52, machinesUsd: 36, modelsUsd: 16, machines: 1 },
    { users: 1_000, totalUsd: 190, machinesUsd: 72, modelsUsd: 118, machines: 2 },
    { users: 10_000, totalUsd: 1_300, machinesUsd: 180, modelsUsd: 1_120, machines: 5 },
  ],
};

/** One stage of it beside ours. */
export interface Compared {
  users: number;
  theirs: { totalUsd: number; machinesUsd: number; modelsUsd: number };
  ours: { totalUsd: number; machinesUsd: number; modelsUsd: number; restUsd: number };
  /** Generations a month of each user that its models’ dollars come to, and that we assume. */
  generationsAUser: { theirs: number; ours: number };
  /** Ours with as many generations as theirs, at its dollars for each. */
  withTheirGenerationsUsd: number;
}

/** What of the difference comes from which number. */
export function compareWithFirstDesign(measured: Measured, prices: PriceTable): Compared[] {
  const behaviour = usualBehaviour();
  return FIRST_DESIGN.stages.map(({ users, totalUsd, machinesUsd, modelsUsd }) => {
    const groups = (at: Behaviour, with_ = measured) => byGroup(billFor(users, at, with_, prices));
    const ours = groups(behaviour);
    const generations = modelsUsd / FIRST_DESIGN.usdACapsule / users;
    const factor = FIRST_DESIGN.usdACapsule / usdAGeneration(measured, prices);
    const asDear: Measured = {
      ...measured,
      generation: {
        ...measured.generation,
        models: Object.fromEntries(
          Object.entries(measured.generation.models).map(([model, { input, output }]) => [
            model,
            { input: input * factor, output: output * factor },
          ]),
        ),
      },
    };
    const theirs = {
      ...behaviour,
      ...{ generationsPerCreator: generations / behaviour.creatorShare, cacheHitShare: 0 },
    };
    return {
      users,
      theirs: { totalUsd, machinesUsd, modelsUsd },
      ours: {
        totalUsd: Object.values(ours).reduce((sum, one) => sum + one, 0),
        machinesUsd: ours.machines,
        modelsUsd: ours.models,
        restUsd: ours.Cloudflare + ours.network,
      },
      generationsAUser: {
        theirs: generations,
        ours: behaviour.creatorShare * behaviour.generationsPerCreator,
      },
      withTheirGenerationsUsd: Object.values(groups(theirs, asDear)).reduce((sum, one) => sum + one, 0),
    };
  });
}
