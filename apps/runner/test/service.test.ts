import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { endServices, run, slots, startService, uidBase } from './service.ts';

afterEach(endServices);

describe('the service as a process', () => {
  test('SIGTERM lets a running request end, then leaves nothing', async () => {
    const group = `devcapsules-term-${process.pid}`;
    const service = startService({ RUNNER_CGROUP: group, RUNNER_UID_BASE: uidBase(0) });
    const answer = run(await service.listening, 'import time; time.sleep(0.5); print("ended")');
    await new Promise(resolve => setTimeout(resolve, 200));
    service.child.kill('SIGTERM');
    expect((await answer).stdout).toBe('ended\n');
    expect(await service.exited).toBe(0);
    expect(slots(group)).toBe(0);
  });

  test('what a killed instance left is swept by the next, and a living one is left alone', async () => {
    const env = { RUNNER_CGROUP: `devcapsules-kill-${process.pid}`, RUNNER_UID_BASE: uidBase(1) };
    const killed = startService(env);
    await killed.listening;
    await expect.poll(() => slots(env.RUNNER_CGROUP)).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    await killed.exited;
    expect(slots(env.RUNNER_CGROUP)).toBeGreaterThan(0);

    const next = startService(env);
    const url = await next.listening;
    expect(next.output()).toContain('leftovers of earlier instances swept');
    const third = startService({ ...env, RUNNER_UID_BASE: uidBase(2) });
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
    const service = startService({
      RUNNER_CGROUP: `devcapsules-launcher-${process.pid}`,
      RUNNER_UID_BASE: uidBase(0),
    });
    await service.listening;
    const children = readFileSync(`/proc/${service.child.pid}/task/${service.child.pid}/children`, 'utf8');
    process.kill(Number(children.split(' ')[0]), 'SIGKILL');
    expect(await service.exited).toBe(1);
    expect(service.output()).toContain('the launcher of slots has ended');
  });
});
