import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { type Reply, SCENARIOS, type Scenario } from './doubles/llm-scenarios.ts';
import { freshProvider, Installation, logOf, statusOf, usedBy } from './generation-support.ts';
import { eventually, Person } from './support.ts';

// Whole proofs on a real runner.
vi.setConfig({ testTimeout: 120_000 });
beforeEach(freshProvider);

const { good } = SCENARIOS;
const [plan] = good.pedagogist;
const [code] = good.coder;
const statement = `${plan?.answer.statement}\n\nThe shop is closed on Sundays.`;
const hints = ['What is large?', 'Compare each amount with the limit.', 'Add up those that are greater.'];
const solution =
  'def total_above(amounts, limit):\n    kept = [amount for amount in amounts if amount > limit]\n    return sum(kept)\n';
const inputs = [...(code?.answer.inputs ?? [])].reverse();
const scenario = (replies: Scenario): Scenario => ({ ...good, ...replies });
const answering = (answer: object): Reply[] => [{ answer }];

/** A capsule that a model wrote, and its owner. */
async function written() {
  const person = await Person.signUp();
  const installation = await Installation.of('good');
  const { id } = await installation.generate(person);
  return { person, installation, id };
}

const sourceOf = async (person: Person, id: string) =>
  (await person.ask('GET', `/capsules/${id}/source`)).body.data;

function regenerate(person: Person, id: string, part: string, installation?: Installation, etag = '"v1"') {
  return person.ask('POST', `/capsules/${id}/regenerate`, {
    body: { part },
    headers: { 'if-match': etag },
    ...(installation && { env: installation.env }),
  });
}

describe('a part of a capsule anew', () => {
  it.each([
    ['statement', { pedagogist: answering({ statement }) }, 'pedagogist', ['statement']],
    ['hints', { pedagogist: answering({ hints }) }, 'pedagogist', ['hints']],
    ['solution', { coder: answering({ solution }) }, 'coder', ['solution']],
    ['tests', { coder: answering({ inputs }) }, 'coder', ['tests']],
  ] as const)(
    '(%s) is the next version with its proof; the rest stays',
    async (part, replies, agent, changed) => {
      const { person, installation, id } = await written();
      const before = await sourceOf(person, id);
      const callsBefore = (await installation.calls()).length;
      await installation.follow(scenario(replies as Scenario));
      const started = await regenerate(person, id, part, installation);
      expect([started.status, started.body.data]).toMatchObject([202, { author: 'model', replaces: 'part' }]);
      const { jobId } = started.body.data;
      expect(started.headers.get('location')).toBe(`/api/v1/generate/${jobId}/status`);
      const order = installation.sent.at(-1)?.order;
      expect(await installation.deliver(order)).toBe('acknowledged');
      expect(await statusOf(person, jobId)).toMatchObject({ state: 'done', capsuleId: id, fromCache: false });

      const after = await sourceOf(person, id);
      const differing = Object.keys(after.capsule ?? after).filter(
        key =>
          JSON.stringify((after.capsule ?? after)[key]) !== JSON.stringify((before.capsule ?? before)[key]),
      );
      expect(differing.filter(key => !['version', 'contentHash', 'updatedAt'].includes(key))).toEqual(
        changed,
      );
      const proof = (await person.ask('GET', `/capsules/${id}/proof`)).body.data;
      expect(proof).toMatchObject({ passed: true, fresh: true });
      const versions = (await person.ask('GET', `/capsules/${id}/versions`)).body.data;
      expect(versions).toHaveLength(2);

      const made = (await installation.calls()).slice(callsBefore);
      expect(made.map(call => call.agent)).toEqual([agent, 'blind_solver']);
      expect((await logOf(jobId)).calls.map(({ inputTokens }) => inputTokens)).toEqual(
        made.map(({ inputTokens }) => inputTokens),
      );
      expect(await usedBy(person)).toBe(2);
      // Delivered again, it makes no third version.
      await installation.deliver(order, 2);
      expect((await person.ask('GET', `/capsules/${id}/versions`)).body.data).toHaveLength(2);
    },
  );

  it('that does not hold leaves the draft as it was, and is not counted', async () => {
    const { person, installation, id } = await written();
    const wrong = solution.replace('> limit', '>= limit');
    await installation.follow(scenario({ coder: answering({ solution: wrong }) }));
    const { jobId } = (await regenerate(person, id, 'solution', installation)).body.data;
    await installation.deliver(installation.sent.at(-1)?.order);
    expect(await statusOf(person, jobId)).toMatchObject({ state: 'failed', error: { code: 'NOT_PROVEN' } });
    expect((await person.ask('GET', `/capsules/${id}/versions`)).body.data).toHaveLength(1);
    expect(await usedBy(person)).toBe(1);
  });

  it('does not overwrite what was changed meanwhile', async () => {
    const { person, installation, id } = await written();
    await installation.follow(scenario({ pedagogist: answering({ statement }) }));
    const { jobId } = (await regenerate(person, id, 'statement', installation)).body.data;
    const changed = { ...clampDocument, title: 'Changed by hand' };
    const put = await person.ask('PUT', `/capsules/${id}`, {
      body: changed,
      headers: { 'if-match': '"v1"' },
    });
    expect(put.status).toBe(200);
    expect(await installation.deliver(installation.sent.at(-1)?.order)).toBe('acknowledged');
    expect(await statusOf(person, jobId)).toMatchObject({
      state: 'failed',
      error: { code: 'VERSION_CONFLICT' },
    });
    expect(JSON.stringify(await sourceOf(person, id))).toContain('Changed by hand');
    const stale = await regenerate(person, id, 'statement', installation);
    expect([stale.status, stale.body.error.code]).toEqual([412, 'VERSION_CONFLICT']);
  });

  it('keeps to the idempotency key', async () => {
    const { person, installation, id } = await written();
    const ask = (part: string) =>
      person.ask('POST', `/capsules/${id}/regenerate`, {
        body: { part },
        headers: { 'if-match': '"v1"', 'idempotency-key': 'once' },
        env: installation.env,
      });
    const [first, again] = [await ask('hints'), await ask('hints')];
    expect(again.body.data.jobId).toBe(first.body.data.jobId);
    expect((await ask('tests')).body.error.code).toBe('IDEMPOTENCY_CONFLICT');
  });
});

