import type { Memory, Remembered } from '@devcapsules/capsule/proof/proof';
import { z } from 'zod';
import { AGENTS, type CallCost, type Model, type ModelCall, ModelError } from '../model.ts';

const cost = z.object({
  agent: z.enum(AGENTS),
  model: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costUsd: z.number(),
  latencyMs: z.number(),
});
const costs = z.array(cost);
const answered = z.object({ answer: z.json(), cost });

/**
 * What a job has done so far, kept where it outlives the process: a job that is delivered again goes on after its last
 * finished step, and no model is asked twice for the same thing.
 */
export class Ledger {
  readonly #memory: Memory;
  readonly #model: Model | null;
  #calls = 0;
  /** Every call that was paid for, whether it led to something or not. */
  readonly costs: CallCost[] = [];

  constructor(memory: Memory, model: Model | null) {
    this.#memory = memory;
    this.#model = model;
  }

  /** Reads what earlier attempts paid for in vain. */
  async open(): Promise<void> {
    this.costs.push(...costs.parse((await this.#memory.get('wasted')) ?? []));
  }

  /** Asks the model, unless this very question of the job was answered before. @throws ModelError */
  async ask<Answer>(call: ModelCall<Answer>): Promise<Answer> {
    const key = `call ${++this.#calls} ${call.agent}`;
    const known = await this.#memory.get(key);
    if (known !== undefined) {
      const { answer, cost: paid } = answered.parse(known);
      this.costs.push(paid);
      return call.schema.parse(answer);
    }
    if (this.#model === null) throw new ModelError('unavailable', 'no model is configured');
    try {
      const { answer, cost: paid } = await this.#model.ask(call);
      await this.#memory.set(key, { answer: answer as Remembered, cost: { ...paid } });
      this.costs.push(paid);
      return answer;
    } catch (error) {
      if (error instanceof ModelError && error.costs.length > 0) {
        const wasted = [...costs.parse((await this.#memory.get('wasted')) ?? []), ...error.costs];
        await this.#memory.set(
          'wasted',
          wasted.map(item => ({ ...item })),
        );
        this.costs.push(...error.costs);
      }
      throw error;
    }
  }

  /** The part of the memory that a proof keeps its findings in. */
  memoryOf(part: string): Memory {
    return {
      get: key => this.#memory.get(`${part} ${key}`),
      set: (key, value) => this.#memory.set(`${part} ${key}`, value),
    };
  }
}
