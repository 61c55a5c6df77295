import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listenLocally } from '../../tools/lib/ports.ts';
import { CONDITIONS, judge } from './conditions.ts';
import { BACKLOG_QUERY, type Facts, runsQuery } from './facts.ts';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const WELL: Facts = {
  ready: { database: 'up', sql: 'up', runners: { up: 2, total: 2 } },
  status: {
    ...{ databaseBytes: 500_000, deadLetters: 0, events: { uncounted: 12, countedAt: ago(10) } },
    ...{ generations: { oldestQueuedAt: null }, mails: { oldestQueuedAt: ago(1) } },
  },
  budget: { spentUsd: 1, limitUsd: 20, circuit: { failures: 0 } },
  runs: { requests: 1_000, failures: 2, p95Ms: 400 },
  backlogs: { messages: 3 },
  missing: {},
};
const status = (more: Partial<NonNullable<Facts['status']>>): Partial<Facts> => ({
  status: WELL.status && { ...WELL.status, ...more },
});
const firing = (more: Partial<Facts>) =>
  judge({ ...WELL, ...more }, NOW)
    .filter(finding => finding.firing)
    .map(({ name }) => name);

const BAD: Record<string, Partial<Facts>> = {
  ApiUnready: { ready: { database: 'down', sql: 'up', runners: { up: 2, total: 2 } } },
  RunnersDown: { ready: { database: 'up', sql: 'up', runners: { up: 0, total: 2 } } },
  ErrorRate: { runs: { requests: 1_000, failures: 11, p95Ms: 400 } },
  SlowRuns: { runs: { requests: 10, failures: 0, p95Ms: 5_001 } },
  DeadLetters: status({ deadLetters: 1 }),
  QueueDepth: { backlogs: { messages: 1_001 } },
  GenerationsWait: status({ generations: { oldestQueuedAt: ago(11) } }),
  MailsWait: status({ mails: { oldestQueuedAt: ago(16) } }),
  CronLate: status({ events: { uncounted: 1, countedAt: ago(51) } }),
  BudgetNearlySpent: { budget: { spentUsd: 16.01, limitUsd: 20, circuit: { failures: 0 } } },
  ModelsFail: { budget: { spentUsd: 1, limitUsd: 20, circuit: { failures: 5 } } },
  DatabaseLarge: status({ databaseBytes: 6_000_000_001 }),
};

describe('conditions', () => {
  test('none holds where all is well, nor where nothing happens', () => {
    expect(firing({})).toEqual([]);
    const quiet = status({ events: { uncounted: 0, countedAt: ago(600) } });
    expect(firing({ ...quiet, runs: { requests: 0, failures: 0, p95Ms: 0 } })).toEqual([]);
    expect(firing({ ready: { database: 'up', sql: 'up', runners: { up: 1, total: 2 } } })).toEqual([]);
  });

  test.each(CONDITIONS.map(({ name }) => name))('%s fires alone when it is so', name => {
    expect(firing(BAD[name] ?? {})).toEqual([name]);
  });

  test('what can’t be measured is told, with why', () => {
    const blind = judge({ ...WELL, runs: null, missing: { runs: '403 no' } }, NOW).filter(one => one.firing);
    expect(blind.map(({ name }) => name)).toEqual(['ErrorRate', 'SlowRuns']);
    expect(blind[0]).toMatchObject({
      value: null,
      summary: 'Not to be told: 403 no',
      runbook: 'docs/runbooks/blind.md',
    });
  });
});

describe('the check', () => {
  /** The product and Cloudflare, in their forms; answers can be replaced. */
  let answers: Record<string, { status?: number; body: unknown }> = {};
  const asked: { path: string; authorization: string | undefined; access: unknown; body: string }[] = [];
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    if (path === '/hook') posted.push(body);
    asked.push({
      path,
      authorization: request.headers.authorization,
      access: request.headers['cf-access-client-id'],
      body,
    });
    const { status: code = 200, body: answer } = answers[path] ?? { status: 404, body: {} };
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  let url = '';
  beforeAll(async () => {
    url = await listenLocally(server);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    [asked.length, posted.length] = [0, 0];
    const wrapped = (data: unknown) => ({ body: { success: true, data } });
    const now = new Date().toISOString();
    answers = {
      '/health/ready': wrapped({ ready: true, ...WELL.ready, runner: 'up' }),
      '/api/v1/admin/status': wrapped({
        ...WELL.status,
        ...{ events: { uncounted: 1, countedAt: now }, mails: { queued: 0, oldestQueuedAt: null } },
      }),
      '/api/v1/admin/budget': wrapped({ ...WELL.budget, days: [] }),
      // As Analytics Engine has it: counts are text.
      '/accounts/acc/analytics_engine/sql': {
        body: { meta: [], data: [{ requests: '40', failures: '0', p95: 812.5 }], rows: 1 },
      },
      '/graphql': {
        body: {
          data: { viewer: { accounts: [{ queueBacklogAdaptiveGroups: [{ avg: { messages: 2 } }] }] } },
          errors: null,
        },
      },
      '/hook': { body: {} },
    };
  });

  async function check(): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'check.ts')], {
      env: {
        ...{
          PATH: process.env.PATH,
          ALERTS_URL: `${url}/`,
          ALERTS_ACCESS_ID: 'id',
          ALERTS_ACCESS_SECRET: 'secret',
        },
        ...{
          CLOUDFLARE_ACCOUNT_ID: 'acc',
          CLOUDFLARE_ANALYTICS_TOKEN: 'token',
          CLOUDFLARE_API_BASE_URL: url,
        },
        ALERT_WEBHOOK: `${url}/hook`,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => (output += text));
    const code = await new Promise<number | null>(resolve => child.on('close', resolve));
    return { code, output };
  }

  test('asks each source as it wants to be asked, and is content', async () => {
    const { code, output } = await check();
    expect(output).not.toContain('FIRING');
    expect(code).toBe(0);
    expect(posted).toEqual([]);
    expect(asked.find(({ path }) => path.endsWith('/sql'))).toMatchObject({
      ...{
        authorization: 'Bearer token',
        access: undefined,
        body: runsQuery('devcapsules_requests_production'),
      },
    });
    expect(asked.find(({ path }) => path === '/graphql')?.body).toContain(JSON.stringify(BACKLOG_QUERY));
    expect(asked.find(({ path }) => path.endsWith('/status'))).toMatchObject({
      access: 'id',
      authorization: undefined,
    });
  });

  test('fails, names the page to read, and posts it', async () => {
    answers['/api/v1/admin/budget'] = { body: { data: { ...WELL.budget, spentUsd: 19 } } };
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toContain('ticket: BudgetNearlySpent:');
    expect(posted.map(text => JSON.parse(text).text)).toEqual([
      expect.stringContaining('docs/runbooks/budget.md'),
    ]);
  });

  test('does not take a refusal, a sign-in page or an error of GraphQL for health', async () => {
    answers['/api/v1/admin/status'] = { status: 302, body: {} };
    answers['/accounts/acc/analytics_engine/sql'] = { status: 403, body: { error: 'no' } };
    answers['/graphql'] = { body: { data: null, errors: [{ message: 'unknown field' }] } };
    const { code, output } = await check();
    expect(code).toBe(1);
    for (const why of ['status: 302', 'runs: 403', 'backlogs: unknown field']) expect(output).toContain(why);
  });
});
