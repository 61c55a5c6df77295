import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument } from '../../../packages/capsule/test/samples.ts';
import { type Answer, ask, Person, someAddress } from './support.ts';

let author: Person;
/** Three published capsules. */
let ids: string[];

beforeAll(async () => {
  author = await Person.signUp();
  ids = [];
  for (const title of ['One', 'Two', 'Three']) ids.push(await author.publish({ ...topDocument, title }));
});

const documentOf = ([a, b, c]: string[]) => ({
  title: 'Three steps',
  items: [
    { capsuleId: a },
    { capsuleId: b, requires: [a] },
    { capsuleId: c, optional: true, requires: [a, b] },
  ],
});

async function publishedCourse(capsules = ids): Promise<string> {
  const { body } = await author.ask('POST', '/courses', { body: documentOf(capsules) });
  await author.ask('POST', `/courses/${body.data.id}/publish`);
  return body.data.id;
}

const states = ({ body }: Answer) => body.data.items.map(({ state }: { state: string }) => state);
const solve = (who: Person, id = '') =>
  who.ask('POST', `/capsules/${id}/submit`, { body: { source_code: topDocument.solution } });

describe('a course', () => {
  it('opens each item when what it requires is solved, and says how far one is', async () => {
    const course = await publishedCourse();
    const learner = await Person.signUp();
    const look = () => learner.ask('GET', `/courses/${course}`);
    const far = async () => (await learner.ask('GET', `/courses/${course}/progress`)).body.data;
    expect(states(await look())).toEqual(['unlocked', 'locked', 'locked']);
    expect(await far()).toMatchObject({ required: 2, solved: 0, share: 0, nextCapsuleId: ids[0] });
    await solve(learner, ids[0]);
    expect(states(await look())).toEqual(['solved', 'unlocked', 'locked']);
    expect(await far()).toMatchObject({ share: 0.5, nextCapsuleId: ids[1], isComplete: false });
    await solve(learner, ids[1]);
    expect(states(await look())).toEqual(['solved', 'solved', 'unlocked']);
    expect(await far()).toEqual({
      ...{ required: 2, solved: 2, optional: 1, optionalSolved: 0 },
      ...{ share: 1, isComplete: true, nextCapsuleId: null },
    });
    expect((await ask('GET', `/courses/${course}`)).body.data.items[0]).toMatchObject({
      state: 'unlocked',
      capsule: { title: 'One', language: 'sql' },
    });
  });

  it('knows a learner without an account by a token, and nobody without one', async () => {
    const course = await publishedCourse();
    const address = { 'cf-connecting-ip': someAddress() };
    const { token } = (await ask('POST', '/learners', { headers: address })).body.data;
    const headers = { ...address, 'x-learner-token': token };
    await ask('POST', `/capsules/${ids[0]}/submit`, { body: { source_code: topDocument.solution }, headers });
    expect(states(await ask('GET', `/courses/${course}`, { headers }))).toEqual([
      'solved',
      'unlocked',
      'locked',
    ]);
    expect((await ask('GET', `/courses/${course}/progress`, { headers })).body.data.solved).toBe(1);
    expect((await ask('GET', `/courses/${course}/progress`, { headers: address })).status).toBe(401);
    expect(states(await ask('GET', `/courses/${course}`, { headers: address }))[0]).toBe('unlocked');
  });

  it('shows what is not there any more, and is not blocked by it', async () => {
    const first = await author.publish({ ...topDocument, title: 'Soon gone' });
    const course = await publishedCourse([first, ...ids.slice(1)]);
    const learner = await Person.signUp();
    const look = () => learner.ask('GET', `/courses/${course}`);
    await author.ask('POST', `/capsules/${first}/unpublish`);
    const unpublished = await look();
    expect(states(unpublished)).toEqual(['unavailable', 'unlocked', 'locked']);
    expect(unpublished.body.data.items[0].capsule).toBeNull();
    const { body } = await author.ask('GET', `/courses/${course}`);
    expect(body.data.items[0]).toMatchObject({ state: 'unavailable', capsule: { title: 'Soon gone' } });
    await author.ask('DELETE', `/capsules/${first}`);
    expect(states(await look())[0]).toBe('unavailable');
    await env.DB.prepare('DELETE FROM capsules WHERE id = ?').bind(first).run();
    expect(states(await look())[0]).toBe('unavailable');
    const { body: far } = await learner.ask('GET', `/courses/${course}/progress`);
    expect(far.data).toMatchObject({ required: 1, nextCapsuleId: ids[1] });
    // What is in it may stay, so that a course can be edited whatever became of its capsules.
    const items = documentOf([first, ...ids.slice(1)]).items;
    const put = { body: { title: 'Edited', items }, headers: { 'if-match': '"v1"' } };
    expect((await author.ask('PUT', `/courses/${course}`, put)).status).toBe(200);
  });

  it('is replaced whole by the version that was read: one of two editors wins', async () => {
    const course = await publishedCourse();
    const etag = (await author.ask('GET', `/courses/${course}`)).headers.get('etag') ?? '';
    const put = (title: string, headers: Record<string, string> = { 'if-match': etag }) =>
      author.ask('PUT', `/courses/${course}`, {
        body: { title, items: [...ids].reverse().map(capsuleId => ({ capsuleId })) },
        headers,
      });
    const race = await Promise.all(['Mine', 'Yours'].map(title => put(title)));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body, headers } = await author.ask('GET', `/courses/${course}`);
    expect(body.data.title).toBe(['Mine', 'Yours'][race.findIndex(({ status }) => status === 200)]);
    expect(body.data.items.map((item: { capsuleId: string }) => item.capsuleId)).toEqual([...ids].reverse());
    expect(headers.get('etag')).toBe('"v2"');
    expect((await put('Blind', {})).status).toBe(428);
    expect((await author.ask('DELETE', `/courses/${course}`, { headers: { 'if-match': etag } })).status).toBe(
      412,
    );
    expect((await author.ask('DELETE', `/courses/${course}`)).status).toBe(200);
    expect((await author.ask('GET', `/courses/${course}`)).status).toBe(404);
  });

  it.each<[string, (own: string[]) => object, string]>([
    [
      'a gate on a later item',
      ([a, b]) => [{ capsuleId: a, requires: [b] }, { capsuleId: b }],
      'items.0.requires.0',
    ],
    ['a gate on itself', ([a]) => [{ capsuleId: a, requires: [a] }], 'items.0.requires.0'],
    ['a capsule twice', ([a]) => [{ capsuleId: a }, { capsuleId: a }], 'items.1.capsuleId'],
    ['a capsule that is nowhere', () => [{ capsuleId: 'nowhere' }], 'items.0.capsuleId'],
  ])('refuses %s', async (_, items, path) => {
    const { status, body } = await author.ask('POST', '/courses', {
      body: { title: 'Bad', items: items(ids) },
    });
    expect([status, body.error.details[0].path]).toEqual([400, path]);
  });

  it('takes no draft of somebody else, but one’s own', async () => {
    const draft = (await author.ask('POST', '/capsules', { body: topDocument })).body.data.id;
    const body = { title: 'Early', items: [{ capsuleId: draft }] };
    expect((await author.ask('POST', '/courses', { body })).status).toBe(201);
    expect((await (await Person.signUp()).ask('POST', '/courses', { body })).status).toBe(400);
  });

  it('is its author’s alone until it is published, and has something in it then', async () => {
    const { id } = (await author.ask('POST', '/courses', { body: documentOf(ids) })).body.data;
    const other = await Person.signUp();
    const listed = async () => JSON.stringify((await other.ask('GET', '/courses?limit=100')).body);
    expect((await other.ask('GET', `/courses/${id}`)).status).toBe(404);
    expect(await listed()).not.toContain(id);
    await author.ask('POST', `/courses/${id}/publish`);
    expect((await other.ask('GET', `/courses/${id}`)).body.data.isOwner).toBe(false);
    expect(await listed()).toContain(id);
    await author.ask('POST', `/courses/${id}/unpublish`);
    expect((await other.ask('GET', `/courses/${id}`)).status).toBe(404);
    const empty = (await author.ask('POST', '/courses', { body: { title: 'Empty', items: [] } })).body.data
      .id;
    expect((await author.ask('POST', `/courses/${empty}/publish`)).status).toBe(400);
  });

  it('is listed page by page', async () => {
    const somebody = await Person.signUp();
    for (let i = 0; i < 3; i++)
      await somebody.ask('POST', '/courses', { body: { title: `${i}`, items: [] } });
    const first = await somebody.ask('GET', '/courses/mine?limit=2');
    expect(first.body.data.page.total).toBe(3);
    const cursor = encodeURIComponent(first.body.data.page.nextCursor);
    const second = await somebody.ask('GET', `/courses/mine?limit=2&cursor=${cursor}`);
    expect([...first.body.data.data, ...second.body.data.data].map(entry => entry.title).sort()).toEqual([
      '0',
      '1',
      '2',
    ]);
  });
});
