import { describe, expect, test } from 'vitest';
import { ask, eventually, Person } from './support.ts';

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
};
const boundary = { name: 'exactly enough', args: [60], expected: true, hidden: true };
const strict = 'def passes(marks):\n    return marks > 60\n';

/** A published capsule with three learners, and then a further test. */
async function changedCapsule() {
  const author = await Person.signUp();
  const id = await author.publish(marks);
  const path = `/capsules/${id}/regrade`;
  const [right, wrong] = [await Person.signUp('Right'), await Person.signUp('Wrong')];
  const submit = (who: Pick<Person, 'ask'>, source: string) =>
    who.ask('POST', `/capsules/${id}/submit`, { body: { source_code: source } });
  await submit(right, marks.solution);
  await submit(wrong, 'def passes(marks):\n    return False\n');
  expect((await submit(wrong, strict)).body.data.verdict).toBe('accepted');
  await submit({ ask: (...call) => ask(...call) }, strict);
  const source = await author.ask('GET', `/capsules/${id}/source`);
  const ifMatch = { 'if-match': source.headers.get('etag') ?? '' };
  const edited = { ...marks, tests: [...marks.tests, boundary] };
  await author.ask('PUT', `/capsules/${id}`, { body: edited, headers: ifMatch });
  return { author, id, path, submit, wrong };
}

async function republish(author: Person, id: string) {
  await author.ask('POST', `/capsules/${id}/verify`);
  expect((await author.ask('POST', `/capsules/${id}/publish`)).status).toBe(200);
}

async function previewed(author: Person, path: string) {
  expect((await author.ask('POST', path)).status).toBe(202);
  const { body } = await eventually(
    () => author.ask('GET', path),
    ({ body }) => body.data.job.state !== 'running',
  );
  return body.data;
}

describe('a regrade', () => {
  test('is offered once changed tests are published, shows who would change, and applies', async () => {
    const { author, id, path } = await changedCapsule();
    expect((await author.ask('GET', path)).body.data).toMatchObject({ job: null, outdated: 0, changes: [] });
    await republish(author, id);
    expect((await author.ask('GET', path)).body.data.outdated).toBe(3);

    const { job, changes } = await previewed(author, path);
    expect(job).toMatchObject({ state: 'done', progress: { done: 3, total: 3 } });
    // The right answer only has one test more; the newest of the wrong learner's and the anonymous one fail now.
    const lines = changes.map((line: { learnerName: string | null; from: object; to: object }) => line);
    expect(lines).toHaveLength(3);
    const of = (name: string | null) =>
      lines.find((line: { learnerName: string | null }) => line.learnerName === name);
    expect(of('Right')).toMatchObject({
      from: { verdict: 'accepted', total: 2 },
      to: { verdict: 'accepted', total: 3 },
    });
    for (const name of ['Wrong', null]) {
      expect(of(name)).toMatchObject({
        from: { verdict: 'accepted', passed: 2, total: 2 },
        to: { verdict: 'wrong_answer', passed: 2, total: 3 },
      });
    }
    expect(JSON.stringify(changes)).not.toContain('def passes');

    const applied = await author.ask('POST', `${path}/apply`);
    expect(applied.body.data).toEqual({ changed: 3 });
    expect((await author.ask('GET', path)).body.data).toMatchObject({ outdated: 0, changes: [] });
    expect((await author.ask('POST', `${path}/apply`)).body.data).toEqual({ changed: 0 });
  });

  test('can be left: nothing changes, and it is still offered', async () => {
    const { author, id, path } = await changedCapsule();
    await republish(author, id);
    expect((await previewed(author, path)).changes).toHaveLength(3);
    expect((await author.ask('DELETE', path)).status).toBe(200);
    expect((await author.ask('GET', path)).body.data).toMatchObject({ outdated: 3, changes: [] });
  });

  test('passes over who has submitted to the new version since', async () => {
    const { author, id, path, submit, wrong } = await changedCapsule();
    await republish(author, id);
    await submit(wrong, marks.solution);
    expect((await author.ask('GET', path)).body.data.outdated).toBe(2);
  });

  test('is the owner’s alone, and of published capsules', async () => {
    const { author, id, path } = await changedCapsule();
    const other = await Person.signUp();
    for (const [method, where] of [
      ['POST', path],
      ['GET', path],
      ['POST', `${path}/apply`],
      ['DELETE', path],
    ] as const) {
      expect((await other.ask(method, where)).status).toBe(404);
      expect((await ask(method, where)).status).toBe(401);
    }
    await author.ask('POST', `/capsules/${id}/unpublish`);
    expect((await author.ask('POST', path)).body.error.code).toBe('NOT_PUBLISHED');
  });
});
