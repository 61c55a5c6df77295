import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './command.ts';
import { StepError } from './steps.ts';

const STOP_GRACE_MS = 10_000;
const POLL_MS = 100;

/** A process of ours in the background; its output goes to a log file. */
export interface Service {
  name: string;
  logFile: string;
  /** Resolves when it has ended, with SIGKILL if need be. */
  stop(): Promise<void>;
  /** Null while it runs. */
  exitCode(): number | null;
  pid: number;
}

export interface ServiceOptions {
  name: string;
  command: string[];
  logFile: string;
  env?: Record<string, string>;
}

/** Starts a process that leads a group of its own, so that stopping it stops its children. */
export function startService({ name, command, logFile, env = {} }: ServiceOptions): Service {
  const [file = '', ...args] = command;
  // The process writes to the file itself: what it says while it is being stopped has a place to go, too.
  const log = openSync(logFile, 'a');
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.on('error', error => appendFileSync(logFile, `${error}\n`));
  const ended = new Promise<void>(resolve => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  const pid = child.pid ?? 0;
  // Whatever ends this process, nothing it started lives on.
  const endWithUs = () => signalGroup(child, 'SIGTERM');
  process.once('exit', endWithUs);
  return {
    name,
    logFile,
    pid,
    exitCode: () => (child.pid === undefined ? 127 : child.signalCode ? 1 : child.exitCode),
    async stop() {
      process.off('exit', endWithUs);
      signalGroup(child, 'SIGTERM');
      const grace = new AbortController();
      await Promise.race([
        ended,
        sleep(STOP_GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined),
      ]);
      grace.abort();
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

/** The group may be gone already, which is what is wanted; one that runs as root through sudo is signalled the same way. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPERM') spawnSync('sudo', ['-n', 'kill', '-s', signal.slice(3), '--', `-${child.pid}`]);
    else if (code !== 'ESRCH') throw error;
  }
}

/** What a service said last is most often why it ended. */
function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-3).join('\n');
}

/** Waits until the service answers. @throws StepError when it ends or stays silent */
export async function untilHealthy(service: Service, url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (service.exitCode() !== null) {
      throw new StepError(`${service.name} ended while starting:\n${lastLines(service.logFile)}`);
    }
    // Every request has a time-out of its own: a half-started server accepts and never answers.
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(POLL_MS);
  }
  throw new StepError(`${service.name} did not answer within ${timeoutMs / 1000} s; see ${service.logFile}`);
}
