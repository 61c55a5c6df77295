import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { similarity } from '../../../packages/generation/src/embedder.ts';
import { packed, unpacked } from '../src/adapters/d1/generation/vector.ts';
import { readConfig } from '../src/config.ts';
import type { ScenarioName } from './doubles/llm-scenarios.ts';
import { freshProvider, Installation, logOf, statusOf, usedBy, wish } from './generation-support.ts';
import { Person } from './support.ts';

// Whole proofs on a real runner.
vi.setConfig({ testTimeout: 120_000 });
beforeEach(freshProvider);

const near = { ...wish, prompt: 'Please add up all the large orders' };
const far = { ...wish, prompt: 'Turn a matrix by ninety degrees' };
const embedding = (scenario: ScenarioName, more: Record<string, string> = {}) =>
  Installation.of(scenario, {
    LLM_EMBEDDING_MODEL: 'text-embedding-3-small',
    GENERATION_MIN_SIMILARITY: '0.75',
    ...more,
  });
const agentsOf = async (installation: Installation) => (await installation.calls()).map(({ agent }) => agent);
const ALL = ['embedder', 'pedagogist', 'coder', 'blind_solver'];

describe('a prompt that means the same as one before', () => {
  it('gets a copy of what was made, for no more than its embedding, and is not counted', async () => {
    const [first, second] = [await Person.signUp(), await Person.signUp()];
    const installation = await embedding('good');
    const one = await installation.generate(first);
    expect(await agentsOf(installation)).toEqual(ALL);
    const log = await logOf(one.id);
    const calls = await installation.calls();
    expect(log.calls.map(({ agent, inputTokens }) => [agent, inputTokens])).toEqual(
      calls.map(({ agent, inputTokens }) => [agent, inputTokens]),
    );

    const two = await installation.generate(second, near);
    const job = await statusOf(second, two.id);
    expect(job).toMatchObject({ state: 'done', fromCache: true, capsuleId: two.id, percent: 100 });
    expect(await agentsOf(installation)).toEqual([...ALL, 'embedder']);
    const call = (await installation.calls()).at(-1);
    expect(call).toMatchObject({ model: 'text-embedding-3-small', prompt: near.prompt });
    const usd = ((call?.inputTokens ?? 0) * 0.02) / 1e6;
    expect(job.agents).toMatchObject([{ agent: 'embedder', inputTokens: call?.inputTokens, costUsd: usd }]);
    expect(await logOf(two.id)).toMatchObject({ outcome: 'cached', cost_usd: usd });
    expect([await usedBy(first), await usedBy(second)]).toEqual([1, 0]);
    const proof = await second.ask('GET', `/capsules/${two.id}/proof`);
    expect(proof.body.data).toMatchObject({ passed: true, fresh: true });
  });

  it('is not found for another prompt, language, difficulty or model', async () => {
    const person = await Person.signUp();
    const installation = await embedding('good');
    await installation.generate(person);
    for (const body of [far, { ...near, difficulty: 'HARD' }, { ...near, language: 'javascript' }]) {
      const { id } = await installation.generate(person, body);
      expect((await statusOf(person, id)).fromCache).toBe(false);
    }
    const another = await embedding('good');
    const { id } = await another.generate(person, near);
    expect(await statusOf(person, id)).toMatchObject({ state: 'done', fromCache: false });
  });

  it('must be as like as is configured', async () => {
    const person = await Person.signUp();
    const installation = await embedding('good', { GENERATION_MIN_SIMILARITY: '0.99' });
    await installation.generate(person);
    const { id } = await installation.generate(person, near);
    expect(await statusOf(person, id)).toMatchObject({ state: 'done', fromCache: false });
  });

  it('is forgotten with what was made of it', async () => {
    const person = await Person.signUp();
    const installation = await embedding('good');
    await installation.generate(person);
    const count = () => env.DB.prepare('SELECT count(*) > 0 AS any FROM prompt_vectors').first();
    expect(await count()).toEqual({ any: 1 });
    await env.DB.prepare('DELETE FROM generation_cache').run();
    expect(await count()).toEqual({ any: 0 });
  });
});

describe('a provider of embeddings', () => {
  it('is asked once a job, however often its message comes', async () => {
    const person = await Person.signUp();
    const installation = await embedding('coder down once');
    const { id, order, fate } = await installation.generate(person);
    expect(fate).toEqual({ delaySeconds: 10 });
    await installation.deliver(order, 2);
    expect(await statusOf(person, id)).toMatchObject({ state: 'done' });
    expect((await agentsOf(installation)).filter(agent => agent === 'embedder')).toHaveLength(1);
    expect((await logOf(id)).calls.map(({ agent }) => agent)).toEqual(ALL);
    const again = await installation.generate(await Person.signUp(), near);
    expect(await logOf(again.id)).toMatchObject({ outcome: 'cached' });
  });

  it.each(['embeddings fail', 'embeddings hang'] as const)(
    'may fail (%s): the generation goes on, and so does the circuit',
    async scenario => {
      const person = await Person.signUp();
      const installation = await embedding(scenario, { LLM_TIMEOUT_MS: '1500' });
      const { id } = await installation.generate(person);
      expect(await statusOf(person, id)).toMatchObject({ state: 'done', fromCache: false, error: null });
      expect((await logOf(id)).calls.map(({ agent }) => agent)).toEqual(ALL.slice(1));
      const circuit = await env.DB.prepare('SELECT failures FROM model_circuit').first();
      expect(circuit).toEqual({ failures: 0 });
    },
  );

  it('needs a price, but on one’s own machine', () => {
    const base = { APP_URL: 'https://example.com', AUTH_SECRET: 'x'.repeat(32), LLM_API_KEY: 'k' };
    const unknown = { ...base, LLM_EMBEDDING_MODEL: 'embed-9' };
    expect(() => readConfig({ ...unknown, LLM_PROVIDER: 'openai' })).toThrow(/no price of embed-9/);
    const own = { ...unknown, LLM_PROVIDER: 'compatible', LLM_BASE_URL: 'http://127.0.0.1:11434/v1' };
    expect(readConfig(own).generation.llm?.embedding).toEqual({ model: 'embed-9', minSimilarity: 0.92 });
  });
});

it('a vector that was packed points where it pointed', () => {
  const vector = Array.from({ length: 1536 }, (_, i) => Math.sin(i * i) / 40);
  expect(similarity(vector, unpacked(packed(vector)))).toBeGreaterThan(0.9999);
  expect(similarity(vector, unpacked(packed(vector.map(value => -value))))).toBeLessThan(-0.9999);
  expect(similarity([0, 0], [1, 0])).toBe(0);
  expect(similarity([1, 0], [1, 0, 0])).toBe(0);
});
