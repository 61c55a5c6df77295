import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StepError } from '../../../tools/lib/steps.ts';

const MAIN = join(import.meta.dirname, '../../../apps/runner/src/main.ts');
/** Not below /tmp, which slots have of their own. */
const STATES = '/var/lib/devcapsules-soak';
const UIDS = 1000;

/** A runner as a process of its own, with settings small enough for their bounds to be met. */
export interface Service {
  child: ChildProcess;
  pid: number;
  url: string;
  cgroup: string;
  stateDir: string;
  uids: { base: number; count: number };
  /** What it logged as an error. */
  errors: string[];
  /** Slots that were lost, as programs that take all memory may bring about. */
  warnings: number;
  stop(): Promise<void>;
}

/** Starts it and waits until it listens. Throws StepError when it does not. */
export async function startService(cacheDiskMb: number): Promise<Service> {
  mkdirSync(STATES, { recursive: true });
  const stateDir = mkdtempSync(join(STATES, 'state-'));
  const uids = { base: 50_000_000 + (process.pid % 10_000) * UIDS, count: UIDS };
  const cgroup = `devcapsules-soak-${process.pid}`;
  const child = spawn(process.execPath, [MAIN], {
    cwd: '/',
    env: {
      PATH: process.env.PATH,
      RUNNER_PORT: '0',
      RUNNER_STATE_DIR: stateDir,
      RUNNER_CGROUP: cgroup,
      RUNNER_UID_BASE: String(uids.base),
      RUNNER_UID_COUNT: String(uids.count),
      RUNNER_COMPILE_CACHE_MEMORY_MB: '4',
      RUNNER_COMPILE_CACHE_DISK_MB: String(cacheDiskMb),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid, stdout } = child;
  if (pid === undefined || stdout === null) throw new StepError('the runner cannot be started.');
  const service: Service = {
    ...{ child, pid, url: '', cgroup, stateDir, uids, errors: [], warnings: 0 },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      rmSync(stateDir, { recursive: true });
    },
  };
  const listening = Promise.withResolvers<void>();
  createInterface({ input: stdout }).on('line', line => {
    const { level, message, url } = JSON.parse(line) as Record<string, string>;
    if (level === 'error') service.errors.push(line);
    if (level === 'warn') service.warnings++;
    if (message !== 'listening' || url === undefined) return;
    service.url = url;
    listening.resolve();
  });
  child.once('close', () => listening.reject(new StepError('the runner ended.')));
  await listening.promise;
  return service;
}
