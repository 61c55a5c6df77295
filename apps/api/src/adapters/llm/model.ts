import {
  type AgentName,
  type CallCost,
  type Model,
  type ModelAnswer,
  type ModelCall,
  ModelError,
} from '@devcapsules/generation/model';
import { generateText, jsonSchema, Output } from 'ai';
import type { LlmConfig, ModelRole } from '../../config/generation.ts';
import type { ModelUse } from '../../ports/model-use.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { type Failure, failureOf } from './failure.ts';
import { listening } from './said.ts';
import { sourceOf } from './source.ts';
import { strictSchema } from './strict-schema.ts';

/** `attempts` at one call while the provider is busy or away. For the mentor somebody waits. */
const AGENTS = {
  pedagogist: { role: 'small', temperature: 0.7, attempts: 3 },
  coder: { role: 'large', temperature: 0.2, attempts: 3 },
  blind_solver: { role: 'large', temperature: 0, attempts: 3 },
  debugger: { role: 'small', temperature: 0.2, attempts: 3 },
  mentor: { role: 'mentor', temperature: 0.3, attempts: 1 },
} as const satisfies Record<AgentName, { role: ModelRole; temperature: number; attempts: number }>;

/** Attempts at one call whose answers don't fit. */
const MAX_UNFIT = 2;
const FIRST_WAIT_MS = 500;
/** Who is told to wait longer than this comes back another time. */
const MAX_WAIT_MS = 20_000;

type Attempt<Answer> = { cost: CallCost | null } & ({ answer: Answer } | { failed: Failure });

/**
 * {@link Model} of a provider that speaks OpenAI's chat completions: Azure OpenAI (v1), OpenAI itself, Ollama, vLLM, a
 * gateway before any of them. What passes is tried again here, what does not ends the call at once.
 */
export function llmModel(config: LlmConfig, use: ModelUse, runtime: Runtime): Model {
  const { provider, models } = config;

  async function attempt<Answer>(call: ModelCall<Answer>): Promise<Attempt<Answer>> {
    const { role, temperature } = AGENTS[call.agent];
    const model = models[role];
    const heard = listening();
    const schema = jsonSchema<Answer>(strictSchema(call.schema), {
      validate: value => {
        const parsed = call.schema.safeParse(value);
        return parsed.success
          ? { success: true, value: parsed.data }
          : { success: false, error: parsed.error };
      },
    });
    const timeout = AbortSignal.timeout(config.timeoutsMs[role]);
    const startMs = runtime.now().getTime();
    const costOf = async (): Promise<CallCost | null> => {
      const said = await heard.said();
      if (!said) return null;
      const { inputTokens, outputTokens } = said;
      const price = config.prices[model] ?? { input: 0, output: 0 };
      const costUsd = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
      const latencyMs = runtime.now().getTime() - startMs;
      return { agent: call.agent, model, inputTokens, outputTokens, costUsd, latencyMs };
    };
    try {
      const { output } = await generateText({
        model: sourceOf(config, heard.fetch).chatModel(model),
        instructions: call.system,
        prompt: call.prompt,
        ...(config.asksForTemperature && { temperature }),
        output: Output.object({ schema, name: call.agent }),
        maxRetries: 0,
        abortSignal: call.signal ? AbortSignal.any([timeout, call.signal]) : timeout,
      });
      return { answer: output, cost: await costOf() };
    } catch (error) {
      call.signal?.throwIfAborted();
      return { failed: failureOf(error, await heard.said()), cost: await costOf() };
    }
  }

  return {
    id: `${provider}:${models.small}+${models.large}`,
    async ask<Answer>(call: ModelCall<Answer>): Promise<ModelAnswer<Answer>> {
      const costs: CallCost[] = [];
      const refuse = ({ failure, message, retryAfterSeconds }: Failure) =>
        new ModelError(failure, message, { costs, retryAfterSeconds });
      for (let attempts = 1, unfit = 0; ; attempts++) {
        const leave = await use.enter();
        if (leave.kind !== 'granted') {
          const failure = leave.kind === 'spent' ? 'budget_spent' : 'unavailable';
          const message = leave.kind === 'spent' ? 'the budget is spent' : 'the circuit is open';
          throw refuse({ failure, message, retryAfterSeconds: leave.retryAfterSeconds });
        }
        const tried = await attempt(call);
        if (tried.cost) {
          costs.push(tried.cost);
          await use.spend(tried.cost.costUsd);
        }
        const isDown = 'failed' in tried && ['unavailable', 'bad_key'].includes(tried.failed.failure);
        await use.tell(!isDown);
        if ('answer' in tried) return { answer: tried.answer, costs };
        const { failure, retryAfterSeconds } = tried.failed;
        if (failure === 'schema_unmet' && ++unfit < MAX_UNFIT) continue;
        if (failure !== 'unavailable' || attempts >= AGENTS[call.agent].attempts) throw refuse(tried.failed);
        const backoffMs = FIRST_WAIT_MS * 2 ** attempts * (0.5 + runtime.random() / 2);
        const waitMs = retryAfterSeconds === undefined ? backoffMs : retryAfterSeconds * 1000;
        if (waitMs > MAX_WAIT_MS) throw refuse(tried.failed);
        await pause(waitMs, call.signal);
      }
    },
  };
}

/** @throws the signal's reason when it is aborted meanwhile */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  signal?.throwIfAborted();
}
