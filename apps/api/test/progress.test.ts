import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { forgetAnonymousProgress } from '../src/services/progress/forget.ts';
import { type Answer, ask, Person } from './support.ts';

type Asker = Pick<Person, 'ask'>;

const RIGHT = topDocument.solution;
const WRONG = 'SELECT 1';

let author: Person;
let id: string;
let other: string;

beforeAll(async () => {
  author = await Person.signUp();
  id = await author.publish(topDocument);
  other = await author.publish({ ...topDocument, title: 'Another' });
});

const submit = (who: Asker, source_code: string, capsule = id) =>
  who.ask('POST', `/capsules/${capsule}/submit`, { body: { source_code } });
const progressOf = async (who: Asker, capsule = id) =>
  (await who.ask('GET', `/progress/${capsule}`)).body.data;

/** Somebody without an account who keeps a token, on an address of their own. */
async function withToken(): Promise<Asker & { token: string }> {
  const address = { 'cf-connecting-ip': crypto.randomUUID() };
  const { token } = (await ask('POST', '/learners', { headers: address })).body.data;
  const headers = { 'x-learner-token': token, ...address };
  return { token, ask: (method, path, options) => ask(method, path, { ...options, headers }) };
}

describe('progress', () => {
  it('goes from started to attempted to solved, and never back', async () => {
    const learner = await Person.signUp();
    expect((await learner.ask('GET', `/progress/${id}`)).body.data).toBeNull();
    await learner.ask('POST', `/capsules/${id}/run`, { body: { source_code: WRONG } });
    expect(await progressOf(learner)).toMatchObject({
      status: 'started',
      attempts: 0,
      lastSourceCode: WRONG,
    });
    await submit(learner, WRONG);
    expect(await progressOf(learner)).toMatchObject({ status: 'attempted', attempts: 1, solveTimeMs: null });
    await submit(learner, RIGHT);
    const solved = await progressOf(learner);
    expect(solved).toMatchObject({ status: 'solved', attempts: 2, lastSourceCode: RIGHT });
    expect(solved.solveTimeMs).toBe(Date.parse(solved.firstSolvedAt) - Date.parse(solved.startedAt));
    expect(solved.bestRunTimeMs).toBeGreaterThanOrEqual(0);
    await submit(learner, WRONG);
    const { firstSolvedAt, solveTimeMs } = solved;
    expect(await progressOf(learner)).toMatchObject({
      status: 'solved',
      attempts: 3,
      firstSolvedAt,
      solveTimeMs,
    });
  });

  it('becomes solved when a regrade accepts what was handed in, and stays so when one does not', async () => {
    const [right, wrong] = [await Person.signUp(), await Person.signUp()];
    const { submissions } = makeCompose()(env, { requestId: 'regrade', waitUntil: () => undefined });
    for (const [who, source] of [
      [right, RIGHT],
      [wrong, WRONG],
    ] as const) {
      await submit(who, source);
      const { id: learner } = (await who.ask('GET', '/auth/session')).body.data.user;
      const row = await env.DB.prepare('SELECT id FROM submissions WHERE learner = ?')
        .bind(learner)
        .first<{ id: string }>();
      const to = { verdict: who === right ? 'wrong_answer' : 'accepted', passed: 2, total: 2 } as const;
      await submissions.saveChanges(id, [{ submissionId: row?.id ?? '', version: 1, to }]);
      await submissions.applyChanges(id, '2026-12-01T00:00:00.000Z');
    }
    expect(await progressOf(right)).toMatchObject({ status: 'solved' });
    expect(await progressOf(wrong)).toMatchObject({
      status: 'solved',
      firstSolvedAt: '2026-12-01T00:00:00.000Z',
      solveTimeMs: null,
    });
  });

  it('says no time for a solution that was all we saw', async () => {
    const learner = await Person.signUp();
    await submit(learner, RIGHT);
    expect(await progressOf(learner)).toMatchObject({ status: 'solved', attempts: 1, solveTimeMs: null });
  });

  it('counts every one of many submissions at once', async () => {
    const learner = await Person.signUp();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => submit(learner, i ? WRONG : RIGHT)),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await progressOf(learner)).toMatchObject({ status: 'solved', attempts: 12 });
  });

  it('is not kept of the author’s own tries, nor of an address', async () => {
    await submit(author, RIGHT);
    expect((await author.ask('GET', `/progress/${id}`)).body.data).toBeNull();
    const headers = { 'cf-connecting-ip': crypto.randomUUID() };
    await ask('POST', `/capsules/${id}/submit`, { body: { source_code: RIGHT }, headers });
    for (const path of ['/progress', `/progress/${id}`]) {
      expect((await ask('GET', path, { headers })).body.error.code).toBe('UNAUTHENTICATED');
    }
  });

  it('is listed, the most recent first, page by page', async () => {
    const learner = await Person.signUp();
    await submit(learner, RIGHT, other);
    await submit(learner, WRONG);
    const first = await learner.ask('GET', '/progress?limit=1');
    expect(first.body.data).toMatchObject({ data: [{ capsuleId: id }], page: { total: 2 } });
    const cursor = encodeURIComponent(first.body.data.page.nextCursor);
    const second = await learner.ask('GET', `/progress?limit=1&cursor=${cursor}`);
    expect(second.body.data).toMatchObject({
      data: [{ capsuleId: other, capsule: { title: 'Another' } }],
      page: { nextCursor: null },
    });
    expect((await learner.ask('GET', '/progress?cursor=x')).status).toBe(400);
  });

  it('does not tell what a capsule is called that is not published any more', async () => {
    const learner = await Person.signUp();
    const gone = await author.publish({ ...topDocument, title: 'Gone' });
    await submit(learner, RIGHT, gone);
    await author.ask('POST', `/capsules/${gone}/unpublish`);
    const { body } = await learner.ask('GET', '/progress');
    expect(body.data.data).toMatchObject([{ capsuleId: gone, status: 'solved', capsule: null }]);
  });
});

