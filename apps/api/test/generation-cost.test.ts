import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshProvider, Installation, logOf, statusOf, usedBy, wish } from './generation-support.ts';
import { Person } from './support.ts';

// Whole proofs on a real runner.
vi.setConfig({ testTimeout: 120_000 });
beforeEach(freshProvider);

describe('what a generation may cost', () => {
  it('is nothing, where the same was asked before: another gets a copy of their own', async () => {
    const [first, second] = [await Person.signUp(), await Person.signUp()];
    const installation = await Installation.of('good');
    const { id } = await installation.generate(first);
    const again = await installation.ask(second, { ...wish, prompt: '  add up the LARGE orders. ' });
    const job = await statusOf(second, again.body.data.jobId);
    expect(job).toMatchObject({ state: 'done', fromCache: true, costUsd: 0, agents: [], percent: 100 });
    expect(job.capsuleId).not.toBe(id);
    expect([installation.sent.length, (await installation.calls()).length]).toEqual([1, 3]);
    expect(await logOf(job.id)).toMatchObject({ outcome: 'cached', cost_usd: 0, calls: [] });
    expect([await usedBy(first), await usedBy(second)]).toEqual([1, 0]);
    expect((await second.ask('GET', `/capsules/${job.id}/proof`)).body.data).toMatchObject({
      passed: true,
      fresh: true,
    });
    const other = await installation.ask(second, { ...wish, difficulty: 'HARD' });
    expect(await statusOf(second, other.body.data.jobId)).toMatchObject({
      state: 'queued',
      fromCache: false,
    });
  });

  it('is bounded a day: then new ones are paused, and running ones end without being counted', async () => {
    const person = await Person.signUp();
    const installation = await Installation.of('good', { GENERATION_DAILY_BUDGET_USD: '0.000001' });
    const { id } = await installation.generate(person);
    expect(await statusOf(person, id)).toMatchObject({ state: 'failed', error: { code: 'BUDGET_SPENT' } });
    expect(await installation.calls()).toHaveLength(1);
    const next = await installation.ask(person);
    expect([next.status, next.body.error.code]).toEqual([503, 'BUDGET_SPENT']);
    expect(Number(next.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    expect(await usedBy(person)).toBe(0);
  });

  it('can be set by an admin while it runs: what was paused goes on, and what was paid is told', async () => {
    const [person, admin] = [await Person.signUp(), await Person.signUp()];
    const installation = await Installation.of('good', { GENERATION_DAILY_BUDGET_USD: '0.000001' });
    const manage = (method: string, body?: object) =>
      admin.ask(method, '/admin/budget', { env: { ADMIN_EMAILS: admin.email }, ...(body && { body }) });
    await installation.generate(person);
    expect((await installation.ask(person)).body.error.code).toBe('BUDGET_SPENT');

    expect((await manage('PUT', { dailyUsd: -1 })).status).toBe(400);
    const raised = (await manage('PUT', { dailyUsd: 5 })).body.data;
    expect(raised).toMatchObject({ limitUsd: 5, limitSetBy: admin.email, circuit: { failures: 0 } });
    expect(raised.spentUsd).toBeGreaterThan(0);
    expect(raised.days[0]).toEqual({ day: raised.day, costUsd: raised.spentUsd });
    const next = await Person.signUp();
    const { id } = await installation.generate(next);
    expect(await statusOf(next, id)).toMatchObject({ state: 'done' });

    const back = (await manage('PUT', { dailyUsd: null })).body.data;
    expect([back.limitSetBy, back.limitUsd]).toEqual([null, back.configuredUsd]);
    expect((await manage('GET')).body.data).toEqual(back);
  });
});
