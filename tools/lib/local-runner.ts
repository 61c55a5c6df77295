import { join } from 'node:path';
import { type Service, startService, untilHealthy } from './service.ts';
import { rootPrefix } from './system.ts';

const START_TIMEOUT_MS = 60_000;
/** Slots of two runners on one machine must not share uids or cgroups. */
const UIDS_A_RUNNER = 1_000;

export interface LocalRunnerOptions {
  port: number;
  secret: string;
  isolation: 'full' | 'degraded';
  logFile: string;
  /** Further settings, as the runner's environment has them. */
  settings?: Record<string, string>;
}

/** A runner on this machine that can be stopped and started again on its port. */
export interface LocalRunner {
  /** Null while it is stopped. */
  pid(): number | null;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function localRunner({
  port,
  secret,
  isolation,
  logFile,
  settings = {},
}: LocalRunnerOptions): LocalRunner {
  let service: Service | null = null;
  return {
    pid: () => service?.pid ?? null,
    async start() {
      service = startService({
        name: 'The runner',
        command: await asRoot(
          [process.execPath, join(import.meta.dirname, '../../apps/runner/src/main.ts')],
          isolation,
        ),
        env: {
          RUNNER_HOST: '127.0.0.1',
          RUNNER_PORT: String(port),
          RUNNER_SECRET: secret,
          RUNNER_ISOLATION: isolation,
          RUNNER_CGROUP: `devcapsules-runner-${port}`,
          RUNNER_UID_BASE: String(700_000 + port * UIDS_A_RUNNER),
          RUNNER_UID_COUNT: String(UIDS_A_RUNNER),
          ...settings,
        },
        logFile,
      });
      await untilHealthy(service, `http://127.0.0.1:${port}/health`, START_TIMEOUT_MS);
    },
    async stop() {
      await service?.stop();
      service = null;
    },
  };
}

/** Full isolation needs root's rights; settings stay in the environment, out of process lists. */
async function asRoot(line: string[], isolation: 'full' | 'degraded'): Promise<string[]> {
  const prefix = isolation === 'full' ? await rootPrefix() : null;
  return prefix?.length ? [...prefix, '--preserve-env', ...line] : line;
}
