import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../tools/lib/ports.ts';
import { type Service, startService, untilHealthy } from '../../tools/lib/service.ts';
import { rootPrefix } from '../../tools/lib/system.ts';
import { packRunner, type Release } from './pack.ts';

const VERSION = '9.8.7-test';
/** Not below /tmp: slots have a /tmp of their own, which would hide it. Slots' uids read it. */
const folder = mkdtempSync('/var/tmp/devcapsules-pack-');
chmodSync(folder, 0o755);
const tree = join(folder, 'opt');
let release: Release;
let runner: Service;
let url: string;

beforeAll(async () => {
  release = await packRunner(VERSION, join(folder, 'release'), 1);
  mkdirSync(tree);
  // As install.sh does it.
  execFileSync('tar', [
    ...['--extract', '--gzip', '--file', release.archive, '--directory', tree],
    ...['--strip-components', '1', '--no-same-owner'],
  ]);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const prefix = await rootPrefix();
  if (prefix === null) throw new Error('The runner’s sandbox needs root or sudo without a password.');
  runner = startService({
    name: 'The unpacked runner',
    command: [
      ...prefix,
      ...['env', `RUNNER_PORT=${port}`, `RUNNER_STATE_DIR=${join(folder, 'state')}`],
      ...['RUNNER_CGROUP=devcapsules-pack-test', `RUNNER_UID_BASE=${700_000 + port * 1000}`],
      // As the unit does it.
      join(tree, 'node_modules/.bin/node'),
      ...[join(tree, 'apps/runner/src/main.ts'), '--config'],
      join(tree, 'apps/runner/packaging/devcapsules-runner.yaml'),
    ],
    logFile: join(folder, 'runner.log'),
  });
  await untilHealthy(runner, `${url}/health`, 60_000);
}, 180_000);

afterAll(async () => {
  await runner?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed runner', () => {
  it('has the checksum that stands beside it', () => {
    expect(readFileSync(release.checksum, 'utf8')).toBe(
      `${release.sha256}  devcapsules-runner-${VERSION}.tar.gz\n`,
    );
    execFileSync('sha256sum', ['--check', '--strict', release.checksum], { cwd: join(folder, 'release') });
  });

  it('brings everything that the unit and install.sh look for, and nothing for development', () => {
    const unit = readFileSync(join(tree, 'apps/runner/packaging/devcapsules-runner.service'), 'utf8');
    const paths = [...unit.matchAll(/\/opt\/devcapsules\/(\S+)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(1);
    for (const path of [...paths, 'apps/runner/packaging/devcapsules-runner.yaml'])
      expect(existsSync(join(tree, path)), path).toBe(true);
    expect(existsSync(join(tree, 'node_modules/vitest'))).toBe(false);
    expect(existsSync(join(tree, 'apps/api'))).toBe(false);
  });

  it.each([
    ['python', 'main.py', 'print(6 * 7)'],
    ['c', 'main.c', '#include <stdio.h>\nint main(void) { printf("%d\\n", 6 * 7); }'],
  ])('runs %s out of a fresh folder, on the Node that it brings', async (language, name, content) => {
    const answer = await fetch(`${url}/api/v2/execute`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language, version: '*', files: [{ name, content }] }),
    });
    const { run } = z
      .object({ run: z.object({ stdout: z.string(), code: z.number().nullable() }) })
      .parse(await answer.json());
    expect([answer.status, run]).toEqual([200, { stdout: '42\n', code: 0 }]);
    expect(execFileSync(join(tree, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' })).toMatch(
      /^v24\./,
    );
  });
});
