import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Body, startTestRunner, type TestRunner } from './harness.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures/languages');
let stateDir: string;
let runner: TestRunner;

/** The fixtures' compiler is a script: what it compiles tells when it was compiled. */
const STAMP =
  'read when < /proc/sys/kernel/random/uuid; echo "warning: $when" >&2; echo "echo $when; cat; echo \\$1" > program\n';

async function start(env: Record<string, string> = {}) {
  runner = await startTestRunner(
    {
      RUNNER_STATE_DIR: stateDir,
      RUNNER_COMPILE_CACHE_MEMORY_MB: '8',
      RUNNER_COMPILE_CACHE_DISK_MB: '8',
      ...env,
    },
    undefined,
    FIXTURES,
  );
}

async function restart(env: Record<string, string> = {}) {
  await runner.close();
  await start(env);
}

beforeEach(async () => {
  stateDir = mkdtempSync('/var/lib/devcapsules-runner-test-');
  await start();
});
afterEach(async () => {
  await runner.close();
  rmSync(stateDir, { recursive: true });
});

async function answer(content: string, more: Body = {}) {
  const body = { language: 'scripted', version: '*', files: [{ content }], ...more };
  const { status, body: answered } = await runner.post('/api/v2/execute', body);
  expect(status, answered.message).toBe(200);
  return answered;
}

const kept = () => readdirSync(join(stateDir, 'compiled'));

describe('what was compiled before is not compiled again', () => {
  test('a hit answers the same: program, diagnostics, times of the compilation', async () => {
    const first = await answer(STAMP, { stdin: 'one' });
    const second = await answer(STAMP, { stdin: 'two' });
    expect(first.compile).toMatchObject({ status: null, stderr: expect.stringContaining('warning: ') });
    expect(second.compile).toEqual({ ...first.compile, cached: true });
    expect(second.run.stdout).toBe(first.run.stdout.replace('one', 'two'));
    await runner.stillStands();
  });

  test('it is remembered over a restart, and with memory turned off', async () => {
    const first = await answer(STAMP);
    await restart({ RUNNER_COMPILE_CACHE_MEMORY_MB: '0' });
    const second = await answer(STAMP);
    expect(second.compile).toEqual({ ...first.compile, cached: true });
    expect(second.run.stdout).toBe(first.run.stdout);
  });

  test('errors in sources are remembered, with what the compiler said', async () => {
    const wrong = 'read when < /proc/sys/kernel/random/uuid; echo "error: $when"; exit 1\n';
    const first = await answer(wrong);
    expect(first.compile).toMatchObject({ status: 'RE', code: 1 });
    expect((await answer(wrong)).compile).toEqual({ ...first.compile, cached: true });
  });

  test('another source, file name or limit is another program', async () => {
    const stdout = (await answer(STAMP)).run.stdout;
    const others = [
      await answer(`${STAMP}# other\n`),
      await answer(STAMP, { files: [{ content: STAMP }, { name: 'x', content: '' }] }),
      await answer(STAMP, { compile_timeout: 9000 }),
    ];
    expect(new Set([stdout, ...others.map(one => one.run.stdout)]).size).toBe(4);
  });

  test('running out of time is not remembered', async () => {
    const slow = 'while :; do :; done\n';
    const more = { compile_timeout: 300 };
    expect((await answer(slow, more)).compile?.status).toBe('TO');
    expect(kept()).toEqual([]);
    expect((await answer(slow, more)).compile?.status).toBe('TO');
  });

  test('a health check asks the compiler itself', async () => {
    const response = await fetch(`${runner.url}/health`);
    expect(response.status).toBe(200);
    expect(kept()).toEqual([]);
  });
});

describe('the folder of compiled programs', () => {
  test('only the service can enter it', async () => {
    await answer(STAMP);
    expect(statSync(join(stateDir, 'compiled')).mode & 0o777).toBe(0o700);
  });

  test('a file that was tampered with, cut or emptied is not believed', async () => {
    for (const spoil of [
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]),
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      () => Buffer.alloc(0),
      () => Buffer.from('x'.repeat(200)),
    ]) {
      await restart({ RUNNER_COMPILE_CACHE_MEMORY_MB: '0' });
      const before = await answer(STAMP);
      const path = join(stateDir, 'compiled', kept()[0] ?? '');
      writeFileSync(path, spoil(readFileSync(path)));
      const after = await answer(STAMP);
      expect(after.run.status).toBeNull();
      expect(after.run.stdout).not.toBe(before.run.stdout);
      expect((await answer(STAMP)).run.stdout).toBe(after.run.stdout);
    }
  });

  test('a file that vanished is compiled anew', async () => {
    await restart({ RUNNER_COMPILE_CACHE_MEMORY_MB: '0' });
    const before = await answer(STAMP);
    rmSync(join(stateDir, 'compiled', kept()[0] ?? ''));
    expect((await answer(STAMP)).run.stdout).not.toBe(before.run.stdout);
  });

  test('it stays within its size; what was used last stays', async () => {
    await restart({ RUNNER_COMPILE_CACHE_DISK_MB: '1', RUNNER_COMPILE_CACHE_MEMORY_MB: '0' });
    const big = (n: number) => `${STAMP}head -c 400000 /dev/zero | tr '\\\\0' '#' >> program # ${n}\n`;
    const first = await answer(big(1));
    const second = await answer(big(2));
    expect((await answer(big(1))).run.stdout).toBe(first.run.stdout);
    await answer(big(3));
    expect(kept()).toHaveLength(2);
    expect((await answer(big(1))).run.stdout).toBe(first.run.stdout);
    expect((await answer(big(2))).run.stdout).not.toBe(second.run.stdout);
  });

  test('nothing is kept when both are turned off', async () => {
    await restart({ RUNNER_COMPILE_CACHE_DISK_MB: '0', RUNNER_COMPILE_CACHE_MEMORY_MB: '0' });
    const first = await answer(STAMP);
    expect((await answer(STAMP)).run.stdout).not.toBe(first.run.stdout);
  });
});
