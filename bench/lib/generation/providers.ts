import { bankAuthor } from '@devcapsules/generation/bank/author';
import { FAMILIES } from '@devcapsules/generation/bank/families';
import type { Model } from '@devcapsules/generation/model';
import { z } from 'zod';
import { llmModel } from '../../../apps/api/src/adapters/llm/model.ts';
import { generationConfig, generationVariables } from '../../../apps/api/src/config/generation.ts';
import type { ModelUse } from '../../../apps/api/src/ports/model-use.ts';
import { SCENARIOS, type Scenario } from '../../../apps/api/test/doubles/llm-scenarios.ts';
import { llmDouble } from '../../../apps/api/test/doubles/llm-server.ts';
import { freePort } from '../../../tools/lib/ports.ts';
import { StepError } from '../../../tools/lib/steps.ts';
import { type Oracle, ofFamily, ofProblem } from './oracle.ts';
import { inFull, type Wish } from './prompts.ts';

/** One generation to be measured. */
export interface Trial {
  /** What it is counted with in the table. */
  group: string;
  wish: Wish;
  model: Model | null;
  oracle: (made: {
    familyId: string | null;
    seed: string;
    capsule: Parameters<typeof ofFamily>[1];
  }) => Oracle | null;
}

export interface Provider {
  name: string;
  trial: (wish: Wish, index: number) => Promise<Trial>;
  stop: () => void;
}

export const bank = bankAuthor(FAMILIES);

export const PROVIDERS = {
  bank: async (): Promise<Provider> => ({
    name: 'the built-in bank',
    trial: async wish => ({
      ...{ group: wish.language, wish, model: null },
      oracle: ({ familyId, capsule, seed }) => (familyId === null ? null : ofFamily(familyId, capsule, seed)),
    }),
    stop: () => {},
  }),

  env: async (): Promise<Provider> => {
    const variables = z.object(generationVariables).parse(process.env);
    const { llm } = generationConfig(variables).generation;
    if (!llm) throw new StepError('Set LLM_PROVIDER and what it needs; see docs/generation.md.');
    const model = llmModel(llm, unbounded, runtime);
    return {
      name: model.id,
      trial: async wish => ({
        ...{ group: wish.language, wish: inFull(wish), model },
        oracle: () => (wish.problem === undefined ? null : ofProblem(wish.problem)),
      }),
      stop: () => {},
    };
  },

  /** It knows one exercise, in Python, and goes wrong in every way by turns, half of the time in none. */
  double: async (): Promise<Provider> => {
    const port = await freePort();
    const server = llmDouble();
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
    return {
      name: 'the double of a provider',
      trial: async (wish, index) => {
        const [name, scenario] = index % 2 === 0 ? ['good', SCENARIOS.good] : turn((index - 1) / 2);
        const run = `http://127.0.0.1:${port}/runs/${crypto.randomUUID()}`;
        await fetch(run, { method: 'PUT', body: JSON.stringify(scenario) });
        const { llm } = generationConfig(
          z.object(generationVariables).parse({
            ...{ LLM_PROVIDER: 'azure', LLM_BASE_URL: `${run}/openai/v1`, LLM_API_KEY: 'a-key' },
            LLM_TIMEOUT_MS: '2000',
          }),
        ).generation;
        if (!llm) throw new Error('the double was not configured');
        const model = llmModel(llm, unbounded, runtime);
        return { group: name, wish: { ...wish, language: 'python' }, model, oracle: () => LARGE_ORDERS };
      },
      stop: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  },
} as const;

const runtime = {
  now: () => new Date(),
  random: Math.random,
  newId: () => crypto.randomUUID(),
  newSecret: () => crypto.randomUUID(),
};

/** A benchmark is bounded by its prompts. */
const unbounded: ModelUse = {
  look: async () => ({ kind: 'granted' }),
  enter: async () => ({ kind: 'granted' }),
  tell: async () => {},
  spend: async () => {},
};

const [misread] = SCENARIOS['ambiguous statement'].blind_solver;
const FAULTS: [string, Scenario][] = [
  ...(
    [
      'wrong reference',
      'ambiguous statement',
      'weak tests',
      'solution crashes',
      'invalid JSON',
      'busy once',
      'wrong reference, never mended',
      'weak tests, never mended',
      'refusal',
    ] as const
  ).map((name): [string, Scenario] => [name, SCENARIOS[name]]),
  // What nothing but somebody else's solution can find.
  [
    'wrong reference, and the blind solver errs alike',
    { ...SCENARIOS['wrong reference, never mended'], blind_solver: misread ? [misread] : [] },
  ],
];

function turn(index: number): [string, Scenario] {
  return FAULTS[index % FAULTS.length] ?? ['good', SCENARIOS.good];
}

/** What the double's exercise asks for, written here by itself. */
const LARGE_ORDERS: Oracle = {
  language: 'javascript',
  signature: {
    functionName: 'sumAbove',
    params: [
      { name: 'values', type: 'list<int>' },
      { name: 'bound', type: 'int' },
    ],
    returns: 'int',
  },
  source:
    'function sumAbove(values, bound) {\n  return values.filter(value => value > bound).reduce((a, b) => a + b, 0);\n}\n',
  wrong: [
    'function sumAbove(values, bound) {\n  return values.filter(value => value >= bound).reduce((a, b) => a + b, 0);\n}\n',
    'function sumAbove(values, bound) {\n  return values.filter(value => value > bound).length;\n}\n',
    'function sumAbove(values, bound) {\n  return values.reduce((a, b) => a + b, 0);\n}\n',
    'function sumAbove(values, bound) {\n  return values.reduce((a, b) => (b > bound ? a + b - bound : a), 0);\n}\n',
    'function sumAbove(values, bound) {\n  return Math.max(0, ...values.filter(value => value > bound));\n}\n',
    'function sumAbove(values, bound) {\n  return values.filter(value => Math.abs(value) > bound).reduce((a, b) => a + b, 0);\n}\n',
  ],
};
