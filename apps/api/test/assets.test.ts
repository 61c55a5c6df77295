import { createExecutionContext, env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { topDocument } from '../../../packages/capsule/test/samples.ts';
import { makeCompose } from '../src/compose.ts';
import worker from '../src/index.ts';
import { PLANS } from '../src/plans.ts';
import { sweepAssets } from '../src/services/asset/sweep.ts';
import { purgeDeleted } from '../src/services/capsule/purge.ts';
import { type Answer, ask, Person, someAddress } from './support.ts';

const latin1 = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0));
const PNG = latin1(`\x89PNG\r\n\x1a\n${'picture '.repeat(20)}`);
const GIF_SCRIPT = latin1('GIF89a/*<script>alert(1)</script>*/=1;');

let author: Person;
let id: string;

beforeAll(async () => {
  author = await Person.signUp();
  id = await author.publish(topDocument);
});

const put = (name: string, raw: BodyInit, capsule = id, who = author, type = 'image/png') =>
  who.ask('PUT', `/assets/${capsule}/${encodeURIComponent(name)}`, {
    raw,
    headers: { 'content-type': type },
  });

const elsewhere = () => ({ headers: { 'cf-connecting-ip': someAddress() } });

/** As bytes, for answers that are no text, and from an address of its own. */
async function download(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = new Request(`http://localhost:8787/api/v1/assets/${path}`, {
    method,
    headers: { 'cf-connecting-ip': someAddress(), ...headers },
  });
  const response = await worker.fetch(request, env, createExecutionContext());
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('an asset', () => {
  it('comes back byte for byte, as what its bytes are, and can do nothing in a browser', async () => {
    const saved = await put('chart é.png', PNG, id, author, 'text/html');
    expect(saved.body.data).toMatchObject({
      name: 'chart é.png',
      contentType: 'image/png',
      bytes: PNG.length,
    });
    const { response, bytes } = await download(`${id}/chart%20%C3%A9.png`);
    expect([response.status, bytes]).toEqual([200, PNG]);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers.get('content-disposition')).toBe("inline; filename*=UTF-8''chart%20%C3%A9.png");
    expect(headers.get('content-length')).toBe(String(PNG.length));
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=300');
    const forEver = await download(saved.body.data.url.replace('/api/v1/assets/', ''));
    expect(forEver.response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is downloaded, not shown, unless it is an image', async () => {
    await put('data.csv', 'a,b\n<script>,2\n');
    const { response } = await download(`${id}/data.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('is listed with an address for its very bytes', async () => {
    const { body } = await ask('GET', `/assets/${id}`);
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['chart é.png', 'data.csv']);
    expect(body.data[0].url).toMatch(/chart%20%C3%A9\.png\?v=[0-9a-f]{32}$/);
  });

  const JPEG = latin1('\xff\xd8\xff\xe0 jpeg');
  it.each<[string, string, BodyInit]>([
    ['a JPEG called PNG', 'a.png', JPEG],
    ['HTML called PNG', 'a.png', '<html><script>alert(1)</script>'],
    ['HTML', 'a.html', '<p>'],
    ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG called PNG', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a script', 'a.js', 'alert(1)'],
    ['an image called text', 'a.txt', GIF_SCRIPT],
    ['bytes that are no UTF-8', 'a.txt', latin1('\xc3\x28')],
    ['control characters', 'a.csv', 'a\u0000b'],
    ['what is no JSON', 'a.json', '{'],
    ['no ending', 'png', PNG],
    ['nothing', 'a.png', ''],
  ])('is refused: %s', async (_, name, raw) => {
    const { status, body } = await put(name, raw);
    expect([status, body.error.code]).toEqual([415, 'ASSET_TYPE_REFUSED']);
  });

  it.each([
    ...['../secret.png', '..%2fsecret.png', 'a/b.png', '.hidden.png', 'a\\b.png', 'a..png', 'x\u0000.png'],
    ...['a\n.png', `${'a'.repeat(120)}.png`, 'a"b.png', '\u202Egnp.png', ' .png', 'a;b.png'],
  ])('has a plain name, not %j', async name => {
    expect((await put(name, PNG)).status).toBe(400);
    expect((await ask('GET', `/assets/${id}/${encodeURIComponent(name)}`, elsewhere())).status).toBe(400);
  });

  it('has one name, however its accents are written', async () => {
    await put('cafe\u0301.png', PNG);
    const composed = await download(`${id}/${encodeURIComponent('caf\u00e9.png')}`);
    expect(composed.response.status).toBe(200);
    expect((await author.ask('DELETE', `/assets/${id}/${encodeURIComponent('cafe\u0301.png')}`)).status).toBe(
      200,
    );
    expect((await download(`${id}/${encodeURIComponent('caf\u00e9.png')}`)).response.status).toBe(404);
  });

  it('is its owner’s alone until the capsule is published, and gone with it', async () => {
    const draft = (await author.ask('POST', '/capsules', { body: topDocument })).body.data.id;
    await put('a.png', PNG, draft);
    const other = await Person.signUp();
    const look = (who: Person): Promise<Answer> => who.ask('GET', `/assets/${draft}/a.png`);
    const own = await look(author);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    for (const path of [`/assets/${draft}`, `/assets/${draft}/a.png`]) {
      expect((await other.ask('GET', path)).status).toBe(404);
      expect((await ask('GET', path)).status).toBe(404);
    }
    expect((await put('b.png', PNG, draft, other)).status).toBe(404);
    expect((await put('b.png', PNG, id, other)).status).toBe(404);
    expect((await other.ask('DELETE', `/assets/${id}/data.csv`)).status).toBe(404);
    await author.ask('DELETE', `/capsules/${draft}`);
    expect((await look(author)).status).toBe(404);
  });
});

describe('the cache of a data centre', () => {
  const read = (name: string, headers = {}) =>
    ask('GET', `/assets/${id}/${name}`, { headers: { ...elsewhere().headers, ...headers } });

  it('answers for the bucket, whole and in parts, but decides nothing', async () => {
    await put('kept.txt', 'kept for a while');
    await read('kept.txt');
    const row = await env.DB.prepare("SELECT object_key FROM assets WHERE name = 'kept.txt'").first<{
      object_key: string;
    }>();
    await env.BLOBS.delete(row?.object_key ?? '');
    expect((await read('kept.txt')).body).toBe('kept for a while');
    const part = await read('kept.txt', { range: 'bytes=5-7' });
    expect([part.status, part.body]).toEqual([206, 'for']);
    await put('kept.txt', 'another text');
    expect((await read('kept.txt')).body).toBe('another text');
    await author.ask('DELETE', `/assets/${id}/kept.txt`);
    expect((await read('kept.txt')).status).toBe(404);
  });
});

describe('parts and conditions', () => {
  const TEXT = '0123456789';
  let etag: string;
  let modified: string;
  const get = (headers: Record<string, string>, method = 'GET') => download(`${id}/ten.txt`, headers, method);

  beforeAll(async () => {
    await put('ten.txt', TEXT);
    const { response } = await get({});
    etag = response.headers.get('etag') ?? '';
    modified = response.headers.get('last-modified') ?? '';
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, TEXT, 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
    ['bytes=5-2', 200, TEXT, null],
    ['bytes=0-1,4-5', 200, TEXT, null],
    ['lines=0-1', 200, TEXT, null],
    ['bytes=-', 200, TEXT, null],
  ])('Range: %s', async (range, status, text, contentRange) => {
    const { response, bytes } = await get({ range });
    expect([response.status, new TextDecoder().decode(bytes)]).toEqual([status, text]);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe(String(text.length));
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('Range: %s is beyond the end', async range => {
    const { response } = await get({ range });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('sends what the client has not', async () => {
    const earlier = 'Sat, 01 Jan 2000 00:00:00 GMT';
    const status = async (headers: Record<string, string>) => (await get(headers)).response.status;
    expect(await status({ 'if-none-match': etag })).toBe(304);
    expect(await status({ 'if-none-match': `W/${etag}, "x"` })).toBe(304);
    expect(await status({ 'if-none-match': '*' })).toBe(304);
    expect(await status({ 'if-none-match': '"x"' })).toBe(200);
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-modified-since': earlier })).toBe(200);
    expect(await status({ 'if-modified-since': 'not a date' })).toBe(200);
    // The ETag decides where both are sent.
    expect(await status({ 'if-none-match': '"x"', 'if-modified-since': modified })).toBe(200);
    expect(await status({ range: 'bytes=0-1', 'if-none-match': etag })).toBe(304);
    expect(await status({ range: 'bytes=0-1', 'if-range': etag })).toBe(206);
    expect(await status({ range: 'bytes=0-1', 'if-range': modified })).toBe(206);
    expect(await status({ range: 'bytes=0-1', 'if-range': `W/${etag}` })).toBe(200);
    expect(await status({ range: 'bytes=0-1', 'if-range': earlier })).toBe(200);
    expect(await status({ range: 'bytes=99-', 'if-range': '"x"' })).toBe(200);
  });

  it('HEAD is GET without the body', async () => {
    const whole = await get({});
    const head = await get({}, 'HEAD');
    expect([head.response.status, head.bytes.length]).toEqual([200, 0]);
    for (const name of ['content-length', 'content-type', 'etag', 'last-modified', 'accept-ranges']) {
      expect(head.response.headers.get(name), name).toBe(whole.response.headers.get(name));
    }
  });
});

describe('limits', () => {
  it('stop reading a file at 5 MiB', async () => {
    let pulled = 0;
    const chunk = new Uint8Array(64 * 1024).fill(97);
    const endless = new ReadableStream({
      pull(controller) {
        pulled += chunk.length;
        if (pulled > 100 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const { status, body } = await put('big.txt', endless);
    expect([status, body.error.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(pulled).toBeLessThan(8 * 1024 * 1024);
    expect((await put('full.txt', 'a'.repeat(5 * 1024 * 1024))).status).toBe(200);
    await author.ask('DELETE', `/assets/${id}/full.txt`);
  });

  it('let no more through than the plan has room for, however many upload at once', async () => {
    const free = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'creator' });
    const capsule = (await free.ask('POST', '/capsules', { body: topDocument })).body.data.id;
    const { id: owner } = (await free.ask('GET', '/auth/session')).body.data.user;
    const taken = PLANS.creator.assetBytes - 250_000;
    await env.DB.prepare("INSERT INTO assets VALUES (?, 'old.txt', ?, 'assets/old', 'text/plain', ?, '', '')")
      .bind(capsule, owner, taken)
      .run();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => put(`${i}.txt`, 'a'.repeat(100_000), capsule, free)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused?.body.error).toMatchObject({ code: 'LIMIT_REACHED', details: { what: 'assetBytes' } });
    // What takes the place of another needs no more room than it has.
    const replaced = answers.findIndex(({ status }) => status === 200);
    expect((await put(`${replaced}.txt`, 'b'.repeat(100_000), capsule, free)).status).toBe(200);
    const { objects } = await env.BLOBS.list({ prefix: `assets/${capsule}/` });
    const rows = await env.DB.prepare('SELECT count(*) AS n FROM assets WHERE capsule_id = ?')
      .bind(capsule)
      .first<{ n: number }>();
    // Of old.txt there never was an object, and the one that was replaced is swept later.
    expect([rows?.n, objects.length]).toEqual([3, 3]);
  });
});

describe('what nobody can read any more', () => {
  const deps = makeCompose()(env, { requestId: 'sweep', waitUntil: () => undefined });
  const later = (minutes: number) => ({
    ...deps,
    runtime: { ...deps.runtime, now: () => new Date(Date.now() + minutes * 60_000) },
  });

  it('is deleted after an hour: replaced, removed, interrupted, and of purged capsules', async () => {
    const capsule = (await author.ask('POST', '/capsules', { body: topDocument })).body.data.id;
    const keys = async () => {
      const { objects } = await env.BLOBS.list({ prefix: `assets/${capsule}/` });
      return objects.length;
    };
    await put('kept.png', PNG, capsule);
    await put('twice.txt', 'one', capsule);
    await put('twice.txt', 'two', capsule);
    await put('removed.txt', 'x', capsule);
    await author.ask('DELETE', `/assets/${capsule}/removed.txt`);
    // An upload that ended between its two writes.
    await deps.assets.announce(`assets/${capsule}/interrupted`, new Date().toISOString());
    await env.BLOBS.put(`assets/${capsule}/interrupted`, 'x');
    expect(await keys()).toBe(5);
    await sweepAssets({ deps: later(30) });
    expect(await keys()).toBe(5);
    await sweepAssets({ deps: later(61) });
    expect(await keys()).toBe(2);
    const { body } = await author.ask('GET', `/assets/${capsule}/twice.txt`);
    expect(body).toBe('two');
    await author.ask('DELETE', `/capsules/${capsule}`);
    await purgeDeleted({ deps: later(31 * 24 * 60) });
    await sweepAssets({ deps: later(62) });
    expect(await keys()).toBe(0);
    expect(await sweepAssets({ deps: later(62) })).toBe(0);
  });
});