describe('where no model is configured', () => {
  it('the bank makes another exercise of the family, and says that it is another as a whole', async () => {
    const person = await Person.signUp();
    const body = { prompt: 'count the values above a threshold', language: 'javascript', difficulty: 'EASY' };
    const { jobId: id } = (await person.ask('POST', '/generate', { body })).body.data;
    const ended = (jobId: string) =>
      eventually(
        () => statusOf(person, jobId),
        ({ endedAt }) => endedAt !== null,
      );
    await ended(id);
    const started = await regenerate(person, id, 'tests');
    expect([started.status, started.body.data]).toMatchObject([202, { author: 'bank', replaces: 'whole' }]);
    const job = await ended(started.body.data.jobId);
    expect(job).toMatchObject({ state: 'done', capsuleId: id, familyId: 'count-above', costUsd: 0 });
    expect((await person.ask('GET', `/capsules/${id}/versions`)).body.data).toHaveLength(2);
    const proof = (await person.ask('GET', `/capsules/${id}/proof`)).body.data;
    expect(proof).toMatchObject({ passed: true, fresh: true });
  });

  it('what somebody wrote stays as it is', async () => {
    const person = await Person.signUp();
    const { id } = (await person.ask('POST', '/capsules', { body: clampDocument })).body.data;
    const refused = await regenerate(person, id, 'hints');
    expect([refused.status, refused.body.error.code]).toEqual([422, 'NOT_REGENERABLE']);
    const unversioned = await person.ask('POST', `/capsules/${id}/regenerate`, { body: { part: 'hints' } });
    expect(unversioned.body.error.code).toBe('VERSION_REQUIRED');
  });
});
