import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { inject } from 'vitest';
import worker from '../src/index.ts';
import type { GenerationOrder } from '../src/ports/generation.ts';
import type { Scenario, ScenarioName } from './doubles/llm-scenarios.ts';
import type { LlmCall } from './doubles/llm-server.ts';
import { type Answer, Person } from './support.ts';

const double = `http://127.0.0.1:${inject('llmPort')}`;

export const wish = { prompt: 'Add up the large orders', language: 'python', difficulty: 'EASY' } as const;

export type Fate = 'acknowledged' | { delaySeconds?: number } | 'none';

/**
 * An installation with a provider that follows a scenario. Its queue is in the test's hands, so that a message can be
 * delivered when, and as often as, the test wants; what goes through the real queue is tested with the bank.
 */
export class Installation {
  readonly #runUrl: string;
  readonly sent: { order: GenerationOrder; delaySeconds: number | undefined }[] = [];
  readonly env: Record<string, unknown>;

  private constructor(variables: Record<string, string>) {
    this.#runUrl = `${double}/runs/${crypto.randomUUID()}`;
    this.env = {
      LLM_PROVIDER: 'azure',
      LLM_BASE_URL: `${this.#runUrl}/openai/v1/`,
      LLM_API_KEY: 'a-key',
      // A model's name that no other test has, so that tests don't find each other's cached capsules.
      LLM_MODEL_SMALL: 'small',
      LLM_MODEL_LARGE: `large-${crypto.randomUUID()}`,
      ...variables,
      GENERATIONS: {
        send: async (order: GenerationOrder, options?: { delaySeconds?: number }) => {
          this.sent.push({ order, delaySeconds: options?.delaySeconds });
        },
      },
    };
    const prices = {
      small: { input: 0.15, output: 0.6 },
      [`${this.env.LLM_MODEL_LARGE}`]: { input: 2.5, output: 10 },
    };
    this.env.LLM_PRICES = JSON.stringify(prices);
  }

  static async of(
    scenario: ScenarioName | Scenario,
    variables: Record<string, string> = {},
  ): Promise<Installation> {
    const made = new Installation(variables);
    await made.follow(scenario);
    return made;
  }

  /** Another scenario from now on; calls made before stay known. */
  async follow(scenario: ScenarioName | Scenario): Promise<void> {
    await fetch(this.#runUrl, { method: 'PUT', body: JSON.stringify(scenario) });
  }

  async calls(): Promise<LlmCall[]> {
    return (await fetch(`${this.#runUrl}/calls`)).json();
  }

  ask(person: Person, body: object = wish, headers: Record<string, string> = {}): Promise<Answer> {
    return person.ask('POST', '/generate', { body, headers, env: this.env });
  }

  /** Delivers a message as the platform does; tells what became of it. */
  async deliver(order: GenerationOrder | undefined, attempts = 1): Promise<Fate> {
    let fate: Fate = 'none';
    const message = {
      ...{ id: crypto.randomUUID(), timestamp: new Date(), body: order, attempts },
      ack: () => {
        fate = 'acknowledged';
      },
      retry: (options: { delaySeconds?: number } = {}) => {
        fate = options;
      },
    };
    const context = createExecutionContext();
    const batch = { queue: 'generation-queue', messages: [message] } as unknown as MessageBatch<unknown>;
    await worker.queue(batch, { ...env, ...this.env }, context);
    await waitOnExecutionContext(context);
    return fate;
  }

  /** Asks for a capsule and delivers the order once. */
  async generate(
    person: Person,
    body: object = wish,
  ): Promise<{ id: string; fate: Fate; order: GenerationOrder }> {
    const { status, body: answer } = await this.ask(person, body);
    if (status !== 202) throw new Error(JSON.stringify(answer));
    const order = this.sent.at(-1)?.order;
    if (!order) throw new Error('nothing was sent');
    return { id: answer.data.jobId, order, fate: await this.deliver(order) };
  }
}

export const statusOf = async (person: Person, id: string) =>
  (await person.ask('GET', `/generate/${id}/status`)).body.data;

export async function logOf(id: string) {
  const row = await env.DB.prepare('SELECT * FROM generation_logs WHERE id = ?')
    .bind(id)
    .first<Record<string, never>>();
  return { ...row, calls: JSON.parse(row?.calls ?? '[]') } as Record<string, unknown> & {
    calls: { agent: string; inputTokens: number; outputTokens: number; costUsd: number }[];
  };
}

/** How many generations somebody has used up today. */
export async function usedBy(person: Person): Promise<number> {
  const row = await env.DB.prepare(
    "SELECT used FROM quota_usage JOIN users ON users.id = key WHERE kind = 'generations' AND email = ?",
  )
    .bind(person.email)
    .first<{ used: number }>();
  return row?.used ?? 0;
}

/** Nobody's failures and costs but the test's own. */
export async function freshProvider(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare('UPDATE model_circuit SET failures = 0, open_until = NULL, daily_budget_usd = NULL'),
    env.DB.prepare('DELETE FROM generation_days'),
  ]);
}

export async function somebodyOnPlan(plan: string): Promise<Person> {
  const person = await Person.signUp();
  await env.DB.prepare('UPDATE users SET plan = ? WHERE email = ?').bind(plan, person.email).run();
  return person;
}
