import { env } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import { PLANS } from '../src/plans.ts';
import { ask, Person } from './support.ts';

let person: Person;
beforeAll(async () => {
  person = await Person.signUp();
});
const batch = (language: string, source_code: string, cases: object[], more: object = {}) =>
  person.ask('POST', '/execute/batch', { body: { language, source_code, cases, ...more } });

it('a program is run on every input, in order, each in a process of its own', async () => {
  const source = 'import sys, os\nprint(input(), sys.argv[1:])\nopen("left", "x")\n';
  const inputs = Array.from({ length: 25 }, (_, i) => ({ stdin: `in ${i}`, args: [`${i}`] }));
  const { status, body } = await batch('python', source, inputs);
  expect(status).toBe(200);
  expect(body.data.cases.map((one: { stdout: string }) => one.stdout)).toEqual(
    inputs.map(({ stdin, args }) => `${stdin} ['${args[0]}']\n`),
  );
  expect(body.data.cases[0]).toMatchObject({ verdict: 'accepted', exitCode: 0, signal: null });
});

it('a program that does not compile has no outcomes, and says why', async () => {
  const { body } = await batch('c', 'int main(void) { return nothing; }', [{}, {}]);
  expect(body.data).toMatchObject({ cases: [], compile: { stderr: expect.stringContaining('nothing') } });
});

it('a program that spins does not cost its time limit two hundred times', async () => {
  const spins = Array.from({ length: 200 }, () => ({}));
  const { body } = await batch('python', 'while True: pass', spins, { limits: { timeMs: 100 } });
  const verdicts = body.data.cases.map((one: { verdict: string }) => one.verdict);
  expect(new Set(verdicts)).toEqual(new Set(['time_limit']));
  const ran = body.data.cases.filter((one: { timeMs: number }) => one.timeMs > 0);
  expect([body.data.cases.length, ran.length]).toEqual([200, 10]);
});

it.each([
  ['no cases', []],
  ['too many cases', Array.from({ length: 201 }, () => ({}))],
  ['an unknown field', [{ channel: 'x' }]],
])('a batch of %s is refused', async (_, cases) => {
  expect((await batch('python', 'print(1)', cases)).status).toBe(400);
});

it('is for those who are signed in, and not for SQL', async () => {
  const body = { language: 'python', source_code: '', cases: [{}] };
  expect((await ask('POST', '/execute/batch', { body })).body.error.code).toBe('UNAUTHENTICATED');
  expect((await batch('sql', 'SELECT 1', [{}])).status).toBe(400);
});

it('every case is one of the day’s executions; what could not be run is not counted', async () => {
  const free = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'creator' });
  const { id } = (await free.ask('GET', '/auth/session')).body.data.user;
  const used = async () =>
    (
      await env.DB.prepare("SELECT used FROM quota_usage WHERE key = ? AND kind = 'executions'")
        .bind(id)
        .first<{ used: number }>()
    )?.used;
  const run = (count: number, extra: Record<string, string> = {}) => {
    const cases = Array.from({ length: count }, () => ({}));
    const body = { language: 'python', source_code: 'print(1)', cases };
    return free.ask('POST', '/execute/batch', { body, env: extra });
  };
  expect((await run(3)).status).toBe(200);
  expect(await used()).toBe(3);
  expect((await run(5, { RUNNER_URL: 'http://127.0.0.1:9' })).status).toBe(503);
  expect(await used()).toBe(3);
  const day = new Date().toISOString().slice(0, 10);
  const left = PLANS.creator.executionsPerDay - 4;
  await env.DB.prepare("UPDATE quota_usage SET used = ? WHERE key = ? AND day = ? AND kind = 'executions'")
    .bind(left, id, day)
    .run();
  expect((await run(5)).body.error.code).toBe('QUOTA_EXCEEDED');
  expect(await used()).toBe(left);
  expect((await run(4)).status).toBe(200);
});
