import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { SIGNATURE_HEADER, sign, TIMESTAMP_HEADER } from '../src/http/signature.ts';
import { type Answer, startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner | undefined;
afterEach(async () => {
  await runner?.close();
  runner = undefined;
});

const MAIN = join(import.meta.dirname, '../src/main.ts');
const body = (content: string, more = {}) =>
  JSON.stringify({ language: 'python', version: '*', files: [{ content }], ...more });

/** Starts a copy of the service that any user may read: the checkout may lie in a folder of root's own. */
function readableCopy(folder: string): string[] {
  const root = join(import.meta.dirname, '../../..');
  const libraries = [
    ...['@hono/node-server', 'hono', 'semver', 'zod', 'ws'],
    ...['prom-client', '@opentelemetry/api', 'tdigest', 'bintrees'],
  ].map(name => `node_modules/${name}`);
  for (const part of ['apps/runner/src', 'apps/runner/native', 'apps/runner/package.json', ...libraries])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  copyFileSync(realpathSync(process.execPath), join(folder, 'node'));
  return [join(folder, 'node'), join(folder, 'apps/runner/src/main.ts')];
}

describe('signed requests', () => {
  const secret = 'a-secret-of-the-tests';
  const path = '/api/v2/execute';

  async function send(options: {
    secret?: string;
    timestamp?: string;
    signed?: string;
    method?: string;
    path?: string;
  }) {
    const sent = body('print("in")');
    const timestamp = options.timestamp ?? String(Date.now());
    const signature = sign(options.secret ?? secret, {
      method: options.method ?? 'POST',
      path: options.path ?? path,
      timestamp,
      body: Buffer.from(options.signed ?? sent),
    });
    const headers = { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signature };
    const response = await fetch(`${runner?.url}${path}`, { method: 'POST', body: sent, headers });
    return response.status;
  }

  test('only a fresh signature over this method, path and body is let in, on loopback too', async () => {
    runner = await startTestRunner({ RUNNER_SECRET: secret });
    expect(await send({})).toBe(200);
    expect(await send({ timestamp: String(Date.now() - 50_000) })).toBe(200);
    expect(await send({ timestamp: String(Date.now() - 61_000) })).toBe(401);
    expect(await send({ timestamp: String(Date.now() + 61_000) })).toBe(401);
    expect(await send({ timestamp: 'now' })).toBe(401);
    expect(await send({ secret: 'another-secret-of-the-tests' })).toBe(401);
    expect(await send({ signed: body('print("other")') })).toBe(401);
    expect(await send({ method: 'GET' })).toBe(401);
    expect(await send({ path: '/api/v2/execute/batch' })).toBe(401);
    for (const closed of ['/capabilities', '/metrics', '/api/v2/runtimes', '/nothing', '/health/'])
      expect((await fetch(`${runner.url}${closed}`)).status).toBe(401);
    expect((await fetch(`${runner.url}/health`)).status).toBe(200);
  });
});

describe('admission', () => {
  const sleep = body('import time; time.sleep(0.4)');
  const post = (sent: string, signal?: AbortSignal) =>
    fetch(`${runner?.url}/api/v2/execute`, { method: 'POST', body: sent, ...(signal ? { signal } : {}) });

  test('beyond the queue a request is turned away at once, and told when to come back', async () => {
    runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1' });
    const first = post(sleep);
    const second = post(sleep);
    await new Promise(resolve => setTimeout(resolve, 100));
    const third = await post(sleep);
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('1');
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    await runner.stillStands();
  });

  test('a client that goes away frees its place, queued or running, and its run is killed', async () => {
    runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1' });
    const endless = body('while True: pass', { run_timeout: 20_000 });
    const [running, queued] = [new AbortController(), new AbortController()];
    const answers = Promise.allSettled([post(endless, running.signal), post(endless, queued.signal)]);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect((await post(sleep)).status).toBe(429);
    queued.abort();
    await new Promise(resolve => setTimeout(resolve, 100));
    const next = post(body('print("next")'));
    running.abort();
    const { run } = (await (await next).json()) as Answer;
    expect(run.stdout).toBe('next\n');
    expect((await answers).map(one => one.status)).toEqual(['rejected', 'rejected']);
    await runner.stillStands();
  });

  test('many clients at once are all served, each with its own answer', async () => {
    runner = await startTestRunner();
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        const { run } = (await (await post(body(`print(${i})`))).json()) as Answer;
        return run.stdout;
      }),
    );
    expect(answers).toEqual(Array.from({ length: 24 }, (_, i) => `${i}\n`));
    await runner.stillStands();
  });
});

