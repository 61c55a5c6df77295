import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { listenLocally } from '../../tools/lib/ports.ts';
import { requireSystemPackages } from '../../tools/lib/system.ts';

/** What the runner does when it is asked how it is. */
let runner: 'answers' | 'hangs' | 'fails';
const server = createServer((_, response) => {
  if (runner !== 'hangs') response.writeHead(runner === 'answers' ? 200 : 500).end();
});
let url: string;
let folder: string;
let guard: ChildProcess;

/** Stands in for systemd: writes down what it is told, and whether the connector would run then. */
const SYSTEMCTL = `#!/bin/bash
case $1 in
  is-active) [[ $(cat "$STATE/connector") == up ]] ;;
  start) echo up >"$STATE/connector"; echo start >>"$STATE/told" ;;
  stop) echo down >"$STATE/connector"; echo stop >>"$STATE/told" ;;
esac
`;
const told = () => readFileSync(join(folder, 'told'), 'utf8').trim().split('\n').filter(Boolean);

function startGuard(): ChildProcess {
  return spawn('bash', [join(import.meta.dirname, 'files/guard.sh')], {
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      ...{ STATE: folder, RUNTIME_DIRECTORY: folder, EVERY_S: '0.05' },
      HEALTH_URL: `${url}/health`,
    },
    stdio: 'ignore',
  });
}

beforeAll(async () => {
  await requireSystemPackages([{ name: 'curl', file: '/usr/bin/curl' }]);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-guard-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/systemctl'), SYSTEMCTL, { mode: 0o755 });
  writeFileSync(join(folder, 'connector'), 'up\n');
  writeFileSync(join(folder, 'told'), '');
  runner = 'answers';
  url = await listenLocally(server);
  guard = startGuard();
});
afterEach(async () => {
  guard.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

it.each(['hangs', 'fails'] as const)(
  'takes a machine out whose runner %s, and back when it is well',
  async how => {
    runner = how;
    await expect.poll(told, { timeout: 20_000 }).toEqual(['stop']);
    runner = 'answers';
    await expect.poll(told, { timeout: 20_000 }).toEqual(['stop', 'start']);
  },
);

it('knows after its own end what the one before had stopped', async () => {
  runner = 'fails';
  await expect.poll(told, { timeout: 20_000 }).toEqual(['stop']);
  guard.kill('SIGKILL');
  runner = 'answers';
  guard = startGuard();
  await expect.poll(told, { timeout: 20_000 }).toEqual(['stop', 'start']);
});

it('starts nothing that somebody else had stopped', async () => {
  writeFileSync(join(folder, 'connector'), 'down\n');
  runner = 'fails';
  await new Promise(resolve => setTimeout(resolve, 1_000));
  runner = 'answers';
  await new Promise(resolve => setTimeout(resolve, 1_000));
  expect(told()).toEqual([]);
});
