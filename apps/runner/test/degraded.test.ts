import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { endServices, readableCopy, run, startService } from './service.ts';

afterEach(endServices);

describe('the service without root', () => {
  test('without root, full isolation is refused; degraded is entered by name and says what it lacks', async () => {
    const uid = 65_534;
    const home = mkdtempSync(join(tmpdir(), 'devcapsules-runner-'));
    chmodSync(home, 0o777);
    const env = { RUNNER_STATE_DIR: join(home, 'state') };
    const command = readableCopy(home);
    try {
      const refused = startService(env, { uid, command });
      expect(await refused.exited).toBe(1);
      expect(refused.output()).toMatch(
        /^devcapsules-runner: full isolation needs root; RUNNER_ISOLATION=degraded/,
      );

      const degraded = startService({ ...env, RUNNER_ISOLATION: 'degraded' }, { uid, command });
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
