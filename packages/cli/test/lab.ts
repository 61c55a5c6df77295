import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestRunner } from '../../../apps/runner/test/harness.ts';
import { run } from '../src/main.ts';

export interface Outcome {
  exit: number;
  out: string;
  err: string;
}

export interface Lab {
  /** A folder that is empty at first. */
  folder: string;
  runnerUrl: string;
  /** Runs one command line in this process. */
  cli(...args: string[]): Promise<Outcome>;
  close(): Promise<void>;
}

export interface LabOptions {
  /** Settings of the runner; none is started without. */
  runner?: Record<string, string>;
  secret?: string;
  /** Where push and pull go; nowhere unless told. */
  server?: { url: string; key: string | undefined };
}

/** Nothing listens there. */
export const NOWHERE = 'http://127.0.0.1:4';

/** A folder, and a runner of the test file's own where it needs one. */
export async function openLab({
  runner: settings,
  secret,
  server = { url: NOWHERE, key: undefined },
}: LabOptions = {}): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'devcapsules-cli-'));
  const runner = settings && (await startTestRunner(settings));
  const runnerUrl = runner?.url ?? NOWHERE;
  const environment = {
    runnerUrl,
    runnerSecret: secret,
    serverUrl: server.url,
    serverKey: server.key,
    cacheFolder: join(folder, '.cache'),
  };
  return {
    folder,
    runnerUrl,
    async cli(...args) {
      const outcome = { exit: 0, out: '', err: '' };
      const terminal = {
        out: (text: string) => {
          outcome.out += text;
        },
        err: (text: string) => {
          outcome.err += text;
        },
        isInteractive: false,
        hasColours: false,
        columns: 80,
      };
      outcome.exit = await run(args, { terminal, environment, signal: new AbortController().signal });
      return outcome;
    },
    async close() {
      await runner?.close();
      await rm(folder, { recursive: true });
    },
  };
}
