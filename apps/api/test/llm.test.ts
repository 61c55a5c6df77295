import type { CallCost, Model, ModelError } from '@devcapsules/generation/model';
import { describe, expect, inject, it } from 'vitest';
import { plan } from '../../../packages/generation/src/agents/schemas.ts';
import { llmModel } from '../src/adapters/llm/model.ts';
import { readConfig } from '../src/config.ts';
import type { Leave, ModelUse } from '../src/ports/model-use.ts';
import type { ScenarioName } from './doubles/llm-scenarios.ts';
import type { LlmCall } from './doubles/llm-server.ts';

const double = `http://127.0.0.1:${inject('llmPort')}`;

/** A provider that follows a scenario, and what it is told about. */
async function provider(scenario: ScenarioName, variables: Record<string, string> = {}) {
  const at = `${double}/runs/${crypto.randomUUID()}`;
  await fetch(at, { method: 'PUT', body: JSON.stringify(scenario) });
  const told: (boolean | number)[] = [];
  let leave: Leave = { kind: 'granted' };
  const use: ModelUse = {
    look: async () => leave,
    enter: async () => leave,
    tell: async isWell => void told.push(isWell),
    spend: async costUsd => void told.push(costUsd),
  };
  const { generation } = readConfig({
    APP_URL: 'http://localhost:8787',
    AUTH_SECRET: 'x'.repeat(32),
    LLM_PROVIDER: 'azure',
    LLM_BASE_URL: `${at}/openai/v1/`,
    LLM_API_KEY: 'a-key',
    LLM_TIMEOUT_MS: '700',
    ...(variables.LLM_PROVIDER === 'openai' && { LLM_BASE_URL: `${at}/v1` }),
    ...variables,
  });
  if (!generation.llm) throw new Error('no provider');
  const runtime = { now: () => new Date(), random: Math.random, newId: () => '', newSecret: () => '' };
  return {
    model: llmModel(generation.llm, use, runtime),
    told,
    withhold: (next: Leave) => {
      leave = next;
    },
    calls: async (): Promise<LlmCall[]> => (await fetch(`${at}/calls`)).json(),
  };
}

const ask = (model: Model, signal?: AbortSignal) =>
  model.ask({ agent: 'pedagogist', system: 'You design exercises.', prompt: 'Loops.', schema: plan, signal });
const failing = (model: Model) =>
  ask(model).then(
    () => {
      throw new Error('it did not fail');
    },
    (error: ModelError) => error,
  );
const tokens = (costs: CallCost[]) =>
  costs.map(({ inputTokens, outputTokens }) => [inputTokens, outputTokens]);

