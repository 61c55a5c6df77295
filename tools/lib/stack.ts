import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT } from './command.ts';
import { freePort } from './ports.ts';
import { type Service, startService, untilHealthy } from './service.ts';
import { step } from './steps.ts';
import { rootPrefix } from './system.ts';

const WORKER_CONFIG = 'apps/api/wrangler.jsonc';
const SQL_CONFIG = 'apps/sql/wrangler.jsonc';
const DATABASE = 'devcapsules-db';
const START_TIMEOUT_MS = 60_000;
/** Slots of two runners on one machine must not share uids or cgroups. */
const UIDS_A_RUNNER = 1_000;

export type RunnerMode = 'full' | 'degraded' | 'off';

export interface StackOptions {
  /** Where D1, KV, R2, queues, logs and secrets are kept. */
  stateDir: string;
  apiPort?: number;
  runnerPort?: number;
  runner: RunnerMode;
  /** Plan of new accounts. */
  plan: 'free' | 'creator' | 'team' | 'enterprise';
}

/** The whole product on this machine. */
export interface Stack {
  url: string;
  runnerUrl: string;
  runnerSecret: string;
  api: Service;
  /** Null when the runner is off, or stopped. */
  runner: Service | null;
  startRunner(): Promise<void>;
  stopRunner(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds, migrates and starts everything, step by step, and waits until it is healthy. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { stateDir, runner: mode, plan } = options;
  mkdirSync(stateDir, { recursive: true });
  const secrets = localSecrets(stateDir);
  const apiPort = await freePort(options.apiPort);
  const runnerPort = await freePort(options.runnerPort);
  const url = `http://localhost:${apiPort}`;
  const runnerUrl = `http://127.0.0.1:${runnerPort}`;
  const persist = join(stateDir, 'cloudflare');

  await step('Page', () => command('node', ['apps/page/build.ts']));
  await step('Database', () =>
    command(
      'wrangler',
      ['d1', 'migrations', 'apply', DATABASE, '--local', '-c', WORKER_CONFIG, '--persist-to', persist],
      { env: { CI: '1' } },
    ),
  );

  let runner: Service | null = null;
  async function startRunner() {
    runner = startService({
      name: 'The runner',
      command: await asRoot([process.execPath, 'apps/runner/src/main.ts']),
      env: runnerEnv(),
      logFile: join(stateDir, 'runner.log'),
    });
    await untilHealthy(runner, `${runnerUrl}/health`, START_TIMEOUT_MS);
  }
  const runnerEnv = () => ({
    RUNNER_HOST: '127.0.0.1',
    RUNNER_PORT: String(runnerPort),
    RUNNER_SECRET: secrets.runner,
    RUNNER_ISOLATION: mode,
    RUNNER_CGROUP: `devcapsules-runner-${runnerPort}`,
    RUNNER_UID_BASE: String(700_000 + runnerPort * UIDS_A_RUNNER),
    RUNNER_UID_COUNT: String(UIDS_A_RUNNER),
  });
  async function stopRunner() {
    await runner?.stop();
    runner = null;
  }
  if (mode !== 'off') await step('Runner', startRunner);

  const vars = {
    APP_URL: url,
    TRUSTED_ORIGINS: `http://127.0.0.1:${apiPort}`,
    RUNNER_URL: runnerUrl,
    NEW_ACCOUNT_PLAN: plan,
  };
  const api = startService({
    name: 'The API',
    command: [
      ...['wrangler', 'dev', '-c', WORKER_CONFIG, '-c', SQL_CONFIG],
      ...['--port', String(apiPort), '--inspector-port', String(await freePort()), '--persist-to', persist],
      ...['--env-file', secrets.file, '--show-interactive-dev-session', 'false'],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    logFile: join(stateDir, 'api.log'),
  });
  const stop = async () => {
    await Promise.all([api.stop(), stopRunner()]);
  };
  try {
    await step('API', () => untilHealthy(api, `${url}/health`, START_TIMEOUT_MS));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    runnerUrl,
    runnerSecret: secrets.runner,
    api,
    get runner() {
      return runner;
    },
    startRunner,
    stopRunner,
    stop,
  };
}

/** The command under root's rights where the runner's full isolation needs them; settings stay in the environment. */
async function asRoot(line: string[]): Promise<string[]> {
  const prefix = await rootPrefix();
  return prefix?.length ? [...prefix, '--preserve-env', ...line] : line;
}

/** Secrets of this machine, made once; the Worker reads them as a file, so they stand in no process list. */
function localSecrets(stateDir: string): { file: string; runner: string } {
  const file = join(stateDir, 'secrets.env');
  if (!existsSync(file)) {
    const make = () => randomBytes(32).toString('hex');
    writeFileSync(file, `AUTH_SECRET=${make()}\nRUNNER_SECRET=${make()}\n`, { mode: 0o600 });
  }
  const runner = /^RUNNER_SECRET=(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return { file, runner };
}

/** Where `npm start` keeps its state. */
export const LOCAL_STATE = join(ROOT, '.local');
