import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import {
  convertV4MiniflareOptions,
  Miniflare,
  type V4MiniflareOptions,
  V4MiniflareOptionsSchema,
} from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { z } from 'zod';
import type { Fate } from './queue.ts';
import { buildWorker } from './workers.ts';

const API = join(import.meta.dirname, '../..');
const CONFIG = join(API, 'wrangler.jsonc');
const QUEUE = 'generation-queue';
/** As in the configuration. */
const CRON = '*/15 * * * *';

/** Stands where the queue's binding is, and posts to it. */
const SENDER = `
import { WorkerEntrypoint } from 'cloudflare:workers';
export class Sender extends WorkerEntrypoint {
  async send(body, { delaySeconds } = {}) {
    const response = await fetch(this.env.QUEUE_URL, { method: 'POST', body: JSON.stringify({ body, delaySeconds }) });
    if (!response.ok) throw new Error('The queue answered ' + response.status);
  }
}
export default {};`;

export interface PlatformOptions {
  /** What stays when everything is killed. */
  folder: string;
  port: number;
  queueUrl: string;
  variables: Record<string, string>;
  /** Each line that a Worker logs; without it, those are printed that warn of something. */
  onLog?: (line: LogLine) => void;
  /** A module that stands before the API's own (`./index.js`), and exports all that it does. */
  entry?: string;
}

export interface LogLine {
  level: string;
  message: string;
}

/** Of the types of the library, which leave out what is no fetch, what is used here. */
interface Handlers {
  queue(
    name: string,
    messages: { id: string; timestamp: Date; body: unknown; attempts: number }[],
  ): Promise<unknown>;
  scheduled(event: { cron: string; scheduledTime: Date }): Promise<{ outcome: string }>;
}

function warn({ level, message }: LogLine): void {
  if (level === 'error' || level === 'warn') console.error(message);
}

const configured = (options: unknown) =>
  convertV4MiniflareOptions(V4MiniflareOptionsSchema.parse(options) as V4MiniflareOptions);

const answered = z.object({
  outcome: z.string(),
  explicitAcks: z.array(z.string()),
  retryMessages: z.array(z.object({ msgId: z.string(), delaySeconds: z.number().optional() })),
});

/** The Workers as they are deployed, on a workerd of their own that can be killed and begun again with what was stored. */
export class Platform {
  readonly url: string;
  readonly #options: PlatformOptions;
  readonly #modules: Record<'api' | 'sql' | 'mutants', ReturnType<typeof buildWorker>>;
  #miniflare: Miniflare | null = null;
  #isDown = false;

  constructor(options: PlatformOptions) {
    this.#options = options;
    this.url = `http://127.0.0.1:${options.port}`;
    const built = join(options.folder, 'built');
    this.#modules = {
      api: buildWorker('api', built),
      sql: buildWorker('sql', built),
      mutants: buildWorker('mutants', built),
    };
  }

  async start(): Promise<void> {
    const { folder, port, queueUrl, variables } = this.#options;
    const { workerOptions } = unstable_getMiniflareWorkerOptions(CONFIG);
    const { queueConsumers, queueProducers, serviceBindings, bindings, ...rest } = workerOptions;
    const { [QUEUE]: _, ...otherConsumers } = queueConsumers as Record<string, object>;
    const { GENERATIONS, ...otherProducers } = queueProducers as Record<string, { queueName: string }>;
    const compatibilityDate = rest.compatibilityDate ?? '';
    this.#miniflare = new Miniflare(
      configured({
        host: '127.0.0.1',
        port,
        resourcePersistencePath: join(folder, 'state'),
        handleStructuredLogs: this.#options.onLog ?? warn,
        workers: [
          {
            ...rest,
            name: 'devcapsules-api',
            modules: this.#apiModules(),
            queueConsumers: otherConsumers,
            queueProducers: otherProducers,
            serviceBindings: {
              ...(serviceBindings as object),
              GENERATIONS: { name: 'sender', entrypoint: 'Sender' },
            },
            bindings: { ...(bindings as object), ...variables },
          },
          { name: 'devcapsules-sql', compatibilityDate, modules: this.#modules.sql },
          { name: 'devcapsules-mutants', compatibilityDate, modules: this.#modules.mutants },
          {
            name: 'sender',
            compatibilityDate,
            modules: [{ type: 'ESModule', path: 'index.js', contents: SENDER }],
            bindings: { QUEUE_URL: queueUrl },
          },
        ],
      }),
    );
    await this.#miniflare.ready;
  }

  async migrate(): Promise<void> {
    const database = await this.#running().getD1Database('DB');
    for (const { queries } of await readD1Migrations(join(API, 'migrations'))) {
      for (const query of queries) await database.prepare(query).run();
    }
  }

  /** Rows of the database. */
  async query(sql: string): Promise<Record<string, unknown>[]> {
    const database = await this.#running().getD1Database('DB');
    return (await database.prepare(sql).all<Record<string, unknown>>()).results;
  }

  /** One message to the consumer, in a batch of its own. */
  async deliver(body: unknown, attempts: number): Promise<Fate> {
    const id = crypto.randomUUID();
    try {
      const answer = await (await this.#handlers()).queue(QUEUE, [
        { id, timestamp: new Date(), body, attempts },
      ]);
      const { outcome, explicitAcks, retryMessages } = answered.parse(answer);
      if (outcome !== 'ok') return { kind: 'again', delaySeconds: 1 };
      const again = retryMessages.find(({ msgId }) => msgId === id);
      if (again) return { kind: 'again', delaySeconds: again.delaySeconds ?? 0 };
      if (!explicitAcks.includes(id))
        throw new Error(`Neither acknowledged nor sent again: ${JSON.stringify(answer)}`);
      return { kind: 'acknowledged' };
    } catch (error) {
      if (this.#miniflare === null || this.#isDown) return { kind: 'lost' };
      throw error;
    }
  }

  /** Ticks the cron, which nobody else does here. @throws when the Worker says that it failed */
  async tick(): Promise<void> {
    const { outcome } = await (await this.#handlers()).scheduled({ cron: CRON, scheduledTime: new Date() });
    if (outcome !== 'ok') throw new Error(`The cron ended with ${outcome}.`);
  }

  /** Ends workerd as a crash does; whatever was not stored is gone. */
  async kill(): Promise<void> {
    this.#isDown = true;
    for (const pid of this.pids()) process.kill(pid, 'SIGKILL');
    await this.#miniflare?.dispose().catch(() => {});
    await this.start();
    this.#isDown = false;
  }

  async stop(): Promise<void> {
    await this.#miniflare?.dispose();
    this.#miniflare = null;
  }

  /** Of workerd. */
  pids(): number[] {
    const listed = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)], {
      encoding: 'utf8',
    });
    return listed
      .split('\n')
      .filter(line => line.includes('workerd'))
      .map(line => Number.parseInt(line, 10));
  }

  #apiModules(): ReturnType<typeof buildWorker> {
    const { entry } = this.#options;
    const before = { type: 'ESModule' as const, path: 'entry.js', contents: entry ?? '' };
    return entry === undefined ? this.#modules.api : [before, ...this.#modules.api];
  }

  async #handlers(): Promise<Handlers> {
    return (await this.#running().getWorker('devcapsules-api')) as unknown as Handlers;
  }

  #running(): Miniflare {
    if (!this.#miniflare) throw new Error('The platform is not running.');
    return this.#miniflare;
  }
}
