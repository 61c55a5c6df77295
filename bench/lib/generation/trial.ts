import type { Executor } from '@devcapsules/capsule/execution';
import type { Remembered } from '@devcapsules/capsule/proof/proof';
import { type CallCost, ModelError } from '@devcapsules/generation/model';
import { generate } from '@devcapsules/generation/pipeline/generate';
import type { Outcome } from '@devcapsules/generation/pipeline/hold';
import { localMutants } from '../../../packages/cli/src/executor/grammars.ts';
import { type Consulted, consult } from './oracle.ts';
import { bank, type Trial } from './providers.ts';

/** What came of one prompt. */
export interface Tried extends Consulted {
  group: string;
  prompt: string;
  /** `accepted`, or why not. */
  outcome: string;
  repairs: number;
  seconds: number;
  costUsd: number;
  inputTokens: number;
  outputTokens: number;
  /** Each call to a model. */
  costs: readonly CallCost[];
  mutants: number;
  killed: number;
}

/** Generates once as the consumer does, and has what is accepted looked over by somebody else. */
export async function tryOnce({ group, wish, model, oracle }: Trial, executor: Executor): Promise<Tried> {
  const { prompt, language, difficulty } = wish;
  const seed = crypto.randomUUID();
  const context = { executor, newToken: () => crypto.randomUUID() };
  const kept = new Map<string, Remembered>();
  let costs: readonly CallCost[] = [];
  let repairs = 0;
  const startMs = performance.now();
  const outcome = await generate(
    { prompt, language, difficulty },
    {
      ...{ ...context, model, bank, seed, makeMutants: localMutants, now: () => performance.now() },
      memory: { get: async key => kept.get(key), set: async (key, value) => void kept.set(key, value) },
      onStage: async (_, detail) => {
        repairs = detail?.repair ?? repairs;
      },
      onCosts: async all => {
        costs = [...all];
      },
    },
  ).catch(failed);
  const seconds = (performance.now() - startMs) / 1000;
  const sum = (value: (cost: CallCost) => number) => costs.reduce((total, cost) => total + value(cost), 0);
  const common = {
    ...{ group, prompt, outcome: outcome.kind, repairs, seconds, costUsd: sum(cost => cost.costUsd) },
    inputTokens: sum(cost => cost.inputTokens),
    outputTokens: sum(cost => cost.outputTokens),
    costs,
  };
  if (outcome.kind !== 'accepted' || !('capsule' in outcome)) {
    return { ...common, isRight: null, rejected: 0, wrong: 0, mutants: 0, killed: 0 };
  }
  const { capsule, proof, author } = outcome;
  const familyId = author.kind === 'bank' ? author.familyId : null;
  const consulted = await consult(capsule, oracle({ capsule, familyId, seed }), context);
  const { made = 0, equivalent = 0, killed = 0 } = proof.mutation ?? {};
  return { ...common, ...consulted, mutants: made - equivalent, killed };
}

/** What a model does not do is a result; anything else ends the benchmark. */
function failed(error: unknown): Outcome | { kind: string } {
  if (error instanceof ModelError) return { kind: error.failure };
  throw error;
}
