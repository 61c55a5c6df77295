import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenLocally } from '../../tools/lib/ports.ts';
import { smoke } from './smoke.ts';

interface Answer {
  status?: number;
  headers?: OutgoingHttpHeaders;
  body: unknown;
}
const OF_DATA = {
  ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" },
  ...{ 'strict-transport-security': 'max-age=31536000', 'x-request-id': 'r' },
};
const OF_PAGES = {
  ...{ 'content-security-policy': "script-src 'nonce-x'", 'x-content-type-options': 'nosniff' },
  'referrer-policy': 'no-referrer',
};
const data = (value: unknown) => ({ body: { success: true, data: value } });
const refusal = (status: number, code: string) => ({ status, body: { success: false, error: { code } } });
/** Answers as the product gives them, by path and language. */
const WELL: Record<string, Answer> = {
  '/health': data({ status: 'ok', version: '0.2.0' }),
  '/health/ready': data({ ready: true }),
  '/api/v1/auth/sign-up/email': refusal(422, 'VALIDATION_FAILED'),
  '/api/v1/admin/flags': refusal(401, 'UNAUTHENTICATED'),
  '/api/v1/execute sql': data({ verdict: 'ok', rows: { columns: ['answer'], rows: [[42]] } }),
  '/api/v1/execute python': data({ verdict: 'ok', stdout: '42\n' }),
  '/openapi.json': { body: { openapi: '3.1.0' } },
  '/api/v1/capsules?limit=1': { ...data([]), headers: OF_DATA },
  '/': { body: '<html><h1 class="a">Exercises</h1></html>', headers: OF_PAGES },
};

let answers = WELL;
let url = '';
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const path = request.url ?? '';
  const key = path.endsWith('/execute') ? `${path} ${JSON.parse(body).language}` : path;
  const { status = 200, headers = {}, body: answer } = answers[key] ?? { status: 404, body: {} };
  response.writeHead(status, headers);
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
});
beforeAll(async () => {
  url = await listenLocally(server);
});
afterAll(() => server.close());
beforeEach(() => {
  answers = WELL;
});
const wrong = async (version?: string) =>
  (await smoke({ url, version, pages: true }))
    .filter(({ problem }) => problem !== null)
    .map(({ name }) => name);

describe('the smoke test', () => {
  test('passes where all is well, and where nobody may sign up', async () => {
    expect(await wrong('0.2.0')).toEqual([]);
    answers = { ...WELL, '/api/v1/auth/sign-up/email': refusal(503, 'SIGNUP_DISABLED') };
    expect(await wrong()).toEqual([]);
  });

  test.each<[string, string, Answer]>([
    ['health', '/health', { status: 503, body: 'no' }],
    ['ready', '/health/ready', { status: 503, body: { data: { ready: false } } }],
    ['sign-up refuses', '/api/v1/auth/sign-up/email', refusal(500, 'INTERNAL')],
    ['administration is closed', '/api/v1/admin/flags', data([])],
    ['SQL runs', '/api/v1/execute sql', data({ rows: { rows: [[41]] } })],
    ['Python runs', '/api/v1/execute python', refusal(503, 'RUNNER_UNAVAILABLE')],
    ['reference', '/openapi.json', { body: '<html>' }],
    [
      'headers of data',
      '/api/v1/capsules?limit=1',
      { ...data([]), headers: { ...OF_DATA, 'content-security-policy': 'default-src *' } },
    ],
    ['a page renders', '/', { status: 500, body: 'Internal Server Error', headers: OF_PAGES }],
    [
      'headers of pages',
      '/',
      { body: WELL['/']?.body, headers: { ...OF_PAGES, 'content-security-policy': "script-src 'self'" } },
    ],
  ])('%s fails alone when its answer is wrong', async (name, path, answer) => {
    answers = { ...WELL, [path]: answer };
    expect(await wrong()).toEqual([name]);
  });

  test('fails at another version than was deployed', async () => {
    expect(await wrong('0.3.0')).toEqual(['health']);
  });

  test('fails at everything where nobody answers', async () => {
    const checks = await smoke({ url: 'http://127.0.0.1:1', pages: true });
    expect(checks.every(({ problem }) => problem === 'fetch failed')).toBe(true);
  });
});
