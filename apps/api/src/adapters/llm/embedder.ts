import type { Embedder } from '@devcapsules/generation/embedder';
import { ModelError } from '@devcapsules/generation/model';
import { embed } from 'ai';
import type { LlmConfig } from '../../config/generation.ts';
import type { ModelUse } from '../../ports/model-use.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { failureOf } from './failure.ts';
import { sourceOf } from './source.ts';

/** It only saves work: nobody waits long for it. */
const TIMEOUT_MS = 10_000;

/**
 * {@link Embedder} of a provider that speaks OpenAI's embeddings; one attempt. It keeps to circuit and budget, and adds to
 * what the day has cost, but its failures open no circuit: a missing deployment of it must not stop generations.
 */
export function llmEmbedder(config: LlmConfig, model: string, use: ModelUse, runtime: Runtime): Embedder {
  return {
    id: `${config.provider}:${model}`,
    async embed(text) {
      const leave = await use.look();
      if (leave.kind !== 'granted') {
        const failure = leave.kind === 'spent' ? 'budget_spent' : 'unavailable';
        throw new ModelError(failure, `no embedding: ${leave.kind}`, { ...leave });
      }
      const startMs = runtime.now().getTime();
      try {
        const { embedding, usage } = await embed({
          model: sourceOf(config).embeddingModel(model),
          value: text,
          maxRetries: 0,
          abortSignal: AbortSignal.timeout(Math.min(TIMEOUT_MS, config.timeoutsMs.small)),
        });
        // Servers of one's own may not say.
        const inputTokens = Number.isFinite(usage.tokens) ? usage.tokens : 0;
        const costUsd = (inputTokens * (config.prices[model]?.input ?? 0)) / 1_000_000;
        await use.spend(costUsd);
        const latencyMs = runtime.now().getTime() - startMs;
        return {
          vector: embedding,
          cost: { agent: 'embedder', model, inputTokens, outputTokens: 0, costUsd, latencyMs },
        };
      } catch (error) {
        const { failure, message } = failureOf(error, null);
        throw new ModelError(failure, message, { cause: error });
      }
    },
  };
}
