import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Executor } from '@devcapsules/capsule/execution';
import { runnerExecutor } from '../../packages/cli/src/executor/runner.ts';
import { localRunner } from './local-runner.ts';
import { freePort } from './ports.ts';
import { LOCAL_STATE } from './stack.ts';
import { RUNNER_PACKAGES, requireSystemPackages } from './system.ts';

/**
 * Does work with a runner of its own, which ends with the work. SQL runs in processes of this machine's Node.
 * @throws StepError when the packages it needs are missing and can't be installed
 */
export async function withRunner<Result>(work: (executor: Executor) => Promise<Result>): Promise<Result> {
  await requireSystemPackages(RUNNER_PACKAGES);
  const port = await freePort();
  const secret = crypto.randomUUID();
  mkdirSync(LOCAL_STATE, { recursive: true });
  const logFile = join(LOCAL_STATE, 'own-runner.log');
  const runner = localRunner({ port, secret, isolation: 'full', logFile });
  const url = `http://127.0.0.1:${port}`;
  try {
    await runner.start();
    return await work(runnerExecutor({ url, secret, signal: new AbortController().signal }));
  } finally {
    await runner.stop();
  }
}
