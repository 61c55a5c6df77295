import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { descriptors, machine, processesByUid } from './leftovers.ts';
import { endServices, run, slots, startService, uidBase } from './service.ts';

const CLIENTS = 8;
const REPEATS = 3;
const group = `devcapsules-killed-${process.pid}`;
const uids = { base: Number(uidBase(0)), count: 1000 };
let stateDir: string;
beforeAll(async () => {
  // Not below /tmp, which slots have of their own.
  await mkdir('/var/lib/devcapsules-runner-tests', { recursive: true });
  stateDir = await mkdtemp('/var/lib/devcapsules-runner-tests/state-');
});
afterEach(endServices);
afterAll(() => rm(stateDir, { recursive: true }));

/** Programs that are under way when the service is killed: some compile, some spin, some write, some fork. */
const PROGRAMS = [
  ['python', 'import os\nos.fork()\nwhile True: pass'],
  [
    'python',
    'import os\nif os.fork() == 0: os.setsid()\nfor i in range(10**9): open(f"/tmp/{i % 50}", "w").write("x" * 9999)',
  ],
  ['javascript', 'for (;;);'],
  ['c', '#include "/dev/zero"\nint main() {}'],
  [
    'c++',
    'constexpr int f() { for (int i = 0;; i++) if (i < 0) return i; }\nstatic_assert(f());\nint main() {}',
  ],
  ['java', 'class Main { public static void main(String[] a) { for (;;); } }'],
] as const;

function ask(url: string, nth: number): Promise<void> {
  const [language, content] = PROGRAMS[nth % PROGRAMS.length] ?? PROGRAMS[0];
  const limits = { run_timeout: 25_000, compile_timeout: 25_000 };
  const body = JSON.stringify({ language, version: '*', files: [{ content }], ...limits });
  return fetch(`${url}/api/v2/execute`, { method: 'POST', body }).then(
    () => undefined,
    () => undefined, // the service is killed meanwhile
  );
}

/** What was being written below the state folder by a process, or by any. */
function unfinished(pid: number | string = ''): string[] {
  const names = readdirSync(stateDir, { recursive: true, encoding: 'utf8' });
  return names.filter(
    name => name.includes(`.unfinished-${pid}`) || (pid !== '' && name.includes(`.${pid}.`)),
  );
}

describe('a service that is killed while it is busy', () => {
  test(`leaves nothing that the next one does not sweep, ${REPEATS} times in a row`, async () => {
    const env = {
      RUNNER_CGROUP: group,
      RUNNER_UID_BASE: String(uids.base),
      RUNNER_STATE_DIR: stateDir,
      RUNNER_CONCURRENCY: String(CLIENTS),
    };
    const before = machine();
    const fdsBefore = descriptors();
    let service = startService(env);
    let url = await service.listening;
    for (let i = 0; i < REPEATS; i++) {
      if (url === null) throw new Error(service.output());
      const killed = url;
      const answers = Array.from({ length: CLIENTS }, (_, nth) => ask(killed, nth + i));
      await vi.waitFor(() => expect(slots(group)).toBeGreaterThan(CLIENTS), 10_000);
      await new Promise(resolve => setTimeout(resolve, 300 + 200 * i));
      const instances = globSync([`/sys/fs/cgroup/${group}/*-*-*`, `/sys/fs/cgroup/*/${group}/*-*-*`]);
      const launcherFolder = globSync(join(tmpdir(), `devcapsules-launcher-${service.child.pid}-*`));
      expect([instances.length > 0, launcherFolder.length]).toEqual([true, 1]);
      const pid = service.child.pid ?? 0;
      service.child.kill('SIGKILL');
      await service.exited;
      await Promise.all(answers);

      service = startService(env);
      url = await service.listening;
      expect(service.output()).toContain('leftovers of earlier instances swept');
      expect((await run(url, 'print("alive")')).stdout).toBe('alive\n');
      for (const path of [...instances, ...launcherFolder]) expect(existsSync(path), path).toBe(false);
      expect(unfinished(pid)).toEqual([]);
    }
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(0);
    expect(slots(group)).toBe(0);
    await vi.waitFor(() => expect(processesByUid(uids).size).toBe(0), 5000);
    expect(machine()).toEqual(before);
    expect(descriptors()).toEqual(fdsBefore);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(stateDir);
  }, 120_000);

  test('leaves nothing unfinished in the state folder either, were it killed while it sets that up', async () => {
    await rm(stateDir, { recursive: true });
    await mkdir(stateDir);
    const env = { RUNNER_CGROUP: group, RUNNER_UID_BASE: String(uids.base), RUNNER_STATE_DIR: stateDir };
    const killed = startService(env);
    await vi.waitFor(() => expect(unfinished()).not.toEqual([]), { timeout: 10_000, interval: 1 });
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(unfinished()).not.toEqual([]);
    const next = startService(env);
    expect((await run(await next.listening, 'print("alive")')).stdout).toBe('alive\n');
    expect(unfinished()).toEqual([]);
    next.child.kill('SIGTERM');
    expect(await next.exited).toBe(0);
  });
});
