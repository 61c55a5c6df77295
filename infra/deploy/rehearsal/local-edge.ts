import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import {
  convertV4MiniflareOptions,
  Miniflare,
  type V4MiniflareOptions,
  V4MiniflareOptionsSchema,
} from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { StepError } from '../../../tools/lib/steps.ts';
import { ROOT } from '../../lib/environments.ts';
import type { Edge, Versions } from '../edge.ts';
import { type TailEvent, tailEvent } from '../tail.ts';
import type { Module } from './builds.ts';

const CONFIG = join(ROOT, 'apps/api/wrangler.jsonc');

/** Is told what workerd tells of each invocation, and passes it on. */
const TAIL = `export default {
  async tail(events, env) {
    await fetch(env.LISTENER, { method: 'POST', body: JSON.stringify(events) });
  },
};`;

export interface LocalEdgeOptions {
  /** What stays from version to version. */
  stateDir: string;
  port: number;
  variables: Record<string, string>;
  /** Of the Workers that stay as they are. */
  others: { sql: Module[]; mutants: Module[] };
  /** What upload makes a version of, by its id. */
  builds: Record<string, Module[]>;
}

/**
 * {@link Edge} on a workerd of this machine: one version at a time, on the same D1, KV, R2, queues and Durable Objects.
 * Tail events are workerd's own. A deploy restarts workerd, which refuses connections for a moment; Cloudflare does not.
 */
export class LocalEdge implements Edge {
  readonly url: string;
  readonly #options: LocalEdgeOptions;
  readonly #listeners = new Set<(event: TailEvent) => void>();
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end();
    for (const event of tailEvent.array().parse(JSON.parse(body)))
      for (const tell of this.#listeners) tell({ ...event, scriptVersion: { id: this.#running } });
  });
  #miniflare: Miniflare | null = null;
  #running = '';
  #toUpload = '';
  #migrations: string;
  readonly #applied = new Set<string>();

  constructor(options: LocalEdgeOptions, migrations: string) {
    this.#options = options;
    this.#migrations = migrations;
    this.url = `http://127.0.0.1:${options.port}`;
  }

  /** What the next deploy brings: a build, and the folder of its migrations. */
  prepare(id: string, migrations: string): void {
    this.#toUpload = id;
    this.#migrations = migrations;
  }

  async start(id: string): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    await this.#run(id);
    await this.migrate();
  }

  async stop(): Promise<void> {
    await this.#miniflare?.dispose();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    const database = await this.#live().getD1Database('DB');
    return (await database.prepare(sql).all<Record<string, unknown>>()).results;
  }

  async current(): Promise<Versions> {
    return { api: this.#running };
  }

  async migrate(): Promise<void> {
    const database = await this.#live().getD1Database('DB');
    for (const { name, queries } of await readD1Migrations(this.#migrations)) {
      if (this.#applied.has(name)) continue;
      for (const query of queries) await database.prepare(query).run();
      this.#applied.add(name);
    }
  }

  async upload(): Promise<Versions> {
    return { api: this.#toUpload };
  }

  async deploy({ api }: Versions, percent: number): Promise<void> {
    if (percent !== 100) throw new StepError('One version at a time runs here.');
    if (api !== undefined && api !== this.#running) await this.#run(api);
  }

  async *tail(signal: AbortSignal): AsyncGenerator<TailEvent> {
    const events: TailEvent[] = [];
    let wake = () => {};
    const tell = (event: TailEvent) => {
      events.push(event);
      wake();
    };
    const abort = () => wake();
    this.#listeners.add(tell);
    signal.addEventListener('abort', abort);
    try {
      while (!signal.aborted) {
        const event = events.shift();
        if (event) yield event;
        else
          await new Promise<void>(resolve => {
            wake = resolve;
          });
      }
    } finally {
      this.#listeners.delete(tell);
      signal.removeEventListener('abort', abort);
    }
  }

  async applyTriggers(): Promise<void> {}

  async #run(id: string): Promise<void> {
    const { port, stateDir, variables, others, builds } = this.#options;
    const modules = builds[id];
    if (!modules) throw new StepError(`There is no build ${id}.`);
    const { workerOptions } = unstable_getMiniflareWorkerOptions(CONFIG);
    const { bindings, ...rest } = workerOptions;
    const compatibilityDate = rest.compatibilityDate ?? '';
    const listener = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    const options = convertV4MiniflareOptions(
      V4MiniflareOptionsSchema.parse({
        host: '127.0.0.1',
        port,
        resourcePersistencePath: stateDir,
        handleStructuredLogs: () => {},
        workers: [
          {
            ...rest,
            name: 'devcapsules-api',
            modules,
            bindings: { ...(bindings as object), ...variables },
            tails: ['tail'],
          },
          { name: 'devcapsules-sql', compatibilityDate, modules: others.sql },
          { name: 'devcapsules-mutants', compatibilityDate, modules: others.mutants },
          {
            name: 'tail',
            compatibilityDate,
            modules: [{ type: 'ESModule', path: 'index.js', contents: TAIL }],
            bindings: { LISTENER: listener },
          },
        ],
      }) as V4MiniflareOptions,
    );
    if (this.#miniflare) await this.#miniflare.setOptions(options);
    else this.#miniflare = new Miniflare(options);
    await this.#miniflare.ready;
    this.#running = id;
  }

  #live(): Miniflare {
    if (!this.#miniflare) throw new StepError('Nothing runs yet.');
    return this.#miniflare;
  }
}
