import { createExecutionContext, env, runDurableObjectAlarm, waitOnExecutionContext } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCompose } from '../src/compose.ts';
import type { Deps } from '../src/deps.ts';
import worker from '../src/index.ts';
import { conductGenerations, type GenerationMessage } from '../src/services/generation/conduct.ts';
import { pruneGenerations } from '../src/services/generation/prune.ts';
import {
  freshProvider,
  Installation,
  logOf,
  somebodyOnPlan,
  statusOf,
  usedBy,
  wish,
} from './generation-support.ts';
import { eventually, Person } from './support.ts';

// Whole proofs on a real runner.
vi.setConfig({ testTimeout: 120_000 });
beforeEach(freshProvider);
afterEach(() => {
  vi.useRealTimers();
});

/** Time goes on at once; the work itself goes on as it does. */
const pass = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const MINUTES = 60_000;

/** Delivers once with something of the installation replaced: what it breaks stands for a crash there. */
async function deliverWith(
  installation: Installation,
  change: (deps: Deps) => Partial<Deps>,
): Promise<string> {
  const compose = makeCompose();
  const bindings = { ...env, ...installation.env } as typeof env;
  const deps = compose(bindings, { requestId: 'test', waitUntil: () => {} });
  let fate = 'none';
  const message: GenerationMessage = {
    ...{ body: installation.sent[0]?.order, attempts: 1 },
    ack: () => {
      fate = 'acknowledged';
    },
    retry: () => {
      fate = 'again';
    },
  };
  await conductGenerations({ deps: { ...deps, ...change(deps) } }, [message]);
  return fate;
}

describe('a job whose worker is lost', () => {
  it.each(['pedagogist', 'coder', 'running', 'blind_solve', 'mutants', 'saving'] as const)(
    'at the stage “%s” goes on from there, and no call is made twice',
    async stage => {
      const person = await Person.signUp();
      const installation = await Installation.of('good');
      const { body } = await installation.ask(person);
      const lost = await deliverWith(installation, ({ generationJobs }) => ({
        generationJobs: {
          ...generationJobs,
          tell: async (...told) => {
            if (told[2].stage === stage) throw new Error('the worker is lost');
            return generationJobs.tell(...told);
          },
        },
      }));
      expect(lost).toBe('again');
      expect(await installation.deliver(installation.sent[0]?.order, 2)).toBe('acknowledged');
      const made = (await installation.calls()).map(({ agent }) => agent);
      expect(made).toEqual(['pedagogist', 'coder', 'blind_solver']);
      expect(await statusOf(person, body.data.jobId)).toMatchObject({ state: 'done', error: null });
      expect((await logOf(body.data.jobId)).calls).toHaveLength(3);
    },
  );

  it.each(['proofs', 'generationCache', 'log', 'end'] as const)(
    'after the capsule is stored (%s) makes no second one',
    async part => {
      const person = await Person.signUp();
      const installation = await Installation.of('good');
      const { body } = await installation.ask(person);
      const fail = async () => {
        throw new Error('the worker is lost');
      };
      await deliverWith(installation, deps => {
        if (part === 'proofs') return { proofs: { ...deps.proofs, save: fail } };
        if (part === 'generationCache') return { generationCache: { ...deps.generationCache, save: fail } };
        if (part === 'log') return { generationLog: { ...deps.generationLog, end: fail } };
        return { generationJobs: { ...deps.generationJobs, end: fail } };
      });
      expect(await installation.deliver(installation.sent[0]?.order, 2)).toBe('acknowledged');
      const mine = await person.ask('GET', '/capsules/mine');
      expect(mine.body.data.data.map(({ id }: { id: string }) => id)).toEqual([body.data.jobId]);
      expect(await statusOf(person, body.data.jobId)).toMatchObject({
        state: 'done',
        capsuleId: body.data.jobId,
      });
      expect((await person.ask('GET', `/capsules/${body.data.jobId}/proof`)).body.data.passed).toBe(true);
      expect(await installation.calls()).toHaveLength(3);
      expect(await logOf(body.data.jobId)).toMatchObject({ outcome: 'accepted' });
    },
  );

  it('that comes back after another took over changes nothing any more', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('coder hangs', { LLM_TIMEOUT_MS: '60000' });
    await installation.ask(person);
    const first = installation.deliver(installation.sent[0]?.order);
    await eventually(installation.calls.bind(installation), calls => calls.length === 2);
    await installation.follow('good');
    expect(await installation.deliver(installation.sent[0]?.order, 2)).toBe('acknowledged');
    expect(await first).toBe('acknowledged');
    expect((await person.ask('GET', '/capsules/mine')).body.data.page.total).toBe(1);
  });
});

