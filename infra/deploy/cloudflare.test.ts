import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cloudflareEdge } from './cloudflare.ts';
import { CloudflareApi, NEW, OLD } from './double/cloudflare-api.ts';

const api = new CloudflareApi();
const root = mkdtempSync(join(tmpdir(), 'edge-'));
const DATABASE = '33333333-3333-4333-8333-333333333333';

beforeAll(async () => {
  vi.stubEnv('CLOUDFLARE_API_BASE_URL', await api.start());
  vi.stubEnv('CLOUDFLARE_API_TOKEN', 'a-token');
  vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', '0'.repeat(32));
  vi.stubEnv('WRANGLER_SEND_METRICS', 'false');
  const folder = join(root, 'apps/api');
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  writeFileSync(join(folder, 'index.js'), 'export default { fetch: () => new Response("x") }');
  writeFileSync(join(folder, 'migrations/0001_a.sql'), 'CREATE TABLE a (id TEXT);');
  const database = {
    binding: 'DB',
    database_name: 'db',
    database_id: DATABASE,
    migrations_dir: 'migrations',
  };
  const staging = { name: 'devcapsules-api-staging', d1_databases: [database] };
  writeFileSync(
    join(folder, 'wrangler.bound.staging.json'),
    JSON.stringify({ name: 'x', main: 'index.js', compatibility_date: '2026-10-01', env: { staging } }),
  );
});
afterAll(() => {
  api.stop();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  api.asked.length = 0;
  api.exist = true;
});

const edge = cloudflareEdge({ environment: 'staging', tag: 'v9.9.9', root, workers: ['api'] });
const posted = (end: string) =>
  api.asked.filter(({ method, path }) => method === 'POST' && path.endsWith(end));

/** wrangler itself, against Cloudflare's API as far as wrangler asks it. */
describe('an environment on Cloudflare', { timeout: 120_000 }, () => {
  test('is at the version that has most of the traffic', async () => {
    expect(await edge.current()).toEqual({ api: OLD });
    expect(api.asked[0]).toMatchObject({ authorization: 'Bearer a-token' });
    expect(api.asked[0]?.path).toMatch(/\/scripts\/devcapsules-api-staging\/deployments$/);
  });

  test('gets a version without traffic, named by its tag', async () => {
    expect(await edge.upload()).toEqual({ api: NEW });
    expect(posted('/versions')[0]?.body).toContain('"workers/tag":"v9.9.9"');
    expect(posted('/deployments')).toEqual([]);
  });

  test('shares traffic, and gives it back whole and at once', async () => {
    await edge.deploy({ api: NEW }, 10, { api: OLD });
    await edge.deploy({ api: OLD }, 100, { api: OLD });
    const [shared, back] = posted('/deployments').map(({ body }) => JSON.parse(body));
    expect(shared.versions).toEqual([
      { version_id: NEW, percentage: 10 },
      { version_id: OLD, percentage: 90 },
    ]);
    expect(back).toMatchObject({
      versions: [{ version_id: OLD, percentage: 100 }],
      code_update_strategy: { mode: 'immediate' },
    });
  });

  test('has its migrations applied, each with its record in one request', async () => {
    await edge.migrate();
    const queries = posted(`/d1/database/${DATABASE}/query`).map(({ body }) => body);
    expect(queries.filter(body => body.includes('CREATE TABLE a'))).toEqual([
      expect.stringContaining('0001_a.sql'),
    ]);
  });

  test('tells what its Workers answer, until it is asked no more', async () => {
    const event = (status: number) => ({
      ...{
        outcome: 'ok',
        scriptName: 'devcapsules-api-staging',
        exceptions: [],
        logs: [],
        eventTimestamp: 1,
      },
      event: {
        request: { url: 'https://x.example/a', method: 'GET', headers: {}, cf: {} },
        response: { status },
      },
      scriptVersion: { id: NEW },
    });
    api.tailEvents = [event(200), event(503)];
    const stop = new AbortController();
    const statuses: (number | undefined)[] = [];
    for await (const seen of edge.tail(stop.signal)) {
      expect(seen.scriptVersion?.id).toBe(NEW);
      statuses.push(seen.event?.response?.status);
      if (statuses.length === 2) stop.abort();
    }
    expect(statuses).toEqual([200, 503]);
  });

  test('that has no Workers yet is told to be no place for a deploy', async () => {
    api.exist = false;
    await expect(edge.current()).rejects.toThrow('This Worker does not exist');
    await expect(edge.tail(new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toThrow(
      'wrangler tail ended by itself',
    );
  });
});
