import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { clampDocument, topDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import { PLANS } from '../src/plans.ts';
import { purgeDeleted } from '../src/services/capsule/purge.ts';
import { Person } from './support.ts';

const put = (author: Person, id: string, version: number, title: string) =>
  author.ask('PUT', `/capsules/${id}`, {
    body: { ...clampDocument, title },
    headers: { 'if-match': `"v${version}"` },
  });

describe('versions', () => {
  it('are kept by every write, and restored as a new one', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    expect((await put(author, id, 1, 'Second')).headers.get('etag')).toBe('"v2"');
    const restored = await author.ask('POST', `/capsules/${id}/versions/1/restore`);
    expect(restored.body.data.version).toBe(3);
    expect((await author.ask('GET', `/capsules/${id}/source`)).body.data.capsule.title).toBe('Clamp');
    const versions = await author.ask('GET', `/capsules/${id}/versions`);
    expect(versions.body.data.map((entry: { version: number }) => entry.version)).toEqual([3, 2, 1]);
    expect(versions.body.data[0].contentHash).toBe(versions.body.data[2].contentHash);
    const second = (await author.ask('GET', `/capsules/${id}/versions/2`)).body.data;
    expect(second).toMatchObject({ version: 2, capsule: { title: 'Second' } });
    expect(second.contentHash).toBe(versions.body.data[1].contentHash);
    expect((await author.ask('GET', `/capsules/${id}/versions/9`)).status).toBe(404);
  });

  it('refuse a write without If-Match, and one on a stale version', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    expect((await author.ask('PUT', `/capsules/${id}`, { body: clampDocument })).status).toBe(428);
    expect((await put(author, id, 1, 'Second')).status).toBe(200);
    expect((await put(author, id, 1, 'Lost')).status).toBe(412);
    expect((await put(author, id, 7, 'Lost')).status).toBe(412);
  });

  it('let one of ten racing writers win and lose nothing', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => put(author, id, 1, `Writer ${i}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const { capsule, version } = (await author.ask('GET', `/capsules/${id}/source`)).body.data;
    expect([capsule.title, version]).toEqual([`Writer ${winner}`, 2]);
    expect((await author.ask('GET', '/capsules/mine')).body.data.data[0].title).toBe(`Writer ${winner}`);
  });

  it('are gone from sight with a deleted capsule, and come back with it', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    expect((await author.ask('DELETE', `/capsules/${id}`)).status).toBe(200);
    for (const path of ['', '/source', '/versions', '/versions/1', '/proof', '/regrade']) {
      expect((await author.ask('GET', `/capsules/${id}${path}`)).status).toBe(404);
    }
    for (const path of ['/verify', '/publish', '/unpublish', '/versions/1/restore']) {
      expect((await author.ask('POST', `/capsules/${id}${path}`)).status).toBe(404);
    }
    expect((await put(author, id, 1, 'Back')).status).toBe(404);
    expect((await author.ask('DELETE', `/capsules/${id}`)).status).toBe(404);
    const deleted = await author.ask('GET', '/capsules/mine?state=deleted');
    expect(deleted.body.data).toMatchObject({ data: [{ id }], page: { total: 1 } });
    expect((await author.ask('GET', '/capsules/mine')).body.data.data).toEqual([]);
    const stranger = await Person.signUp();
    expect((await stranger.ask('POST', `/capsules/${id}/restore`)).status).toBe(404);
    const restored = await author.ask('POST', `/capsules/${id}/restore`);
    expect([restored.status, restored.headers.get('etag')]).toEqual([200, '"v1"']);
    expect((await put(author, id, 1, 'Back')).status).toBe(200);
    expect((await author.ask('POST', `/capsules/${id}/restore`)).status).toBe(404);
  });

  it('keep an editor from deleting what another has just written', async () => {
    const author = await Person.signUp();
    const { id } = (await author.ask('POST', '/capsules', { body: clampDocument })).body.data;
    await put(author, id, 1, 'Second');
    const ifMatch = { headers: { 'if-match': '"v1"' } };
    expect((await author.ask('DELETE', `/capsules/${id}`, ifMatch)).status).toBe(412);
    const race = await Promise.all([
      put(author, id, 2, 'Third'),
      author.ask('DELETE', `/capsules/${id}`, { headers: { 'if-match': '"v2"' } }),
    ]);
    expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
    // The other found another version, or nothing any more.
    expect(race.filter(({ status }) => status === 412 || status === 404)).toHaveLength(1);
  });

  it('are as many as the plan has room for, however many are created and restored at once', async () => {
    const author = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'creator' });
    const create = () => author.ask('POST', '/capsules', { body: clampDocument });
    const { id } = (await create()).body.data;
    await author.ask('DELETE', `/capsules/${id}`);
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO capsules (id, creator_id, title, language, content, content_hash)
       SELECT ?2 || i, (SELECT creator_id FROM capsules WHERE id = ?2), 'Filler', 'sql', '{}', '' FROM n`,
    )
      .bind(PLANS.creator.capsules - 2, id)
      .run();
    const answers = await Promise.all([create(), create(), create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error).toMatchObject({ code: 'LIMIT_REACHED', details: { what: 'capsules' } });
    const restore = () => author.ask('POST', `/capsules/${id}/restore`);
    expect((await restore()).body.error.code).toBe('LIMIT_REACHED');
    const [created] = answers.filter(({ status }) => status === 201);
    await author.ask('DELETE', `/capsules/${created?.body.data.id}`);
    expect((await restore()).status).toBe(200);
  });

  it('cannot be brought back after thirty days, and are purged then', async () => {
    const author = await Person.signUp();
    const [old, recent] = await Promise.all(
      [1, 2].map(async () => (await author.ask('POST', '/capsules', { body: clampDocument })).body.data.id),
    );
    for (const [id, days] of [
      [old, 31],
      [recent, 29],
    ]) {
      const at = new Date(Date.now() - days * 86_400_000).toISOString();
      await env.DB.prepare('UPDATE capsules SET deleted_at = ? WHERE id = ?').bind(at, id).run();
    }
    expect((await author.ask('POST', `/capsules/${old}/restore`)).status).toBe(404);
    const deps = makeCompose()(env, { requestId: 'purge', waitUntil: () => undefined });
    expect(await purgeDeleted({ deps })).toMatchObject({ capsules: 1 });
    const { results } = await env.DB.prepare('SELECT id FROM capsules WHERE id IN (?, ?)')
      .bind(old, recent)
      .all();
    expect(results).toEqual([{ id: recent }]);
    expect((await author.ask('POST', `/capsules/${recent}/restore`)).status).toBe(200);
    expect(await purgeDeleted({ deps })).toMatchObject({ capsules: 0 });
  });
});

