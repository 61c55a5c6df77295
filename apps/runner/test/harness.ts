/** Starts a runner of its own for a test file, speaks to it over HTTP, and counts what it leaves behind. */

import { expect, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { Log } from '../src/log.ts';
import { type Runner, startRunner } from '../src/runner.ts';
import { descriptors, filesOf, machine, processesByUid, slotFolders } from './leftovers.ts';
import { type Load, startLoad } from './load.ts';

export interface Stage {
  stdout: string;
  stderr: string;
  output: string;
  code: number | null;
  signal: string | null;
  message: string | null;
  status: string | null;
  cpu_time: number;
  wall_time: number;
  memory: number;
  truncated: { stdout: boolean; stderr: boolean };
  channel?: string;
}

export interface Answer {
  language: string;
  version: string;
  compile?: Stage;
  run: Stage;
  cases: Stage[];
  message: string;
}

export type Body = Record<string, unknown>;

const UID_COUNT = 100;
/** A range of this process's own: another run of the tests may be under way on the same machine. */
const UID_BASE = 1_000_000 + (process.pid % 10_000) * 2000;
const WAIT = { timeout: 3000 };
/** Clients that keep every runner busy with honest programs while a test goes on; none unless asked for. */
const { RUNNER_TEST_LOAD = '0' } = process.env;
const LOAD = Number(RUNNER_TEST_LOAD);
let started = 0;

export interface TestRunner {
  runner: Runner;
  url: string;
  /** Posts JSON and returns status and parsed body. */
  post(path: string, body: unknown): Promise<{ status: number; headers: Headers; body: Answer }>;
  /** Runs one program; fails the test unless it is answered with 200. */
  run(language: string, content: string, more?: Body): Promise<Stage>;
  batch(language: string, content: string, cases: Body[], more?: Body): Promise<Stage[]>;
  /** Asserts that an honest program still runs in each language, and that nothing of the others is left. */
  stillStands(): Promise<void>;
  /** Whether a uid is one of this runner's slots. */
  ownsUid(uid: number): boolean;
  close(): Promise<void>;
}

/** `env` overrides the settings of the test runner: a small pool on a free port. */
export async function startTestRunner(
  env: Record<string, string> = {},
  log: Log = () => undefined,
  languagesDir?: string,
): Promise<TestRunner> {
  const group = `devcapsules-test-${process.pid}-${started}`;
  const uids = { base: UID_BASE + UID_COUNT * started++, count: UID_COUNT };
  const config = readConfig({
    RUNNER_PORT: '0',
    RUNNER_POOL_SIZE: '1',
    RUNNER_CGROUP: group,
    RUNNER_UID_BASE: String(uids.base),
    RUNNER_UID_COUNT: String(UID_COUNT),
    // What an earlier run of the tests compiled would hide a compiler that fails.
    RUNNER_COMPILE_CACHE_MEMORY_MB: '0',
    RUNNER_COMPILE_CACHE_DISK_MB: '0',
    ...(LOAD > 0 ? { RUNNER_CONCURRENCY: String(LOAD + 2), RUNNER_QUEUE: '200' } : {}),
    ...env,
  });
  const runner = await startRunner(config, log, languagesDir);
  await runner.settled();
  const before = { machine: machine(), descriptors: descriptors() };
  const load: Load | null = LOAD > 0 ? startLoad(runner, LOAD) : null;

  async function post(path: string, body: unknown) {
    const response = await fetch(`${runner.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    return { status: response.status, headers: response.headers, body: answer };
  }

  async function ok(path: string, body: Body): Promise<Answer> {
    const answer = await post(path, { version: '*', ...body });
    expect(answer, answer.body.message).toMatchObject({ status: 200 });
    return answer.body;
  }

  const run: TestRunner['run'] = async (language, content, more = {}) =>
    (await ok('/api/v2/execute', { language, files: [{ content }], ...more })).run;

  /** Processes, cgroups, mounts, files, descriptors. */
  async function nothingLeft(): Promise<void> {
    const stats = await runner.settled();
    const ready = Object.values(stats.ready).reduce((sum, count) => sum + count, 0);
    expect(stats.slots, 'slots that are neither ready nor gone').toBe(ready);
    expect(slotFolders(group).size, 'cgroups').toBe(ready);
    // What was orphaned by a kill is reaped by the machine's own pid 1, in its own time.
    await vi.waitFor(() => expect(processesByUid(uids).size).toBe(ready), WAIT);
    const processes = processesByUid(uids);
    // bubblewrap, init, the waiting interpreter
    for (const [uid, count] of processes) expect(count, `processes of uid ${uid}`).toBeLessThanOrEqual(3);
    expect(machine(), 'mounts and System V objects').toEqual(before.machine);
    expect(filesOf(uids, [config.stateDir]), 'files of programs').toEqual([]);
    await vi.waitFor(() => expect(descriptors(), 'descriptors').toEqual(before.descriptors), WAIT);
  }

  return {
    runner,
    url: runner.url,
    post,
    run,
    async batch(language, content, cases, more = {}) {
      const body = { language, files: [{ content }], cases, ...more };
      return (await ok('/api/v2/execute/batch', body)).cases;
    },
    ownsUid: uid => uid >= uids.base && uid < uids.base + uids.count,
    async stillStands() {
      await load?.pause();
      for (const { id, hello } of runner.languages) {
        const { stdout, status } = await run(id, hello.source);
        expect({ id, stdout, status }).toEqual({ id, stdout: hello.stdout, status: null });
      }
      await nothingLeft();
      load?.resume();
    },
    async close() {
      await load?.pause();
      await runner.close();
      await vi.waitFor(() => expect(processesByUid(uids).size).toBe(0), WAIT);
      expect(slotFolders(group).size, 'cgroups after the end').toBe(0);
    },
  };
}
