import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestRunner } from './harness.ts';
import { endServices, startService, uidBase } from './service.ts';

afterEach(endServices);

describe('a service that cannot start', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a secret is missing', { RUNNER_HOST: '0.0.0.0' }, /RUNNER_SECRET is required/],
    ['a number is none', { RUNNER_QUEUE: 'many' }, /RUNNER_QUEUE/],
    ['a secret is short', { RUNNER_SECRET: 'short' }, /RUNNER_SECRET/],
    ['limits contradict', { RUNNER_MEMORY_MB: '2000' }, /RUNNER_MEMORY_MB is larger/],
  ])('it ends with one line when %s', async (_, env, line) => {
    const service = startService(env);
    expect(await service.listening).toBe(null);
    expect(await service.exited).toBe(1);
    expect(service.output().trim().split('\n')).toEqual([expect.stringMatching(line)]);
  });

  test('it ends with one line when its port is taken', async () => {
    const runner = await startTestRunner();
    const service = startService({ RUNNER_PORT: new URL(runner.url).port, RUNNER_UID_BASE: uidBase(0) });
    expect(await service.exited).toBe(1);
    // An earlier instance's leftovers, swept at start, may be told before it.
    expect(service.output().trim().split('\n').at(-1)).toMatch(
      /^devcapsules-runner: cannot listen: .*EADDRINUSE/,
    );
    await runner.close();
  });

  test('it ends with one line that names the package when bubblewrap is missing', async () => {
    const service = startService({}, { mask: '/usr/bin' });
    expect(await service.exited).toBe(1);
    expect(service.output()).toBe(
      'devcapsules-runner: /usr/bin/bwrap is missing: install the apt package bubblewrap\n',
    );
  });

  test('a language whose toolchain is missing is left out, and the log names the package', async () => {
    const service = startService(
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
});
