import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT } from './command.ts';
import { startCron } from './cron.ts';
import { buildDashboard, registryOf, startDashboard } from './dashboard.ts';
import { holdFolder } from './held.ts';
import { type LocalRunner, localRunner } from './local-runner.ts';
import { freePort } from './ports.ts';
import { type Service, startService, untilHealthy } from './service.ts';
import { step } from './steps.ts';

const WORKER_CONFIG = 'apps/api/wrangler.jsonc';
const OTHER_CONFIGS = ['apps/sql/wrangler.jsonc', 'apps/mutants/wrangler.jsonc'];
const DATABASE = 'devcapsules-db';
const START_TIMEOUT_MS = 60_000;

export type RunnerMode = 'full' | 'degraded' | 'off';

export interface StackOptions {
  /** Where D1, KV, R2, queues, logs and secrets are kept. */
  stateDir: string;
  /** Whether what was kept there is deleted first; secrets and logs stay. */
  startsEmpty?: boolean;
  /** Of the one address that people open. */
  apiPort?: number;
  /** Whether the pages stand in front of the API; else it is reached directly. */
  dashboard?: boolean;
  runnerPort?: number;
  runner: RunnerMode;
  /** Plan of new accounts. */
  plan: 'free' | 'creator' | 'team' | 'enterprise';
  /** Whose session may administer. */
  adminEmail?: string;
}

/** The whole product on this machine. */
export interface Stack {
  /** What people open. */
  url: string;
  /** The API itself; the same where no dashboard stands in front. */
  apiUrl: string;
  runnerUrl: string;
  runnerSecret: string;
  /** Null when it is off. */
  runner: LocalRunner | null;
  stop(): Promise<void>;
}

/**
 * Builds, migrates and starts everything, step by step, and waits until it is healthy.
 * @throws StepError also when another process runs on the same state
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { stateDir, runner: mode, plan, adminEmail = '' } = options;
  mkdirSync(stateDir, { recursive: true });
  const letGo = await holdFolder(stateDir);
  const secrets = localSecrets(stateDir);
  const port = await freePort(options.apiPort);
  const apiPort = options.dashboard ? await freePort() : port;
  const runnerPort = await freePort(options.runnerPort);
  const url = `http://localhost:${port}`;
  const apiUrl = `http://localhost:${apiPort}`;
  const runnerUrl = `http://127.0.0.1:${runnerPort}`;
  const persist = join(stateDir, 'cloudflare');
  if (options.startsEmpty) rmSync(persist, { recursive: true, force: true });

  await step('Page', () => command('node', ['apps/page/build.ts']));
  if (options.dashboard) await step('Dashboard (a minute when it has changed)', buildDashboard);
  await step('Database', () =>
    command(
      'wrangler',
      ['d1', 'migrations', 'apply', DATABASE, '--local', '-c', WORKER_CONFIG, '--persist-to', persist],
      { env: { CI: '1' } },
    ),
  );

  const runner =
    mode === 'off'
      ? null
      : localRunner({
          port: runnerPort,
          secret: secrets.runner,
          isolation: mode,
          logFile: join(stateDir, 'runner.log'),
        });
  const vars = {
    APP_URL: url,
    TRUSTED_ORIGINS: `http://127.0.0.1:${port}`,
    RUNNER_URL: runnerUrl,
    NEW_ACCOUNT_PLAN: plan,
    ADMIN_EMAILS: adminEmail,
  };
  const parts: { stop(): Promise<void> }[] = runner ? [runner] : [];
  const stop = async () => {
    await Promise.all(parts.map(part => part.stop()));
    letGo();
  };
  try {
    if (runner) await step('Runner', () => runner.start());
    await step('API', async () => {
      const service = await startApi({ port: apiPort, persist, vars, secretsFile: secrets.file, stateDir });
      parts.push(service);
      await untilHealthy(service, `${apiUrl}/health`, START_TIMEOUT_MS);
    });
    if (options.dashboard) {
      await step('Pages', async () => {
        const service = await startDashboard({ port, url, stateDir });
        parts.push(service);
        await untilHealthy(service, `${url}/robots.txt`, START_TIMEOUT_MS);
        // Through the pages, too: the two find each other a moment after both are up.
        await untilHealthy(service, `${url}/health`, START_TIMEOUT_MS);
      });
    }
    parts.push(startCron(apiUrl));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, apiUrl, runnerUrl, runnerSecret: secrets.runner, runner, stop };
}

interface ApiOptions {
  port: number;
  persist: string;
  vars: Record<string, string>;
  secretsFile: string;
  stateDir: string;
}

/** All Workers in one workerd, with D1, KV, R2 and queues beside them. */
async function startApi({ port, persist, vars, secretsFile, stateDir }: ApiOptions): Promise<Service> {
  const inspectorPort = await freePort();
  return startService({
    name: 'The API',
    command: [
      ...['wrangler', 'dev', '-c', WORKER_CONFIG],
      ...OTHER_CONFIGS.flatMap(config => ['-c', config]),
      ...['--port', String(port), '--inspector-port', String(inspectorPort), '--persist-to', persist],
      ...[secretsFile, ...modelFiles(stateDir)].flatMap(file => ['--env-file', file]),
      ...['--show-interactive-dev-session', 'false'],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    logFile: join(stateDir, 'api.log'),
    env: registryOf(stateDir),
  });
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

/** What the environment says of a model (docs/generation.md); in a file, for a key is among it. */
function modelFiles(stateDir: string): string[] {
  const variables = Object.entries(process.env).filter(([name]) => /^(LLM|GENERATION)_[A-Z_]+$/.test(name));
  if (variables.length === 0) return [];
  const file = join(stateDir, 'model.env');
  writeFileSync(file, variables.map(([name, value]) => `${name}='${value}'\n`).join(''), { mode: 0o600 });
  return [file];
}

/** Where `npm start` keeps its state. */
export const LOCAL_STATE = join(ROOT, '.local');