describe('a draft', () => {
  const put = (who: Asker, source_code: string, extra: object = {}, capsule = id): Promise<Answer> =>
    who.ask('PUT', `/progress/${capsule}/draft`, { body: { source_code, ...extra } });

  it('comes back, and two tabs do not overwrite each other', async () => {
    const learner = await Person.signUp();
    const first = await put(learner, 'SELECT a', { ifUpdatedAt: null });
    expect(first.status).toBe(200);
    const { updatedAt } = first.body.data;
    const race = await Promise.all(
      ['SELECT b', 'SELECT c'].map(source => put(learner, source, { ifUpdatedAt: updatedAt })),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = race.findIndex(({ status }) => status === 200);
    const { error } = race[1 - winner]?.body ?? {};
    expect(error.code).toBe('DRAFT_CONFLICT');
    const kept = {
      sourceCode: ['SELECT b', 'SELECT c'][winner],
      updatedAt: race[winner]?.body.data.updatedAt,
    };
    expect(error.details).toEqual(kept);
    expect((await progressOf(learner)).draft).toEqual(kept);
    expect((await put(learner, 'SELECT d', { ifUpdatedAt: kept.updatedAt })).status).toBe(200);
    expect((await put(learner, 'SELECT e', { ifUpdatedAt: null })).status).toBe(409);
    expect((await put(learner, 'SELECT f')).status).toBe(200);
  });

  it('survives a submission, and starts the clock', async () => {
    const learner = await Person.signUp();
    await put(learner, 'SELECT');
    await submit(learner, RIGHT);
    const progress = await progressOf(learner);
    expect(progress).toMatchObject({ status: 'solved', draft: { sourceCode: 'SELECT' } });
    expect(progress.solveTimeMs).toBeGreaterThan(0);
  });

  it('is of 50 KB at most, and of a capsule that there is', async () => {
    const learner = await Person.signUp();
    expect((await put(learner, 'x'.repeat(51_200))).status).toBe(200);
    expect((await put(learner, 'x'.repeat(51_201))).body.error.code).toBe('SOURCE_TOO_LARGE');
    expect((await put(learner, 'x', {}, 'no-such-capsule')).status).toBe(404);
    expect((await put(learner, 'x', { ifUpdatedAt: 'yesterday' })).status).toBe(400);
  });
});

describe('a learner token', () => {
  it('brings back what was done with it, from any address', async () => {
    const learner = await withToken();
    await submit(learner, RIGHT);
    const elsewhere = { 'x-learner-token': learner.token, 'cf-connecting-ip': crypto.randomUUID() };
    const { body } = await ask('GET', `/progress/${id}`, { headers: elsewhere });
    expect(body.data).toMatchObject({ status: 'solved', lastSourceCode: RIGHT });
    expect((await (await withToken()).ask('GET', `/progress/${id}`)).body.data).toBeNull();
  });

  it('goes on under another secret while that knows the one before', async () => {
    const learner = await withToken();
    await submit(learner, RIGHT);
    const AUTH_SECRET = 'the-next-secret-of-enough-characters-0123';
    const read = (variables: Record<string, string>) => {
      const headers = { 'x-learner-token': learner.token, 'cf-connecting-ip': crypto.randomUUID() };
      return ask('GET', `/progress/${id}`, { headers, env: { AUTH_SECRET, ...variables } });
    };
    const before = { AUTH_SECRET_PREVIOUS: 'an-auth-secret-for-tests-only-0123456789' };
    expect((await read(before)).body.data).toMatchObject({ status: 'solved' });
    expect((await read({})).status).toBe(401);
  });

  it.each([
    ['nonsense', () => 'nonsense'],
    ['empty', () => ''],
    ['another id', (token: string) => token.replace(/\.(..)/, '.AA')],
    ['another signature', (token: string) => `${token.slice(0, -5)}AAAAA`],
    ['another version', (token: string) => token.replace('dcl1', 'dcl2')],
    ['made with another secret', (token: string) => token],
  ])('that is not ours is refused on any route: %s', async (name, change) => {
    const learner = await withToken();
    const changed = change(learner.token);
    const options = {
      headers: { 'x-learner-token': changed, 'cf-connecting-ip': crypto.randomUUID() },
      ...(name.includes('secret') && { env: { AUTH_SECRET: 'another-secret-of-enough-characters-0123' } }),
    };
    if (changed === learner.token && !options.env) throw new Error('the token was not changed');
    for (const path of ['/progress', '/capsules', `/capsules/${id}`]) {
      const answer = await ask('GET', path, options);
      expect([answer.status, answer.body.error.code]).toEqual([401, 'INVALID_TOKEN']);
    }
  });

  it('is taken from other sites’ pages', async () => {
    const headers = {
      origin: 'https://blog.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-learner-token',
    };
    const preflight = await ask('OPTIONS', '/progress', { headers });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-learner-token');
  });

  it('gives its progress to an account once, the better of both', async () => {
    const learner = await withToken();
    const user = await Person.signUp();
    await submit(learner, RIGHT);
    await learner.ask('PUT', `/progress/${id}/draft`, { body: { source_code: 'SELECT late' } });
    await submit(learner, WRONG, other);
    await submit(user, WRONG);
    const claim = { headers: { 'x-learner-token': learner.token } };
    const claims = await Promise.all([1, 2].map(() => user.ask('POST', '/progress/claim', claim)));
    expect(claims.map(({ body }) => body.data.capsules).sort()).toEqual([0, 2]);
    expect(await progressOf(user)).toMatchObject({
      status: 'solved',
      attempts: 2,
      draft: { sourceCode: 'SELECT late' },
      lastSourceCode: WRONG,
    });
    expect(await progressOf(user, other)).toMatchObject({ status: 'attempted', attempts: 1 });
    expect((await learner.ask('GET', '/progress')).body.data.page.total).toBe(0);
    const owners = await env.DB.prepare('SELECT DISTINCT user_id FROM progress WHERE learner LIKE ?')
      .bind('learner:%')
      .all();
    expect(owners.results.every(row => row.user_id === null)).toBe(true);
    const { id: userId } = (await user.ask('GET', '/auth/session')).body.data.user;
    const moved = await env.DB.prepare(
      'SELECT count(*) AS n FROM submissions WHERE learner = ?1 AND user_id = ?1',
    )
      .bind(userId)
      .first<{ n: number }>();
    expect(moved?.n).toBe(3);
    expect((await ask('POST', '/progress/claim', claim)).status).toBe(401);
    const forged = { headers: { 'x-learner-token': `${learner.token}x` } };
    expect((await user.ask('POST', '/progress/claim', forged)).body.error.code).toBe('INVALID_TOKEN');
  });

  it('that nobody used for a year is forgotten; users’ progress is not', async () => {
    const [learner, user] = [await withToken(), await Person.signUp()];
    await submit(learner, RIGHT);
    await submit(user, RIGHT);
    await env.DB.prepare("UPDATE progress SET updated_at = '2020-01-01T00:00:00.000Z'").run();
    const deps = makeCompose()(env, { requestId: 'forget', waitUntil: () => undefined });
    expect(await forgetAnonymousProgress({ deps })).toBeGreaterThan(0);
    expect((await learner.ask('GET', `/progress/${id}`)).body.data).toBeNull();
    expect((await progressOf(user)).status).toBe('solved');
  });
});