describe('the service as a process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  interface Service {
    child: ChildProcess;
    output(): string;
    /** Resolves with the url once it listens, or null when it ended before. */
    listening: Promise<string | null>;
    exited: Promise<number | null>;
  }

  /** `mask` hides a folder of the machine from the service. */
  function start(
    env: Record<string, string>,
    options: { uid?: number; mask?: string; command?: string[] } = {},
  ): Service {
    const hide = [
      'unshare',
      '--mount',
      'sh',
      '-c',
      'mount -t tmpfs none "$0" && exec "$@"',
      options.mask ?? '',
    ];
    const command = options.command ?? [process.execPath, MAIN];
    const [file = '', ...args] = [...(options.mask ? hide : []), ...command];
    const child = spawn(file, args, {
      cwd: '/',
      env: { PATH: '/usr/sbin:/usr/bin', RUNNER_PORT: '0', RUNNER_POOL_SIZE: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    children.push(child);
    let output = '';
    const exited = once(child, 'close').then(([code]) => code as number | null);
    const listening = new Promise<string | null>(resolve => {
      const hear = (bytes: Buffer) => {
        output += bytes;
        const url = /"url":"([^"]+)"/.exec(output)?.[1];
        if (url) resolve(url);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      void exited.then(() => resolve(null));
    });
    return { child, output: () => output, listening, exited };
  }

  const uidBase = (nth: number) => String(30_000_000 + (process.pid % 10_000) * 3000 + nth * 1000);
  const slots = (group: string) =>
    globSync([`/sys/fs/cgroup/${group}/*/slot-*`, `/sys/fs/cgroup/*/${group}/*/slot-*`]).length;

  async function run(url: string | null, content: string): Promise<Answer['run']> {
    const response = await fetch(`${url}/api/v2/execute`, { method: 'POST', body: body(content) });
    return ((await response.json()) as Answer).run;
  }

  test('SIGTERM lets a running request end, then leaves nothing', async () => {
    const group = `devcapsules-term-${process.pid}`;
    const service = start({ RUNNER_CGROUP: group, RUNNER_UID_BASE: uidBase(0) });
    const answer = run(await service.listening, 'import time; time.sleep(0.5); print("ended")');
    await new Promise(resolve => setTimeout(resolve, 200));
    service.child.kill('SIGTERM');
    expect((await answer).stdout).toBe('ended\n');
    expect(await service.exited).toBe(0);
    expect(slots(group)).toBe(0);
  });

  test('what a killed instance left is swept by the next, and a living one is left alone', async () => {
    const env = { RUNNER_CGROUP: `devcapsules-kill-${process.pid}`, RUNNER_UID_BASE: uidBase(1) };
    const killed = start(env);
    await killed.listening;
    await expect.poll(() => slots(env.RUNNER_CGROUP)).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(slots(env.RUNNER_CGROUP)).toBeGreaterThan(0);

    const next = start(env);
    const url = await next.listening;
    expect(next.output()).toContain('leftovers of earlier instances swept');
    const third = start({ ...env, RUNNER_UID_BASE: uidBase(2) });
    await third.listening;
    expect(third.output()).not.toContain('swept');
    expect((await run(url, 'print("alive")')).stdout).toBe('alive\n');
    for (const service of [next, third]) {
      service.child.kill('SIGTERM');
      expect(await service.exited).toBe(0);
    }
    expect(slots(env.RUNNER_CGROUP)).toBe(0);
  });

  test('without its launcher the service ends, so that whoever keeps it running starts it anew', async () => {
    const service = start({
      RUNNER_CGROUP: `devcapsules-launcher-${process.pid}`,
      RUNNER_UID_BASE: uidBase(0),
    });
    await service.listening;
    const children = readFileSync(`/proc/${service.child.pid}/task/${service.child.pid}/children`, 'utf8');
    process.kill(Number(children.split(' ')[0]), 'SIGKILL');
    expect(await service.exited).toBe(1);
    expect(service.output()).toContain('the launcher of slots has ended');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a secret is missing', { RUNNER_HOST: '0.0.0.0' }, /RUNNER_SECRET is required/],
    ['a number is none', { RUNNER_QUEUE: 'many' }, /RUNNER_QUEUE/],
    ['a secret is short', { RUNNER_SECRET: 'short' }, /RUNNER_SECRET/],
    ['limits contradict', { RUNNER_MEMORY_MB: '2000' }, /RUNNER_MEMORY_MB is larger/],
  ])('it ends with one line when %s', async (_, env, line) => {
    const service = start(env);
    expect(await service.listening).toBe(null);
    expect(await service.exited).toBe(1);
    expect(service.output().trim().split('\n')).toEqual([expect.stringMatching(line)]);
  });

  test('it ends with one line when its port is taken', async () => {
    runner = await startTestRunner();
    const service = start({ RUNNER_PORT: new URL(runner.url).port, RUNNER_UID_BASE: uidBase(0) });
    expect(await service.exited).toBe(1);
    // An earlier instance's leftovers, swept at start, may be told before it.
    expect(service.output().trim().split('\n').at(-1)).toMatch(/^devcapsules-runner: cannot listen: .*EADDRINUSE/);
  });

  test('it ends with one line that names the package when bubblewrap is missing', async () => {
    const service = start({}, { mask: '/usr/bin' });
    expect(await service.exited).toBe(1);
    expect(service.output()).toBe(
      'devcapsules-runner: /usr/bin/bwrap is missing: install the apt package bubblewrap\n',
    );
  });

  test('a language whose toolchain is missing is left out, and the log names the package', async () => {
    const service = start(
      { RUNNER_UID_BASE: uidBase(0) },
      { mask: join('/usr/lib', basename(realpathSync('/usr/bin/python3'))) },
    );
    await service.listening;
    service.child.kill('SIGTERM');
    await service.exited;
    expect(service.output()).toContain('install the apt package python3');
    const languages = /"languages":"([^"]*)"/.exec(service.output())?.[1]?.split(' ');
    expect(languages).toContain('javascript');
    expect(languages).not.toContain('python');
  });

  test('without root, full isolation is refused; degraded is entered by name and says what it lacks', async () => {
    const uid = 65_534;
    const home = mkdtempSync(join(tmpdir(), 'devcapsules-runner-'));
    chmodSync(home, 0o777);
    const env = { RUNNER_STATE_DIR: join(home, 'state') };
    const command = readableCopy(home);
    try {
      const refused = start(env, { uid, command });
      expect(await refused.exited).toBe(1);
      expect(refused.output()).toMatch(
        /^devcapsules-runner: full isolation needs root; RUNNER_ISOLATION=degraded/,
      );

      const degraded = start({ ...env, RUNNER_ISOLATION: 'degraded' }, { uid, command });
      const url = await degraded.listening;
      expect(url, degraded.output()).not.toBe(null);
      expect(degraded.output()).toContain('"not held"');
      const capabilities = (await (await fetch(`${url}/capabilities`)).json()) as { not_held: string[] };
      expect(capabilities).toMatchObject({ isolation: 'degraded' });
      expect(capabilities.not_held.join()).toContain('memory of all processes together');

      expect(await run(url, 'print("hi")')).toMatchObject({ stdout: 'hi\n', status: null });
      expect((await run(url, 'x = bytearray(2_000_000_000)')).stderr).toContain('MemoryError');
      expect(await run(url, 'while True: pass')).toMatchObject({ status: 'TO' });
      expect((await run(url, 'import os\nwhile True: os.fork()')).status).not.toBe(null);
      expect((await run(url, 'open("/etc/shadow")')).status).toBe('RE');
      expect(await run(url, 'print("still")')).toMatchObject({ stdout: 'still\n', status: null });
      degraded.child.kill('SIGTERM');
      expect(await degraded.exited).toBe(0);
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});
