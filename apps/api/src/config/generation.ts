import { z } from 'zod';

/** Dollars for a million tokens. */
export interface TokenPrice {
  input: number;
  output: number;
}

/** The provider's list prices of the default models, as of November 2026; LLM_PRICES adds to them or replaces them. */
const DEFAULT_PRICES: Record<string, TokenPrice> = {
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'gpt-4o': { input: 2.5, output: 10 },
  'text-embedding-3-small': { input: 0.02, output: 0 },
  'text-embedding-3-large': { input: 0.13, output: 0 },
};
const priceTable = z.record(
  z.string(),
  z.strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() }),
);
const OPENAI_URL = 'https://api.openai.com/v1';

/** Variables of generation. */
export const generationVariables = {
  LLM_PROVIDER: z.enum(['none', 'azure', 'openai', 'compatible']).default('none'),
  /** `https://RESOURCE.openai.azure.com/openai/v1`, a gateway in front of it, or wherever Ollama or vLLM is. */
  LLM_BASE_URL: z.url().optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  /** Writes exercises and repairs them; of Azure the deployment's name. */
  LLM_MODEL_SMALL: z.string().min(1).default('gpt-4o-mini'),
  /** Writes solutions and tests, and solves blind. */
  LLM_MODEL_LARGE: z.string().min(1).default('gpt-4o'),
  /** Helps learners; as the small one where it is not named. */
  LLM_MODEL_MENTOR: z.string().min(1).optional(),
  /** Finds prompts that ask for the same in other words; without it, only the same words are found. */
  LLM_EMBEDDING_MODEL: z.string().min(1).optional(),
  /** How alike two prompts must be: the cosine of their vectors. */
  GENERATION_MIN_SIMILARITY: z.coerce.number().min(0.5).max(1).default(0.92),
  /** `{"model": {"input": 2.5, "output": 10}}`, in dollars for a million tokens. */
  LLM_PRICES: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(priceTable),
  /** `agents`: each agent asks for its own; `none`: nothing is asked for, as models that reason want it. */
  LLM_TEMPERATURE: z.enum(['agents', 'none']).default('agents'),
  /** Of one attempt at a call. */
  LLM_TIMEOUT_MS: z.coerce.number().int().positive().default(120_000),
  /** The same where a learner waits for it. */
  MENTOR_TIMEOUT_MS: z.coerce.number().int().positive().default(12_000),
  /** What all that models do on a UTC day may cost together. */
  GENERATION_DAILY_BUDGET_USD: z.coerce.number().nonnegative().default(20),
};

/** Which of the models: the one for words, the one for code, the one for learners. */
export type ModelRole = 'small' | 'large' | 'mentor';

/** A provider of models that speaks chat completions. */
export interface LlmConfig {
  provider: 'azure' | 'openai' | 'compatible';
  baseUrl: string;
  /** Null for a server that asks for none. */
  apiKey: string | null;
  models: Record<ModelRole, string>;
  /** Null: prompts are compared word by word. */
  embedding: { model: string; minSimilarity: number } | null;
  prices: Record<string, TokenPrice>;
  asksForTemperature: boolean;
  /** Of one attempt. */
  timeoutsMs: Record<ModelRole, number>;
}

export interface GenerationConfig {
  /** Null: the built-in bank writes. */
  llm: LlmConfig | null;
  dailyBudgetUsd: number;
}

/** @throws Error when what the provider needs is not all there */
export function generationConfig(variables: z.infer<z.ZodObject<typeof generationVariables>>): {
  generation: GenerationConfig;
} {
  return { generation: { llm: llm(variables), dailyBudgetUsd: variables.GENERATION_DAILY_BUDGET_USD } };
}

function llm(variables: z.infer<z.ZodObject<typeof generationVariables>>): LlmConfig | null {
  const { LLM_PROVIDER: provider, LLM_BASE_URL, LLM_API_KEY } = variables;
  if (provider === 'none') return null;
  const baseUrl = LLM_BASE_URL ?? (provider === 'openai' ? OPENAI_URL : undefined);
  if (!baseUrl) throw new Error(`LLM_PROVIDER=${provider} needs LLM_BASE_URL`);
  if (provider !== 'compatible' && !LLM_API_KEY)
    throw new Error(`LLM_PROVIDER=${provider} needs LLM_API_KEY`);
  const { LLM_MODEL_SMALL: small, LLM_MODEL_LARGE: large, LLM_TIMEOUT_MS: timeoutMs } = variables;
  const models = { small, large, mentor: variables.LLM_MODEL_MENTOR ?? small };
  const prices = { ...DEFAULT_PRICES, ...variables.LLM_PRICES };
  const { LLM_EMBEDDING_MODEL: embedder, GENERATION_MIN_SIMILARITY: minSimilarity } = variables;
  const used = [...Object.values(models), ...(embedder ? [embedder] : [])];
  const unpriced = [...new Set(used)].filter(model => !prices[model]);
  // A model on one's own machine costs nothing; elsewhere the budget would count nothing.
  if (provider !== 'compatible' && unpriced.length > 0) {
    throw new Error(`LLM_PRICES has no price of ${unpriced.join(', ')}`);
  }
  return {
    provider,
    baseUrl: baseUrl.replace(/\/$/, ''),
    apiKey: LLM_API_KEY ?? null,
    models,
    embedding: embedder ? { model: embedder, minSimilarity } : null,
    prices,
    asksForTemperature: variables.LLM_TEMPERATURE === 'agents',
    timeoutsMs: {
      small: timeoutMs,
      large: timeoutMs,
      mentor: Math.min(timeoutMs, variables.MENTOR_TIMEOUT_MS),
    },
  };
}