describe('the model behind Azure OpenAI and whatever speaks as OpenAI does', () => {
  it.each(['azure', 'openai'])('answers by the schema, and costs what it says (%s)', async name => {
    const { model, told, calls } = await provider('good', { LLM_PROVIDER: name });
    const { answer, costs } = await ask(model);
    expect(answer).toMatchObject({ title: 'Large orders', ordered: false });
    const [call] = await calls();
    expect(costs).toEqual([
      {
        ...{ agent: 'pedagogist', model: 'gpt-4o-mini', latencyMs: expect.any(Number) },
        ...{ inputTokens: call?.inputTokens, outputTokens: call?.outputTokens },
        costUsd: ((call?.inputTokens ?? 0) * 0.15 + (call?.outputTokens ?? 0) * 0.6) / 1_000_000,
      },
    ]);
    expect(told).toEqual([costs[0]?.costUsd, true]);
    expect(call?.temperature).toBe(0.7);
  });

  it('asks models that reason for no temperature, where it is told so', async () => {
    const { model, calls } = await provider('good', { LLM_TEMPERATURE: 'none' });
    await ask(model);
    expect(await calls()).toEqual([expect.not.objectContaining({ temperature: expect.anything() })]);
  });

  it.each([
    ['busy once', [429, 200]],
    ['fails once', [500, 200]],
    ['cut once', [200, 200]],
    ['hangs once', [200, 200]],
  ] as const)('that is %s is asked again', async (scenario, statuses) => {
    const { model, told, calls } = await provider(scenario);
    const { costs } = await ask(model);
    const made = await calls();
    expect(made.map(({ status }) => status)).toEqual(statuses);
    expect(tokens(costs)).toEqual([[made[1]?.inputTokens, made[1]?.outputTokens]]);
    expect(told).toEqual([false, expect.any(Number), true]);
  });

  it.each(['invalid JSON', 'truncated JSON'] as const)(
    'that answers with %s is asked once more; both are paid for',
    async scenario => {
      const { model, calls } = await provider(scenario);
      const { costs } = await ask(model);
      const made = await calls();
      expect(made).toHaveLength(2);
      expect(tokens(costs)).toEqual(made.map(call => [call.inputTokens, call.outputTokens]));
      expect(costs[0]?.costUsd).toBeGreaterThan(0);
    },
  );

  it.each([
    ['invalid JSON, always', 'schema_unmet', 2],
    ['does not fit', 'schema_unmet', 2],
    ['refusal', 'refused', 1],
    ['content filter', 'content_filter', 1],
    ['answer filtered', 'content_filter', 1],
    ['key rejected', 'bad_key', 1],
    ['down', 'unavailable', 3],
    ['hangs', 'unavailable', 3],
    ['busy for long', 'unavailable', 1],
  ] as const)(
    '%s: fails as %s after %d attempts, and tells what it cost',
    async (scenario, failure, attempts) => {
      const { model, calls } = await provider(scenario);
      const error = await failing(model);
      const made = await calls();
      expect([error.failure, made.length]).toEqual([failure, attempts]);
      const paid = made.filter(call => call.inputTokens > 0);
      expect(tokens(error.costs)).toEqual(paid.map(call => [call.inputTokens, call.outputTokens]));
    },
  );

  it('says when to come again if that is too long to wait', async () => {
    const { model } = await provider('busy for long');
    expect(await failing(model)).toMatchObject({ retryAfterSeconds: 900, isTransient: true });
  });

  it('rejects a key that is not its own', async () => {
    const { model } = await provider('good', { LLM_API_KEY: 'another' });
    expect((await failing(model)).failure).toBe('bad_key');
  });

  it.each([
    [{ kind: 'open', retryAfterSeconds: 30 }, 'unavailable'],
    [{ kind: 'spent', retryAfterSeconds: 60 }, 'budget_spent'],
  ] as const)('is not asked when it may not be: %j', async (leave, failure) => {
    const { model, withhold, calls } = await provider('good');
    withhold(leave);
    expect(await failing(model)).toMatchObject({ failure, retryAfterSeconds: leave.retryAfterSeconds });
    expect(await calls()).toEqual([]);
  });

  it('is let go of at once when the job is cancelled', async () => {
    const { model, told } = await provider('hangs', { LLM_TIMEOUT_MS: '60000' });
    const stop = new AbortController();
    const reason = new Error('cancelled');
    setTimeout(() => stop.abort(reason), 100);
    await expect(ask(model, stop.signal)).rejects.toBe(reason);
    expect(told).toEqual([]);
  });
});

describe('the configuration of models', () => {
  const base = { APP_URL: 'https://example.com', AUTH_SECRET: 'x'.repeat(32) };
  it.each([
    [{ LLM_PROVIDER: 'azure', LLM_API_KEY: 'k' }, /needs LLM_BASE_URL/],
    [{ LLM_PROVIDER: 'openai' }, /needs LLM_API_KEY/],
    [{ LLM_PROVIDER: 'openai', LLM_API_KEY: 'k', LLM_MODEL_LARGE: 'gpt-9' }, /no price of gpt-9/],
    [{ LLM_PRICES: '{"gpt-9": {"input": "much"}}' }, /LLM_PRICES/],
    [{ LLM_PRICES: 'dear' }, /must be JSON/],
  ])('refuses %j', (variables, message) => {
    expect(() => readConfig({ ...base, ...variables })).toThrow(message);
  });

  it('takes a model of one’s own machine without key and price', () => {
    const own = { LLM_PROVIDER: 'compatible', LLM_BASE_URL: 'http://127.0.0.1:11434/v1' };
    expect(readConfig({ ...base, ...own }).generation.llm).toMatchObject({ apiKey: null });
    expect(readConfig(base).generation.llm).toBeNull();
  });
});
