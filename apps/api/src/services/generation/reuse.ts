import type { CallCost } from '@devcapsules/generation/model';
import { callCost } from '@devcapsules/generation/pipeline/ledger';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { CachedGeneration, GenerationOrder, PromptVector } from '../../ports/generation.ts';
import { cacheKey, scopeOf } from './hashes.ts';

type Needed = Pick<Deps, 'config' | 'model' | 'embedder' | 'generationCache' | 'generationJobs' | 'log'>;

/** What is known of a prompt before anything dear is done for it. */
export interface LookedUp {
  /** Of words that mean the same. */
  made: CachedGeneration | null;
  prompt: PromptVector | null;
  costs: CallCost[];
}

const KEY = 'embedding';
const remembered = z.object({ vector: z.array(z.number()), cost: callCost });

/**
 * Looks for a finished generation of a prompt that means the same; one of the same words was looked for before. Only a first attempt takes one: later ones go on with
 * what was paid for. That a prompt could not be embedded is no failure of its generation.
 */
export async function lookUp(
  { deps }: { deps: Needed },
  { jobId, request, author, revision }: GenerationOrder,
  attempt: number,
): Promise<LookedUp> {
  const { model, embedder, generationCache, config } = deps;
  const nothing = { made: null, prompt: null, costs: [] };
  if (!model || author !== 'model' || revision) return nothing;
  const embedding = config.generation.llm?.embedding;
  if (!embedder || !embedding) return nothing;
  const embedded = await vectorOf({ deps }, jobId, attempt, request.prompt);
  if (!embedded) return nothing;
  const { vector, cost } = embedded;
  const prompt = { scope: await scopeOf(request, model.id, embedder.id), vector };
  const made = attempt === 1 ? await generationCache.findNear(prompt, embedding.minSimilarity) : null;
  return { made, prompt, costs: [cost] };
}

/** Asked once a job, and kept where it outlives the attempt. */
async function vectorOf(
  { deps }: { deps: Needed },
  jobId: string,
  attempt: number,
  text: string,
): Promise<z.infer<typeof remembered> | null> {
  const { embedder, generationJobs, log } = deps;
  const known = await generationJobs.recall(jobId, KEY);
  if (known !== undefined) return remembered.parse(known);
  if (!embedder) return null;
  try {
    const { vector, cost } = await embedder.embed(text);
    await generationJobs.remember(jobId, attempt, KEY, { vector, cost: { ...cost } });
    return { vector, cost };
  } catch (error) {
    log({ level: 'warn', message: 'prompt not embedded', jobId, detail: String(error) });
    return null;
  }
}

/** Keeps what a model made, for those who ask for the same. */
export async function keepForOthers(
  { deps }: { deps: Needed },
  { request, revision }: GenerationOrder,
  made: CachedGeneration,
  { prompt, at }: { prompt: PromptVector | null; at: string },
): Promise<void> {
  if (!deps.model || revision) return;
  await deps.generationCache.save(await cacheKey(request, deps.model.id), made, at, prompt);
}
