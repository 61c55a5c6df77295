import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { clampDocument, factorialDocument } from '../../../packages/capsule/test/samples.ts';
import type { Seen } from './doubles/runners.setup.ts';
import { ask, Person } from './support.ts';

const base = `http://127.0.0.1:${inject('runnersPort')}`;
let tests = 0;
let person: Person;
beforeAll(async () => {
  person = await Person.signUp();
});

/** Runners of one test: their states are told apart by their addresses. */
function runners(...modes: string[]) {
  const tag = `t${tests++}`;
  const list = modes.map(mode => {
    const [, kind = '', name, weight = ''] = /^(piston\+)?([\w-]+?)(=\d+)?$/.exec(mode) ?? [];
    return `${kind}${base}/${name}/${tag}${weight}`;
  });
  const env = { RUNNER_URLS: list.join(','), RUNNER_OVERHEAD_MS: '1500' };
  const run = (source_code = 'print(1)', more: object = {}) =>
    person.ask('POST', '/execute', { body: { language: 'python', source_code, ...more }, env });
  const seen = async (mode: string): Promise<Seen[]> =>
    (await fetch(`${base}/seen/${mode}/${tag}`)).json() as Promise<Seen[]>;
  return { env, run, seen };
}

describe('several runners', () => {
  it('share the work by weight', async () => {
    const { run } = runners('well=3', 'also-well=1');
    const names: string[] = [];
    const random = vi.spyOn(Math, 'random');
    for (const drawn of [0, 0.3, 0.74, 0.76, 0.99]) {
      random.mockReturnValue(drawn);
      names.push((await run()).body.data.stdout);
    }
    random.mockRestore();
    expect(names).toEqual(['well', 'well', 'well', 'also-well', 'also-well']);
  });

  it.each(['500', 'cut', 'shape', '429', 'until-a-date', 'hang-up'])(
    'answer although one of them fails: %s',
    async mode => {
      const { run, seen } = runners(`${mode}=9999`, 'well=1');
      expect(await run()).toMatchObject({
        status: 200,
        body: { data: { verdict: 'accepted', stdout: 'well' } },
      });
      expect(await seen(mode)).toHaveLength(1);
      expect(await seen('well')).toHaveLength(1);
    },
  );

  it('answer long before the deadline although one of them hangs, which is then knocked at and gets no program', async () => {
    const { env, run, seen } = runners('hung=9999', 'well=1');
    const patient = { ...env, RUNNER_OVERHEAD_MS: '60000' };
    const startMs = performance.now();
    const first = await person.ask('POST', '/execute', {
      ...{ body: { language: 'python', source_code: 'print(1)' }, env: patient },
    });
    expect(first.body.data).toMatchObject({ verdict: 'accepted', stdout: 'well' });
    expect(performance.now() - startMs).toBeLessThan(30_000);
    for (let i = 0; i < 3; i++) expect((await run()).body.data.stdout).toBe('well');
    const programs = (await seen('hung')).filter(({ path }) => path.endsWith('/batch'));
    expect(programs).toHaveLength(1);
  });

  it('that take long but show signs of life are waited for', async () => {
    const { env, seen } = runners('long-run');
    const body = { language: 'python', source_code: 'print(1)' };
    const { body: answer } = await person.ask('POST', '/execute', {
      ...{ body, env: { ...env, RUNNER_OVERHEAD_MS: '60000' } },
    });
    expect(answer.data).toMatchObject({ verdict: 'accepted', stdout: 'long-run' });
    const paths = (await seen('long-run')).map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(['batch', 'runtimes', 'runtimes']);
  });

  it('that hang are no trial of a learner’s: only a knock that is answered opens the way', async () => {
    const { run, seen } = runners('hung');
    expect((await run()).status).toBe(503);
    await new Promise(resolve => setTimeout(resolve, 1_100));
    expect((await run()).status).toBe(503);
    const paths = (await seen('hung')).map(({ path }) => path.split('/').at(-1));
    expect(paths.filter(path => path === 'batch')).toHaveLength(1);
    expect(paths.at(-1)).toBe('runtimes');
  });

  it('whose proxy says 404 for a while are no stock Pistons for it', async () => {
    const { run, seen } = runners('lost-at-first');
    expect((await run()).status).toBe(503);
    expect((await run()).body.data).toMatchObject({ verdict: 'accepted', stdout: 'lost-at-first' });
    expect((await seen('lost-at-first')).at(-1)?.path).toBe('/api/v2/execute/batch');
  });

  it('are left alone for as long as they say', async () => {
    const { run, seen } = runners('429=9999', 'well=1');
    await run();
    await run();
    await run();
    expect(await seen('429')).toHaveLength(1);
    expect(await seen('well')).toHaveLength(3);
  });

  it('are named by none when all are full or away, with the time to come again', async () => {
    const { run } = runners('429', 'until-a-date', '500');
    const full = await run();
    expect([full.status, full.body.error.code]).toEqual([503, 'RUNNER_BUSY']);
    expect(full.headers.get('retry-after')).toBe('7');
    const away = await runners('500', 'cut').run();
    expect([away.status, away.body.error.code]).toEqual([503, 'RUNNER_UNAVAILABLE']);
    expect(JSON.stringify(away.body)).not.toMatch(/secret|127\.0\.0\.1/);
  });

  it('that fail three times in a row are spared, then tried by one program', async () => {
    const { run, seen } = runners('sick-at-first');
    for (let i = 0; i < 3; i++) expect((await run()).status).toBe(503);
    const spared = await run();
    expect(spared.body.error.code).toBe('RUNNER_UNAVAILABLE');
    expect(Number(spared.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await seen('sick-at-first')).toHaveLength(3);
    await new Promise(resolve => setTimeout(resolve, 1_100));
    const statuses = (await Promise.all([run(), run()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 503]);
    expect((await run()).status).toBe(200);
  });

  it('tell readiness how many of them are up, and whether programs run', async () => {
    const { env } = runners('well', '500');
    const { body } = await ask('GET', '/health/ready', { env });
    expect(body.data).toMatchObject({ ready: true, runner: 'up', runners: { up: 1, total: 2 } });
  });

  it('get the request’s id and trace, and a name for its asker that tells nothing', async () => {
    const { env, seen } = runners('well');
    const body = { language: 'python', source_code: 'print(1)' };
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const headers = { 'x-request-id': 'my-request-1', traceparent };
    await person.ask('POST', '/execute', { body, env, headers });
    await (await Person.signUp()).ask('POST', '/execute', { body, env, headers });
    const [one, two] = (await seen('well')).map(call => call.headers);
    expect(one).toMatchObject({ 'x-request-id': 'my-request-1' });
    expect(one?.traceparent).toMatch(
      /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-0/,
    );
    expect(one?.['x-devcapsules-caller']).toMatch(/^[0-9a-f]{32}$/);
    expect(two?.['x-devcapsules-caller']).not.toBe(one?.['x-devcapsules-caller']);
    const { id } = (await person.ask('GET', '/auth/session')).body.data.user;
    expect(JSON.stringify(one)).not.toContain(id);
  });

  it('are named in the request’s log line, with how often was tried', async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    await runners('500=9999', 'well=1').run();
    spy.mockRestore();
    const entry = JSON.parse(lines.at(-1) ?? '{}');
    expect(entry.runner).toMatchObject([{ outcome: 'broken' }, { outcome: 'ok' }]);
  });
});

describe('a stock Piston', () => {
  it.each([
    ['exits', 'runtime_error', 3, null],
    ['aborts', 'runtime_error', null, 'SIGABRT'],
    ['killed', 'runtime_error', null, 'SIGKILL'],
    ['spins', 'time_limit', null, 'SIGKILL'],
    ['hoards', 'memory_limit', null, 'SIGKILL'],
    ['hoards_in_a_child', 'memory_limit', 137, null],
    ['floods', 'output_limit', null, 'SIGKILL'],
    ['floods_stderr', 'output_limit', null, 'SIGKILL'],
    ['breaks', 'internal_error', null, null],
    ['killed_by_an_old_one', 'runtime_error', null, 'SIGKILL'],
  ])('has its ends told truly: %s', async (word, verdict, exitCode, signal) => {
    const { data } = await onStock(`ends: ${word}`);
    expect(data).toMatchObject({ verdict, exitCode, signal });
  });

  it('gets standard input, and no signature', async () => {
    const { data, seen } = await onStock('echo', 'in');
    expect(data).toMatchObject({ verdict: 'accepted', stdout: 'in|', timeMs: 12 });
    expect(seen[0]?.headers).not.toHaveProperty('x-devcapsules-signature');
  });

  it('that does not compile it says so', async () => {
    const { data } = await onStock('ends: does_not_compile');
    expect(data).toMatchObject({ verdict: 'compile_error', compile: { stderr: 'main.c:1: error' } });
  });

  it('is asked for what it gives, and not at all for what it does not', async () => {
    const { run, seen } = runners('piston+stock');
    const refused = await run();
    expect([refused.status, refused.body.error.code]).toEqual([503, 'RUNNER_UNAVAILABLE']);
    expect(await seen('stock')).toHaveLength(1);
    await run();
    expect(await seen('stock')).toHaveLength(1);
  });

  /** A capsule of two seconds: more than 3 s are not to be had. */
  async function onStock(source_code: string, stdin = '') {
    const { env, seen } = runners('piston+stock');
    const tests = [{ name: 'one', stdin: '', expected: '' }];
    const judge = { kind: 'stdio' };
    const document = { ...clampDocument, language: 'c', judge, tests, limits: { timeMs: 2_000 } };
    const { id } = (await person.ask('POST', '/capsules', { body: document })).body.data;
    const answer = await person.ask('POST', `/capsules/${id}/run`, { body: { source_code, stdin }, env });
    return { data: answer.body.data.execution, seen: await seen('stock') };
  }
});

describe('a runner that knows no batches', () => {
  const loop = (end: string) => ({ language: 'python', source_code: `import sys\n${end}` });

  it('is asked case by case, and for a batch only once', async () => {
    const { env, seen } = runners('no-batch');
    const tests = ['abc', 'xyz', '12'].map(stdin => ({
      name: stdin,
      stdin,
      expected: [...stdin].reverse().join(''),
    }));
    const document = { ...clampDocument, judge: { kind: 'stdio' }, tests };
    const { id } = (await person.ask('POST', '/capsules', { body: document })).body.data;
    const body = { source_code: 'print(input()[::-1])' };
    const first = await person.ask('POST', `/capsules/${id}/submit`, { body, env });
    expect(first.body.data).toMatchObject({ verdict: 'accepted', passed: 3 });
    await person.ask('POST', `/capsules/${id}/submit`, { body, env });
    const paths = (await seen('no-batch')).map(({ path }) => path.split('/').at(-1));
    expect(paths.slice(0, 2)).toEqual(['batch', 'runtimes']);
    expect(paths.slice(2)).toEqual(Array.from({ length: 6 }, () => 'execute'));
  });

  it.each([
    ['sys.exit(4)', 'runtime_error'],
    ['while True: pass', 'time_limit'],
    ['x = bytearray(1 << 30)', 'memory_limit'],
  ])('has the verdicts of one that does: %s', async (end, verdict) => {
    const { env } = runners('no-batch');
    const patient = { ...env, RUNNER_OVERHEAD_MS: '20000' };
    const { body } = await person.ask('POST', '/execute', { body: loop(end), env: patient });
    expect(body.data.verdict).toBe(verdict);
  });

  const judged = [
    {
      title: 'Python',
      document: clampDocument,
      wrong: 'def clamp(x, low, high):\n    print("5")\n    return x\n',
      forged:
        'import os\nfor fd in range(3, 9):\n    try: os.write(fd, b"ready\\n{}\\n")\n    except OSError: pass\n',
    },
    {
      title: 'JavaScript',
      document: {
        ...clampDocument,
        language: 'javascript',
        starter: 'function clamp(x, low, high) {}\n',
        solution: 'function clamp(x, low, high) { return Math.max(low, Math.min(x, high)); }\n',
      },
      wrong: 'function clamp(x, low, high) { console.log("5"); return x; }\n',
      forged: 'require("fs").writeSync(4, "ready\\n{}\\n"); function clamp() { return 5; }\n',
    },
  ];
  it.each(judged)('judges functions and standard input in $title', async ({ document, wrong, forged }) => {
    const { env } = runners('no-batch');
    const { id } = (await person.ask('POST', '/capsules', { body: document })).body.data;
    const submit = async (source_code: string) =>
      (await person.ask('POST', `/capsules/${id}/submit`, { body: { source_code }, env })).body.data;
    expect(await submit(document.solution)).toMatchObject({ verdict: 'accepted', passed: 3, total: 3 });
    const failed = await submit(wrong);
    expect(failed).toMatchObject({ verdict: 'wrong_answer', passed: 1 });
    expect(failed.tests[0].stdout).toBe('5\n');
    expect((await submit(forged)).verdict).not.toBe('accepted');
  });

  it('leaves test programs to runners that keep a secret', async () => {
    const { env } = runners('no-batch');
    const { id } = (await person.ask('POST', '/capsules', { body: factorialDocument })).body.data;
    const submit = { body: { source_code: factorialDocument.solution }, env };
    const { status, body } = await person.ask('POST', `/capsules/${id}/submit`, submit);
    expect([status, body.error.code]).toEqual([503, 'RUNNER_UNAVAILABLE']);
  });
});