describe('a long set-up script', () => {
  const setup = `${topDocument.judge.setup} -- ${'x'.repeat(20_000)}`;
  const document = { ...topDocument, judge: { ...topDocument.judge, setup } };

  it('is stored once as a blob, runs, and comes back whole', async () => {
    const author = await Person.signUp();
    const id = await author.publish(document);
    await author.publish({ ...document, title: 'Another' });
    const row = await env.DB.prepare('SELECT content FROM capsules WHERE id = ?')
      .bind(id)
      .first<{ content: string }>();
    expect(row?.content.length).toBeLessThan(2_000);
    const blobs = await env.BLOBS.list({ prefix: 'blobs/' });
    expect(blobs.objects.filter(blob => blob.size === setup.length)).toHaveLength(1);
    const source = await author.ask('GET', `/capsules/${id}/source`);
    expect(source.body.data.capsule.judge.setup).toBe(setup);
  });

  it('cannot be named by a reference an author made up', async () => {
    const author = await Person.signUp();
    const forged = {
      ...topDocument,
      judge: { ...topDocument.judge, setup: `blob:sha256:${'0'.repeat(64)}` },
    };
    expect((await author.ask('POST', '/capsules', { body: forged })).status).toBe(400);
  });
});

describe('lists', () => {
  it('page through everything once, newest first', async () => {
    const author = await Person.signUp();
    for (let i = 0; i < 5; i++)
      await author.ask('POST', '/capsules', { body: { ...clampDocument, title: `Number ${i}` } });
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await author.ask('GET', `/capsules/mine?limit=2${query}`);
      expect(body.data.page.total).toBe(5);
      titles.push(...body.data.data.map((entry: { title: string }) => entry.title));
      cursor = body.data.page.nextCursor;
    }
    expect(titles.sort()).toEqual(['Number 0', 'Number 1', 'Number 2', 'Number 3', 'Number 4']);
    expect((await author.ask('GET', '/capsules/mine?cursor=nonsense')).status).toBe(400);
    expect((await author.ask('GET', '/capsules/mine?language=sql')).body.data.page.total).toBe(0);
  });
});