describe('a provider that fails', () => {
  it('is asked again later, and what was finished is not', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('coder down once');
    const { id, fate, order } = await installation.generate(person);
    expect(fate).toEqual({ delaySeconds: 10 });
    expect(await statusOf(person, id)).toMatchObject({
      ...{ state: 'running', stage: 'coder', error: { code: 'GENERATION_PAUSED' } },
    });
    expect(await installation.deliver(order, 2)).toBe('acknowledged');
    const made = (await installation.calls()).map(({ agent, status }) => `${agent} ${status}`);
    expect(made).toEqual(['pedagogist 200', ...Array(3).fill('coder 503'), 'coder 200', 'blind_solver 200']);
    expect(await statusOf(person, id)).toMatchObject({ state: 'done', error: null });
  });

  it('is waited for as long as it asks', async () => {
    const installation = await Installation.of('busy for long');
    const { fate } = await installation.generate(await Person.signUp());
    expect(fate).toEqual({ delaySeconds: 600 });
  });

  it('opens the circuit at the fifth failure in a row, and closes it when one trial has gone well', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('down');
    const { order } = await installation.generate(person);
    expect(await installation.deliver(order, 2)).toEqual({ delaySeconds: expect.any(Number) });
    expect(await installation.calls()).toHaveLength(5);
    const paused = await installation.ask(person);
    expect([paused.status, paused.body.error.code]).toEqual([503, 'GENERATION_PAUSED']);
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(280);
    expect(await usedBy(person)).toBe(1);
    await installation.deliver(order, 3);
    expect(await installation.calls()).toHaveLength(5);

    await endWait();
    await installation.deliver(order, 3);
    expect(await installation.calls()).toHaveLength(6);
    await installation.deliver(order, 3);
    expect(await installation.calls()).toHaveLength(6);

    await endWait();
    await installation.follow('good');
    expect(await installation.deliver(order, 4)).toBe('acknowledged');
    expect((await installation.ask(person)).status).toBe(202);
  });

  it('lets one attempt through when the circuit’s time is over, however many come at once', async () => {
    const compose = makeCompose();
    const installation = await Installation.of('good');
    const bindings = { ...env, ...installation.env } as typeof env;
    const { modelUse } = compose(bindings, { requestId: 'test', waitUntil: () => {} });
    for (let i = 0; i < 5; i++) await modelUse.tell(false);
    pass(6 * MINUTES);
    const leaves = await Promise.all(Array.from({ length: 10 }, () => modelUse.enter()));
    expect(leaves.filter(({ kind }) => kind === 'granted')).toHaveLength(1);
  });

  it('that is given up leaves a dead letter, gives the unit back, and goes on when it is sent again', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('coder down once');
    const { id, order } = await installation.generate(person);
    await giveUp(order);
    expect(await statusOf(person, id)).toMatchObject({
      state: 'failed',
      error: { code: 'GENERATION_PAUSED' },
    });
    expect(await usedBy(person)).toBe(0);
    const admin = await Person.signUp();
    const manage = { env: { ...installation.env, ADMIN_EMAILS: admin.email } };
    const { body } = await admin.ask('GET', '/admin/dead-letters?queue=generation-queue', manage);
    const letter = body.data.data.find((one: { body: { jobId: string } }) => one.body.jobId === id);
    expect(letter.reason).toContain('GENERATION_PAUSED');
    const replayed = await admin.ask('POST', `/admin/dead-letters/${letter.id}/replay`, manage);
    expect([replayed.status, installation.sent.length]).toEqual([200, 2]);
    expect(await installation.deliver(installation.sent[1]?.order)).toBe('acknowledged');
    expect(await statusOf(person, id)).toMatchObject({ state: 'done', capsuleId: id, error: null });
    const asked = (await installation.calls()).filter(({ agent }) => agent === 'pedagogist');
    expect([asked.length, await usedBy(person)]).toEqual([1, 0]);
  });

  /** The circuit's time is over. Time itself stays, for the runner would not take signatures of another. */
  async function endWait(): Promise<void> {
    const past = new Date(Date.now() - 1000).toISOString();
    await env.DB.prepare('UPDATE model_circuit SET open_until = ?').bind(past).run();
  }

  async function giveUp(body: unknown): Promise<void> {
    const context = createExecutionContext();
    const message = { id: crypto.randomUUID(), body, attempts: 1, ack: () => {}, retry: () => {} };
    const batch = { queue: 'generation-dlq', messages: [message] };
    await worker.queue(batch as unknown as MessageBatch<unknown>, env, context);
    await waitOnExecutionContext(context);
  }
});

