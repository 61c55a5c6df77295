import { env, runInDurableObject } from 'cloudflare:test';
import { describe, expect, inject, test } from 'vitest';
import worker from '../src/index.ts';
import { eventually, Person } from './support.ts';

const marks = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Marks',
  difficulty: 'EASY',
  statement: 'Sixty marks are enough.',
  judge: {
    kind: 'function',
    functionName: 'passes',
    params: [{ name: 'marks', type: 'int' }],
    returns: 'bool',
  },
  starter: 'def passes(marks):\n    pass\n',
  solution: 'def passes(marks):\n    return marks >= 60\n',
  tests: [
    { name: 'few', args: [10], expected: false },
    { name: 'plenty', args: [90], expected: true, hidden: true },
  ],
  wrongSolutions: [{ why: 'always fails', source: 'def passes(marks):\n    return False\n' }],
};
const later = { headers: { prefer: 'respond-async' } };

async function draft(document: object = marks) {
  const author = await Person.signUp();
  const { body } = await author.ask('POST', '/capsules', { body: document });
  return { author, path: `/capsules/${body.data.id}/verify`, id: body.data.id as string };
}

describe('a proof as a job', () => {
  test('is started at once, can be asked for, and leaves the evidence', async () => {
    const { author, path, id } = await draft();
    expect((await author.ask('GET', path)).status).toBe(404);
    const started = await author.ask('POST', path, later);
    expect(started.status).toBe(202);
    expect(started.headers.get('preference-applied')).toBe('respond-async');
    expect(started.headers.get('location')).toBe(`/api/v1${path}`);
    expect(started.body.data).toMatchObject({ state: 'running', endedAt: null });
    const ended = await eventually(
      () => author.ask('GET', path),
      ({ body }) => body.data.state !== 'running',
    );
    expect(ended.body.data).toMatchObject({ state: 'done', error: null, progress: { step: 'mutants' } });
    const { body } = await author.ask('GET', `/capsules/${id}/proof`);
    expect(body.data).toMatchObject({ passed: true, fresh: true });
    expect(body.data.mutation.survivors[0]).toMatchObject({ diff: expect.stringContaining('+'), line: 2 });
    expect(body.data.report).toContain('This test would find it');
    await author.ask('POST', `/capsules/${id}/publish`);
    const view = await author.ask('GET', `/capsules/${id}`);
    expect(view.body.data.qualityScore).toBe(body.data.quality);
    expect(view.body.data.qualityScore).toBeGreaterThan(0);
    expect(JSON.stringify(view.body)).not.toContain('always fails');
  });

  test('tells its steps as server-sent events', async () => {
    const { author, path } = await draft();
    await author.ask('POST', path, later);
    const { status, headers, body } = await author.ask('GET', `${path}/events`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/event-stream');
    const jobs = [...body.matchAll(/^event: progress\ndata: (.+)\n\n/gm)].map(([, data]) => JSON.parse(data));
    const steps = new Set(jobs.map(job => job.progress?.step).filter(Boolean));
    expect([...steps]).toEqual(['stability', 'trivial_answers', 'wrong_solutions', 'mutants']);
    expect(jobs.at(-1).state).toBe('done');
  });

  test('is joined by who asks again, and replaced when the draft changes', async () => {
    const { author, path, id } = await draft();
    const [first, second] = await Promise.all([
      author.ask('POST', path, later),
      author.ask('POST', path, later),
    ]);
    expect(second.body.data.startedAt).toBe(first.body.data.startedAt);
    const changed = { ...marks, title: 'Marks again' };
    const source = await author.ask('GET', `/capsules/${id}/source`);
    const ifMatch = { 'if-match': source.headers.get('etag') ?? '' };
    const written = await author.ask('PUT', `/capsules/${id}`, { body: changed, headers: ifMatch });
    expect(written.status).toBe(200);
    const proof = await author.ask('POST', path);
    expect(proof.status).toBe(200);
    expect(proof.body.data.contentHash).not.toBe(first.body.data.subject);
  });

  test('is cancelled on demand, told so to who waits, and can be started anew', async () => {
    const { author, path, id } = await draft();
    const waiting = author.ask('POST', path);
    await eventually(
      () => author.ask('GET', path),
      ({ status, body }) => status === 200 && body.data.progress !== null,
    );
    const cancelled = await author.ask('DELETE', path);
    expect(cancelled.body.data.state).toBe('cancelled');
    const answer = await waiting;
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'PROOF_CANCELLED']);
    expect((await author.ask('GET', `/capsules/${id}/proof`)).status).toBe(404);
    expect((await author.ask('POST', path)).body.data.passed).toBe(true);
  });

  test('survives the end of its process, and does not begin again', async () => {
    const { author, path, id } = await draft();
    await author.ask('POST', path, later);
    await eventually(
      () => author.ask('GET', path),
      ({ body }) => body.data.progress?.step === 'trivial_answers',
    );
    const stub = env.PROOFS.get(env.PROOFS.idFromName(id));
    const known = await runInDurableObject(stub, async (_, state) => {
      const notes = await state.storage.list({ prefix: 'memory/' });
      return notes.size;
    });
    expect(known).toBeGreaterThan(4);
    await runInDurableObject(stub, (_, state) => state.abort('crash')).catch(() => undefined);
    const ended = await eventually(
      () => author.ask('GET', path).catch(() => ({ body: { data: { state: 'running' } } })),
      ({ body }) => body.data.state !== 'running',
    );
    expect(ended.body.data.state).toBe('done');
    expect((await author.ask('GET', `/capsules/${id}/proof`)).body.data.passed).toBe(true);
  });

  /** The object's own binding of the runner, until it is restarted. */
  async function turnRunner(id: string, url: string) {
    await runInDurableObject(env.PROOFS.get(env.PROOFS.idFromName(id)), instance => {
      Object.assign(instance, { env: { ...env, RUNNER_URL: url } });
    });
  }

  test('waits for a runner that is away, and goes on when it is back', async () => {
    const { author, path, id } = await draft();
    await turnRunner(id, 'http://127.0.0.1:9');
    await author.ask('POST', path, later);
    await new Promise(resolve => setTimeout(resolve, 500));
    expect((await author.ask('GET', path)).body.data.state).toBe('running');
    await turnRunner(id, `http://127.0.0.1:${inject('runnerPort')}`);
    expect((await author.ask('POST', path)).body.data.passed).toBe(true);
  });

  test('ends in 503 when the runner stays away: no evidence, nothing to publish', async () => {
    const { author, path, id } = await draft();
    await turnRunner(id, 'http://127.0.0.1:9');
    const answer = await author.ask('POST', path);
    expect([answer.status, answer.body.error.code]).toEqual([503, 'RUNNER_UNAVAILABLE']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await author.ask('GET', path)).body.data).toMatchObject({ state: 'failed' });
    expect((await author.ask('GET', `/capsules/${id}/proof`)).status).toBe(404);
    expect((await author.ask('POST', `/capsules/${id}/publish`)).status).toBe(409);
  });

  test('is nobody else’s', async () => {
    const { author, path } = await draft();
    await author.ask('POST', path, later);
    const other = await Person.signUp();
    for (const [method, where] of [
      ['POST', path],
      ['GET', path],
      ['GET', `${path}/events`],
      ['DELETE', path],
    ] as const) {
      expect((await other.ask(method, where)).status).toBe(404);
    }
    await author.ask('DELETE', path);
  });
});

test('the Worker exports the class that wrangler.jsonc names', async () => {
  expect(Object.keys(await import('../src/index.ts'))).toContain('ProofRun');
  expect(worker.fetch).toBeTypeOf('function');
});
