import type { Memory, Remembered } from '@devcapsules/capsule/proof/proof';
import { z } from 'zod';
import { type CallCost, type Model, type ModelCall, ModelError, PAYEES } from '../model.ts';

export const callCost = z.object({
  agent: z.enum(PAYEES),
  model: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costUsd: z.number(),
  latencyMs: z.number(),
});
const costs = z.array(callCost);
const answered = z.object({ answer: z.json(), costs });

/**
 * What a job has done so far, kept where it outlives the process: a job that is delivered again goes on after its last
 * finished step, and no model is asked twice for the same thing.
 */
export class Ledger {
  readonly #memory: Memory;
  readonly #model: Model | null;
  readonly #onCosts: (costs: readonly CallCost[]) => Promise<void>;
  #calls = 0;
  /** Every call that was paid for, whether it led to something or not. */
  readonly costs: CallCost[] = [];

  /** @param onCosts is told all that was paid for whenever there is more of it */
  constructor(memory: Memory, model: Model | null, onCosts: (costs: readonly CallCost[]) => Promise<void>) {
    this.#memory = memory;
    this.#model = model;
    this.#onCosts = onCosts;
  }

  /** Reads what earlier attempts paid for in vain. */
  async open(): Promise<void> {
    await this.#paid(costs.parse((await this.#memory.get('wasted')) ?? []));
  }

  /** Asks the model, unless this very question of the job was answered before. @throws ModelError */
  async ask<Answer>(call: ModelCall<Answer>): Promise<Answer> {
    const key = `call ${++this.#calls} ${call.agent}`;
    const known = await this.#memory.get(key);
    if (known !== undefined) {
      const { answer, costs: paid } = answered.parse(known);
      await this.#paid(paid);
      return call.schema.parse(answer);
    }
    if (this.#model === null) throw new ModelError('unavailable', 'no model is configured');
    try {
      const { answer, costs: paid } = await this.#model.ask(call);
      await this.#memory.set(key, { answer: answer as Remembered, costs: paid.map(item => ({ ...item })) });
      await this.#paid(paid);
      return answer;
    } catch (error) {
      if (error instanceof ModelError && error.costs.length > 0) {
        const wasted = [...costs.parse((await this.#memory.get('wasted')) ?? []), ...error.costs];
        await this.#memory.set(
          'wasted',
          wasted.map(item => ({ ...item })),
        );
        await this.#paid(error.costs);
      }
      throw error;
    }
  }

  async #paid(paid: readonly CallCost[]): Promise<void> {
    if (paid.length === 0) return;
    this.costs.push(...paid);
    await this.#onCosts(this.costs);
  }

  /** The part of the memory that a proof keeps its findings in. */
  memoryOf(part: string): Memory {
    return {
      get: key => this.#memory.get(`${part} ${key}`),
      set: (key, value) => this.#memory.set(`${part} ${key}`, value),
    };
  }
}