describe('asking', () => {
  it('again with the same key gives the same job, also at once; with other words it is refused', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('good');
    const key = { 'idempotency-key': 'once' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => installation.ask(person, wish, key)));
    const ids = new Set(answers.map(({ body }) => body.data.jobId));
    expect([ids.size, installation.sent.length, await usedBy(person)]).toEqual([1, 1, 1]);
    const other = await installation.ask(person, { ...wish, prompt: 'Something else' }, key);
    expect([other.status, other.body.error.code]).toEqual([409, 'IDEMPOTENCY_CONFLICT']);
    expect((await installation.ask(await Person.signUp(), wish, key)).status).toBe(202);
  });

  it('is refused while generation is switched off; what is queued ends, and is not counted', async () => {
    const admin = await Person.signUp();
    const turn = (value: boolean) =>
      admin.ask('PUT', '/admin/flags', {
        body: { name: 'generation.enabled', value },
        env: { ADMIN_EMAILS: admin.email },
      });
    const person = await Person.signUp();
    const installation = await Installation.of('good');
    const { body } = await installation.ask(person);
    await turn(false);
    const refused = await installation.ask(person);
    expect([refused.status, refused.body.error.code]).toEqual([503, 'GENERATION_DISABLED']);
    expect(await installation.deliver(installation.sent[0]?.order)).toBe('acknowledged');
    await turn(true);
    expect(await statusOf(person, body.data.jobId)).toMatchObject({
      ...{ state: 'failed', error: { code: 'GENERATION_DISABLED' } },
    });
    expect([await installation.calls(), await usedBy(person)]).toEqual([[], 0]);
  });

  it('is counted as nothing when the queue can’t be reached', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('good');
    installation.env.GENERATIONS = {
      send: async () => {
        throw new Error('no queue');
      },
    };
    expect((await installation.ask(person)).status).toBe(500);
    expect(await usedBy(person)).toBe(0);
  });

  it('lets whoever was served less go first; what never comes keeps nobody waiting', async () => {
    await nobodyWaits();
    const [many, one] = [await somebodyOnPlan('creator'), await Person.signUp()];
    const installation = await Installation.of('good');
    await installation.generate(many);
    await installation.ask(many, { ...wish, prompt: 'Orders of many' });
    await installation.ask(one, { ...wish, prompt: 'Orders of one' });
    const [ofMany, ofOne] = installation.sent.slice(-2).map(({ order }) => order);
    expect(await installation.deliver(ofMany)).toBe('acknowledged');
    expect(installation.sent.at(-1)).toEqual({ order: ofMany, delaySeconds: 1 });
    expect(await statusOf(many, ofMany?.jobId ?? '')).toMatchObject({ state: 'queued' });
    await env.DB.prepare('UPDATE generation_logs SET running_until = ? WHERE id = ?')
      .bind(new Date(Date.now() - MINUTES).toISOString(), ofOne?.jobId ?? '')
      .run();
    await installation.deliver(ofMany);
    expect(await statusOf(many, ofMany?.jobId ?? '')).toMatchObject({ state: 'done' });
    await installation.deliver(ofOne);
    expect(await statusOf(one, ofOne?.jobId ?? '')).toMatchObject({ state: 'done' });
  });

  it('for many lets others in between: two run at once, the third is put back', async () => {
    await nobodyWaits();
    const person = await somebodyOnPlan('creator');
    const installation = await Installation.of('coder hangs', { LLM_TIMEOUT_MS: '60000' });
    for (let i = 0; i < 3; i++) await installation.ask(person, { ...wish, prompt: `Orders ${i}` });
    const [first, second, third] = installation.sent.map(({ order }) => order);
    const running = [installation.deliver(first), installation.deliver(second)];
    await eventually(installation.calls.bind(installation), calls => calls.length === 4);
    expect(await installation.deliver(third)).toBe('acknowledged');
    expect(installation.sent.at(-1)).toEqual({ order: third, delaySeconds: 1 });
    const somebody = await Person.signUp();
    await installation.follow('good');
    const { id } = await installation.generate(somebody);
    expect(await statusOf(somebody, id)).toMatchObject({ state: 'done' });
    for (const order of [first, second]) await person.ask('POST', `/generate/${order?.jobId}/cancel`);
    await Promise.all(running);
    expect(await installation.deliver(third)).toBe('acknowledged');
    expect(await statusOf(person, third?.jobId ?? '')).toMatchObject({ state: 'done' });
  });
});

