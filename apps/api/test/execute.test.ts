import { describe, expect, inject, it } from 'vitest';
import { ask } from './support.ts';

describe('execute', () => {
  it.each([
    ['python', 'import sys\nprint(input()[::-1], sys.argv[1:])', "cba ['x']\n"],
    [
      'javascript',
      'console.log([...require("fs").readFileSync(0, "utf8").trim()].reverse().join(""), process.argv.slice(2))',
      "cba [ 'x' ]\n",
    ],
  ])('runs %s with stdin and arguments', async (language, source_code, stdout) => {
    const { body } = await ask('POST', '/execute', {
      body: { language, source_code, stdin: 'abc\n', args: ['x'] },
    });
    expect(body.data).toMatchObject({ verdict: 'accepted', stdout, exitCode: 0 });
  });

  it('runs SQL on a database that the request builds', async () => {
    const body = {
      language: 'sql',
      setup: 'CREATE TABLE t(x); INSERT INTO t VALUES (3), (4)',
      source_code: 'SELECT sum(x) AS s FROM t',
    };
    const answer = await ask('POST', '/execute', { body });
    expect(answer.body.data).toMatchObject({ verdict: 'accepted', rows: { columns: ['s'], rows: [[7]] } });
  });

  it.each([
    ['python', 'raise SystemExit(3)', 'runtime_error'],
    ['python', 'while True: pass', 'time_limit'],
    ['python', 'x = bytearray(1 << 30)', 'memory_limit'],
    ['sql', 'SELEC', 'runtime_error'],
    [
      'sql',
      'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n',
      'time_limit',
    ],
  ])('answers failing %s with 200 and a verdict', async (language, source_code, verdict) => {
    const { status, body } = await ask('POST', '/execute', { body: { language, source_code } });
    expect([status, body.data.verdict]).toEqual([200, verdict]);
  });

  it('never lets SQL reach the application’s database', async () => {
    const { body } = await ask('POST', '/execute', {
      body: { language: 'sql', source_code: 'SELECT * FROM users' },
    });
    expect(body.data).toMatchObject({
      verdict: 'runtime_error',
      stderr: expect.stringContaining('no such table'),
    });
    const tables = await ask('POST', '/execute', {
      body: { language: 'sql', source_code: 'SELECT name FROM sqlite_schema' },
    });
    expect(tables.body.data.rows.rows).toEqual([]);
  });

  it('lists what can be run, with versions', async () => {
    const { body } = await ask('GET', '/execute/languages');
    const names = body.data.map(({ language }: { language: string }) => language);
    expect(names).toEqual(expect.arrayContaining(['python', 'javascript', 'sql']));
    for (const { version } of body.data) expect(version).toMatch(/^\d+\.\d+/);
  });
});

describe('a SQL Worker that Cloudflare stops', () => {
  const select = { body: { language: 'sql', source_code: 'SELECT 1' } };
  const rejecting = (message: string) => ({ SQL: { run: () => Promise.reject(new Error(message)) } });

  it('is a time limit for the learner', async () => {
    const answer = await ask('POST', '/execute', {
      ...select,
      env: rejecting('Worker exceeded CPU time limit.'),
    });
    expect(answer).toMatchObject({ status: 200, body: { data: { verdict: 'time_limit' } } });
  });

  it('is our error when it breaks in another way', async () => {
    const answer = await ask('POST', '/execute', { ...select, env: rejecting('out of luck') });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'INTERNAL' } } });
    expect(JSON.stringify(answer.body)).not.toContain('luck');
  });
});

describe('without a runner', () => {
  const env = { RUNNER_URL: 'http://127.0.0.1:9' };
  const python = { body: { language: 'python', source_code: 'print(1)' } };

  it('SQL works, the rest is 503 with Retry-After, and comes back by itself', async () => {
    const down = await ask('POST', '/execute', { ...python, env });
    expect(down).toMatchObject({ status: 503, body: { error: { code: 'RUNNER_UNAVAILABLE' } } });
    expect(Number(down.headers.get('retry-after'))).toBeGreaterThan(0);
    const sql = await ask('POST', '/execute', { body: { language: 'sql', source_code: 'SELECT 1' }, env });
    expect(sql.body.data.verdict).toBe('accepted');
    expect((await ask('GET', '/health/ready', { env })).body.data).toMatchObject({
      ready: true,
      runner: 'down',
    });
    const languages = await ask('GET', '/execute/languages', { env });
    expect(languages.body.data.map(({ language }: { language: string }) => language)).toEqual(['sql']);
    expect((await ask('POST', '/execute', python)).status).toBe(200);
  });
});

describe('a runner that misbehaves', () => {
  const python = { body: { language: 'python', source_code: 'print(1)' } };
  const broken = (mode: string) =>
    ask('POST', '/execute', {
      ...python,
      env: { RUNNER_URL: `http://127.0.0.1:${inject('doublePort')}/${mode}` },
    });

  it.each(['500', 'html', 'shape', 'cut', 'hang-up'])('is 503 without a word of its text: %s', async mode => {
    const { status, body, headers } = await broken(mode);
    expect([status, body.error.code]).toEqual([503, 'RUNNER_UNAVAILABLE']);
    expect(headers.get('retry-after')).not.toBeNull();
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('passes on how long its queue is full', async () => {
    const { body, headers } = await broken('429');
    expect([body.error.code, headers.get('retry-after')]).toEqual(['RUNNER_BUSY', '7']);
  });

  it.each(['unknown-status', 'fewer-cases'])('is never taken for success: %s', async mode => {
    expect((await broken(mode)).body.data.verdict).toBe('internal_error');
  });

  it('is refused by a real runner when the secret is wrong', async () => {
    const { status } = await ask('POST', '/execute', {
      ...python,
      env: { RUNNER_SECRET: 'not-the-shared-secret' },
    });
    expect(status).toBe(503);
  });
});
