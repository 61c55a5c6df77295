import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import { startTestRunner } from '../harness.ts';

const SOURCE = 'class Main { public static void main(String[] a) { System.out.print(a.length); } }';

test('without a resident compiler each source is compiled in its slot', async () => {
  const runner = await startTestRunner({ RUNNER_COMPILERS: '0' });
  try {
    const { ready } = await runner.runner.settled();
    expect(ready).toMatchObject({ java: 1, 'java compiler': 0 });
    expect(await runner.run('java', SOURCE, { args: ['x'] })).toMatchObject({ stdout: '1', status: null });
    await runner.stillStands();
  } finally {
    await runner.close();
  }
});

test('where slots would not see its files, Java is left out and told why; others run', async () => {
  const stateDir = mkdtempSync('/tmp/devcapsules-runner-test-');
  chmodSync(stateDir, 0o755);
  const lines: unknown[] = [];
  const log: Log = (_, message, fields) => message === 'language left out' && lines.push(fields);
  const runner = await startTestRunner({ RUNNER_STATE_DIR: stateDir }, log);
  try {
    expect(lines).toEqual([{ language: 'java', reason: expect.stringContaining('RUNNER_STATE_DIR') }]);
    expect(runner.runner.languages.map(one => one.id)).not.toContain('java');
    await runner.stillStands();
  } finally {
    await runner.close();
    rmSync(stateDir, { recursive: true });
  }
});