/** Orders that other tests never deliver. */
const nobodyWaits = () =>
  env.DB.prepare("UPDATE generation_logs SET outcome = 'cancelled' WHERE outcome = 'queued'").run();

describe('what is left', () => {
  it('can be read until ten minutes after the end; the log stays', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('refusal');
    const { id } = await installation.generate(person);
    expect(await statusOf(person, id)).toMatchObject({ state: 'failed' });
    await runDurableObjectAlarm(env.GENERATION_JOBS.get(env.GENERATION_JOBS.idFromName(id)));
    expect((await person.ask('GET', `/generate/${id}/status`)).status).toBe(404);
    expect(await logOf(id)).toMatchObject({ outcome: 'failed', error: 'GENERATION_REFUSED' });
  });

  it('of a job that nobody works on any more is ended by the cron, and given back', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('good');
    const { body } = await installation.ask(person);
    pass(25 * 60 * MINUTES);
    const deps = makeCompose()(env, { requestId: 'test', waitUntil: () => {} });
    expect((await pruneGenerations({ deps })).ended).toBeGreaterThan(0);
    expect(await logOf(body.data.jobId)).toMatchObject({ outcome: 'failed', error: 'INTERNAL' });
    expect(await usedBy(person)).toBe(0);
  });

  it('of a user who leaves names nobody, and no capsule is made for them', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('good');
    const { body } = await installation.ask(person);
    await person.ask('DELETE', '/account', { body: { email: person.email, password: 'a long password' } });
    expect(await installation.deliver(installation.sent[0]?.order)).toBe('acknowledged');
    expect(await installation.calls()).toEqual([]);
    expect(await logOf(body.data.jobId)).toMatchObject({ user_id: null, capsule_id: null });
  });
});
