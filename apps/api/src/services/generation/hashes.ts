import { canonicalJson, sha256 } from '@devcapsules/capsule/hash';
import { PROMPT_VERSION } from '@devcapsules/generation/prompts/version';
import type { GenerationRequest } from '@devcapsules/generation/request';

/** What was asked, whatever its spaces, case and last stop. */
export function promptHash({ prompt, language, difficulty }: GenerationRequest): Promise<string> {
  const normalised = prompt
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?]+$/, '')
    .trim();
  return sha256(canonicalJson({ prompt: normalised, language, difficulty }));
}

/** Among which prompts others may stand for this one: the rest of the request, prompts and models must be the same. */
export async function scopeOf(
  { language, difficulty }: GenerationRequest,
  modelId: string,
  embedderId: string,
): Promise<string> {
  return sha256(canonicalJson({ language, difficulty, prompts: PROMPT_VERSION, modelId, embedderId }));
}

/** What a model's answer may be used again for: the same request, prompts and models. The language tells the type. */
export async function cacheKey(request: GenerationRequest, modelId: string): Promise<string> {
  return sha256(canonicalJson({ request: await promptHash(request), prompts: PROMPT_VERSION, modelId }));
}
