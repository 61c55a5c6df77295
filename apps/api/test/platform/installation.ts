import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalRunner, localRunner } from '../../../../tools/lib/local-runner.ts';
import { freePort } from '../../../../tools/lib/ports.ts';
import { type LogLine, Platform } from './platform.ts';
import { Provider } from './provider.ts';
import { Queue } from './queue.ts';

const MAX_RETRIES = 3;
export const ORIGIN = 'http://localhost:8787';

export interface InstallationOptions {
  /** Of the provider; null: there is none, and the built-in bank writes. */
  answersAfterMs: number | null;
  /** Runners that stand elsewhere; without them one is started here. */
  runners?: { urls: string[]; secret: string };
  /** See PlatformOptions. */
  onLog?: (line: LogLine) => void;
  entry?: string;
}

/** All that a generation takes, on this machine: the Workers, a runner, the queue, and a provider that takes its time. */
export class Installation {
  readonly platform: Platform;
  readonly queue: Queue;
  readonly provider: Provider;
  /** Null where they stand elsewhere. */
  readonly runner: LocalRunner | null;
  readonly #ends: (() => unknown)[];

  private constructor(
    { platform, queue, provider, runner }: Pick<Installation, 'platform' | 'queue' | 'provider' | 'runner'>,
    ends: (() => unknown)[],
  ) {
    this.platform = platform;
    this.queue = queue;
    this.provider = provider;
    this.runner = runner;
    this.#ends = ends;
  }

  static async start({ answersAfterMs, runners, onLog, entry }: InstallationOptions): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'platform-'));
    const [port, queuePort, runnerPort] = [await freePort(), await freePort(), await freePort()];
    const { urls, secret } = runners ?? {
      urls: [`http://127.0.0.1:${runnerPort}`],
      secret: crypto.randomUUID(),
    };
    const logFile = join(folder, 'runner.log');
    const runner = runners ? null : localRunner({ port: runnerPort, secret, isolation: 'full', logFile });
    const provider = new Provider(answersAfterMs ?? 0);
    const queue = new Queue(MAX_RETRIES);
    const ends: (() => unknown)[] = [
      () => rmSync(folder, { recursive: true }),
      () => runner?.stop(),
      () => provider.stop(),
    ];
    try {
      await runner?.start();
      await queue.listen(queuePort);
      const platform = new Platform({
        ...{ folder, port, queueUrl: `http://127.0.0.1:${queuePort}` },
        ...(onLog && { onLog }),
        ...(entry !== undefined && { entry }),
        variables: {
          ...{ APP_URL: ORIGIN, AUTH_SECRET: crypto.randomUUID() + crypto.randomUUID() },
          ...{ RUNNER_SECRET: secret, RUNNER_URLS: urls.join(',') },
          NEW_ACCOUNT_PLAN: 'enterprise',
          ...(answersAfterMs !== null && {
            ...{ LLM_PROVIDER: 'azure', LLM_BASE_URL: await provider.start(), LLM_API_KEY: 'a-key' },
            GENERATION_DAILY_BUDGET_USD: '1000',
          }),
        },
      });
      ends.push(() => platform.stop());
      await platform.start();
      await platform.migrate();
      ends.push(() => queue.stop());
      return new Installation({ platform, queue, provider, runner }, ends);
    } catch (error) {
      for (const end of ends.reverse()) await end();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const end of [...this.#ends].reverse()) await end();
  }

  /** Signs somebody up. @returns their cookie */
  async signUp(): Promise<string> {
    const response = await fetch(`${this.platform.url}/api/v1/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, 'cf-connecting-ip': someAddress() },
      body: JSON.stringify({
        email: `${crypto.randomUUID()}@example.com`,
        name: 'Somebody',
        password: 'a long password',
      }),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return response.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; ');
  }

  /** Asks the API as somebody. @returns what is below `data` */
  // biome-ignore lint/suspicious/noExplicitAny: test code reads bodies freely.
  async ask(cookie: string, method: string, path: string, body?: object): Promise<any> {
    const response = await fetch(`${this.platform.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text).data;
  }

  /** Asks for the exercise of this number. @returns the job's id */
  async generate(cookie: string, number: number, language: 'python' | 'sql' = 'python'): Promise<string> {
    const prompt = `Add up the large orders, job-${number}-mark`;
    const wish = { prompt, language, difficulty: 'EASY' };
    return (await this.ask(cookie, 'POST', '/generate', wish)).jobId;
  }
}

/** Of a network where nobody lives. */
export const someAddress = () => [10, ...crypto.getRandomValues(new Uint8Array(3))].join('.');
