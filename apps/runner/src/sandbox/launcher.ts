/** The small process that starts slots, so that the service need not fork itself for each (native/launcher.c). */

import { spawn } from 'node:child_process';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceName, isAlive } from './instance.ts';
import { SetupError } from './setup-error.ts';

export interface Launcher {
  /**
   * Starts a command with the connection as its stdin, stdout and stderr; the seccomp policy is on descriptor 3.
   * Before that it enters a cgroup by writing to each of `entrances`, none without cgroups, and becomes the user
   * `uid`, which has no groups and no privileges; null: it stays who the service is.
   */
  launch(
    command: readonly string[],
    policy: string,
    uid: number | null,
    entrances: readonly string[],
  ): Socket;
  /** Resolves when it is gone; no slot outlives it. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const PREFIX = 'devcapsules-launcher-';

function encodeRequest(strings: readonly string[]): Buffer {
  const body = Buffer.from(strings.map(one => `${one}\0`).join(''));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** The socket's folder, for its owner only; those of our own instances that were killed are removed. */
async function makeFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(name.slice(PREFIX.length))) continue;
    const path = join(tmpdir(), name);
    if ((await lstat(path)).uid === process.getuid?.()) await rm(path, { recursive: true, force: true });
  }
  return mkdtemp(join(tmpdir(), `${PREFIX}${instanceName()}-`));
}

/** Throws SetupError when it cannot be started. */
export async function startLauncher(path: string): Promise<Launcher> {
  const folder = await makeFolder();
  const socketPath = join(folder, 'socket');
  const child = spawn(path, [socketPath], { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  const problem = await new Promise<string | null>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', () => resolve('it ended at once'));
    child.stdout.once('data', () => resolve(null)); // it listens
  });
  if (problem !== null) {
    await rm(folder, { recursive: true });
    throw new SetupError(`the launcher of slots cannot be started: ${problem}`);
  }
  return {
    ended,
    launch(command, policy, uid, entrances) {
      const socket = connect(socketPath);
      socket.write(encodeRequest([policy, String(uid ?? ''), ...entrances, '', ...command]));
      return socket;
    },
    async close() {
      child.stdin.end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
