import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument, topDocument } from '../../../packages/capsule/test/samples.ts';
import { ask, eventually, Person } from './support.ts';

const clamp = (body: string) => `def clamp(x, low, high):\n    ${body}\n`;

describe.each([
  { title: 'Python on the runner', document: clampDocument, wrong: clamp('return x') },
  { title: 'SQL in its Worker', document: topDocument, wrong: 'SELECT name FROM item ORDER BY name' },
])('the main job, $title', ({ document, wrong }) => {
  let author: Person;
  let id: string;

  beforeAll(async () => {
    author = await Person.signUp('Author');
    const created = await author.ask('POST', '/capsules', { body: document });
    expect(created).toMatchObject({ status: 201, body: { success: true, data: { version: 1 } } });
    id = created.body.data.id;
  });

  it('publishes only what is proven', async () => {
    const early = await author.ask('POST', `/capsules/${id}/publish`);
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'PROOF_REQUIRED' } } });
    const proof = await author.ask('POST', `/capsules/${id}/verify`);
    expect(proof).toMatchObject({ status: 200, body: { data: { passed: true } } });
    expect((await author.ask('POST', `/capsules/${id}/publish`)).status).toBe(200);
    const evidence = await author.ask('GET', `/capsules/${id}/proof`);
    expect(evidence.body.data).toMatchObject({ fresh: true, report: expect.stringContaining('Proven') });
  });

  it('lists it, and shows learners nothing that solves it', async () => {
    const { body } = await ask('GET', '/capsules?limit=100');
    expect(body.data.data.map((entry: { id: string }) => entry.id)).toContain(id);
    const view = await ask('GET', `/capsules/${id}`);
    expect(view.status).toBe(200);
    expect(JSON.stringify(view.body)).not.toContain(JSON.stringify(document.solution).slice(1, -1));
    for (const test of document.tests.filter(test => 'hidden' in test)) {
      expect(JSON.stringify(view.body)).not.toContain(test.name);
    }
  });

  it('judges a learner: wrong, then right', async () => {
    const bad = await ask('POST', `/capsules/${id}/submit`, { body: { source_code: wrong } });
    expect(bad).toMatchObject({ status: 200, body: { data: { verdict: 'wrong_answer' } } });
    const good = await ask('POST', `/capsules/${id}/submit`, { body: { source_code: document.solution } });
    const total = document.tests.length;
    expect(good.body.data).toMatchObject({ verdict: 'accepted', passed: total, total });
    const hidden = good.body.data.tests.find((test: { hidden: boolean }) => test.hidden);
    expect(Object.keys(hidden).sort()).toEqual(['hidden', 'memoryKb', 'name', 'timeMs', 'verdict']);
  });

  it('runs only the visible tests on run', async () => {
    const { body } = await ask('POST', `/capsules/${id}/run`, { body: { source_code: document.solution } });
    expect(body.data).toMatchObject({ kind: 'tests', judgement: { verdict: 'accepted', total: 1 } });
  });

  it('writes what happened as events, and nothing of what the owner does', async () => {
    await author.ask('GET', `/capsules/${id}`);
    await author.ask('POST', `/capsules/${id}/submit`, { body: { source_code: document.solution } });
    const types = async () => {
      const { results } = await env.DB.prepare(
        'SELECT event_type AS type FROM capsule_events WHERE capsule_id = ?',
      )
        .bind(id)
        .all<{ type: string }>();
      return results.map(({ type }) => type).sort();
    };
    const seen = await eventually(types, found => found.length >= 6);
    expect(seen).toEqual(['run', 'submit', 'submit', 'test_fail', 'test_pass', 'view']);
  });

  it('makes the proof stale by an edit, and goes on showing what was published', async () => {
    const edited = { ...document, title: 'Edited' };
    const put = await author.ask('PUT', `/capsules/${id}`, { body: edited, headers: { 'if-match': '"v1"' } });
    expect(put).toMatchObject({ status: 200, body: { data: { version: 2 } } });
    expect((await author.ask('GET', `/capsules/${id}/proof`)).body.data.fresh).toBe(false);
    expect((await author.ask('POST', `/capsules/${id}/publish`)).status).toBe(409);
    expect((await ask('GET', `/capsules/${id}`)).body.data.title).toBe(document.title);
    expect((await author.ask('GET', `/capsules/${id}`)).body.data.title).toBe('Edited');
  });
});

it('does not publish what fails its proof, and says what failed', async () => {
  const author = await Person.signUp();
  const broken = { ...clampDocument, solution: clamp('return x') };
  const { body } = await author.ask('POST', '/capsules', { body: broken });
  const { id } = body.data;
  expect((await author.ask('POST', `/capsules/${id}/verify`)).body.data.passed).toBe(false);
  const refused = await author.ask('POST', `/capsules/${id}/publish`);
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { details: { reason: 'failed', failed: [{ check: 'stability' }] } } },
  });
});
