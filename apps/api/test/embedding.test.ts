import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { ask, Person } from './support.ts';

let author: Person;
let id: string;

beforeAll(async () => {
  author = await Person.signUp();
  id = await author.publish(clampDocument);
});

const page = (path: string) => ask('GET', path, { at: 'root' });
const allow = (allowedOrigins: unknown) =>
  author.ask('PUT', `/capsules/${id}/embedding`, { body: { allowedOrigins } });
const ancestorsOf = (headers: Headers) =>
  /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];

describe('the page for frames', () => {
  it('loads nothing but the player, and may be framed by all unless its author says otherwise', async () => {
    const { status, headers, body } = await page(`/embed/${id}?lang=de&theme=dark`);
    expect(status).toBe(200);
    expect(body).toContain(`<dev-capsule capsule="${id}" theme="dark" lang="de">`);
    expect(ancestorsOf(headers)).toBe('*');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(headers.get('x-frame-options')).toBe(null);
    await allow(['https://school.example', 'https://*.college.example:8443', 'https://school.example']);
    expect(ancestorsOf((await page(`/embed/${id}`)).headers)).toMatch(
      /^'self' http:\/\/localhost:8787 .*https:\/\/school\.example https:\/\/\*\.college\.example:8443$/,
    );
    expect((await author.ask('GET', `/capsules/${id}/embedding`)).body.data.allowedOrigins).toHaveLength(2);
    await allow([]);
    expect(ancestorsOf((await page(`/embed/${id}`)).headers)).toBe('*');
  });

  it('takes origins alone, so that none can end the directive', async () => {
    const wrong = [
      '*',
      'https://a.example/path',
      'https://a.example; script-src *',
      'javascript:1',
      "'none'",
      'https://*',
      'https://A.example',
      '',
    ];
    for (const origin of wrong) expect((await allow([origin])).status, origin).toBe(400);
    expect((await allow(Array(21).fill('https://a.example'))).status).toBe(400);
  });

  it('shows published capsules alone', async () => {
    const draft = await author.ask('POST', '/capsules', { body: clampDocument });
    expect((await page(`/embed/${draft.body.data.id}`)).status).toBe(404);
    expect((await page('/embed/nothing')).status).toBe(404);
  });

  it('keeps what is set when the capsule is written anew', async () => {
    await allow(['https://school.example']);
    const { body } = await author.ask('GET', `/capsules/${id}/source`);
    await author.ask('PUT', `/capsules/${id}`, {
      body: { ...clampDocument, title: 'Anew' },
      headers: { 'if-match': `"v${body.data.version}"` },
    });
    expect((await author.ask('GET', `/capsules/${id}/embedding`)).body.data.allowedOrigins).toEqual([
      'https://school.example',
    ]);
    await allow([]);
  });
});

describe('statements and hints', () => {
  it('come as HTML beside what the author wrote', async () => {
    const other = await author.publish({
      ...clampDocument,
      statement: 'So $x^2$ <b>is</b> **it**.',
      hints: ['*Look*.'],
    });
    const { body } = await ask('GET', `/capsules/${other}`);
    expect(body.data.statementHtml).toMatch(
      /^<p>So <math>.*<\/math> &#x3C;b>is&#x3C;\/b> <strong>it<\/strong>\.<\/p>$/,
    );
    expect(body.data.statement).toBe('So $x^2$ <b>is</b> **it**.');
    const hint = await ask('POST', '/mentor/hint', { body: { capsuleId: other } });
    expect(hint.body.data.hint).toMatchObject({ text: '*Look*.', html: '<p><em>Look</em>.</p>' });
  });
});
