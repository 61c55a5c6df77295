import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LlmConfig } from '../../config/generation.ts';

/** The provider as the SDK asks it: Azure has a header of its own for the key. */
export function sourceOf({ provider, baseUrl, apiKey }: LlmConfig, fetcher: typeof fetch = fetch) {
  return createOpenAICompatible({
    name: 'llm',
    baseURL: baseUrl,
    ...(apiKey && (provider === 'azure' ? { headers: { 'api-key': apiKey } } : { apiKey })),
    supportsStructuredOutputs: true,
    fetch: fetcher,
  });
}
