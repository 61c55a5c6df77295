/** Puts the parts together: isolation, languages, pool, queue, HTTP. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Config } from './config.ts';
import { createHealthCheck } from './health.ts';
import { createApp, type SubmitContext } from './http/app.ts';
import { serveConnect } from './http/connect.ts';
import { serveMetrics } from './http/metrics-server.ts';
import { Admission } from './jobs/admission.ts';
import { CompileCache } from './jobs/cache/cache.ts';
import { execute } from './jobs/execute.ts';
import type { Job, JobResult } from './jobs/job.ts';
import type { Language } from './languages/language.ts';
import { detectLanguages, LANGUAGES_DIR } from './languages/registry.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { Compilers } from './pool/compilers.ts';
import { createFactory } from './pool/factory.ts';
import { Pool, type PoolStats } from './pool/pool.ts';
import { openIsolation } from './sandbox/isolation.ts';
import { SetupError } from './sandbox/setup-error.ts';
import { stage } from './sandbox/state.ts';

export interface Runner {
  /** `http://host:port` it listens on. */
  url: string;
  languages: Language[];
  /** Resolves when the pool is full and nothing of a used slot is left; resident compilers are ready slots too. */
  settled(): Promise<PoolStats>;
  /** Resolves when slots can no longer be started: the service is of no use and should end. */
  broken: Promise<void>;
  /** Lets running requests end, then leaves nothing behind. */
  close(): Promise<void>;
}

/** Takes no more connections; resolves when the last one is closed, each as soon as its request has ended. */
async function stopListening(server: ServerType): Promise<void> {
  const closed = new Promise(resolve => {
    server.close(resolve);
  });
  const timer = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20);
  await closed;
  clearInterval(timer);
}

/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often that is looked at; Node's own 30 seconds would double it. */
const REQUEST_CHECK_MS = 2000;

/** Starts a runner and listens. Throws SetupError when the machine lacks something. */
export async function startRunner(config: Config, log: Log, languagesDir = LANGUAGES_DIR): Promise<Runner> {
  const isolation = await openIsolation(config, log);
  const languages = await detectLanguages(
    [languagesDir, ...(config.languagesDir ? [config.languagesDir] : [])],
    (source, name) => stage(config.stateDir, source, name),
    log,
  );
  if (languages.length === 0) throw new SetupError('no language can be run: install the apt package python3');
  const cache = await CompileCache.open(config, log);
  const factory = createFactory(config, isolation);
  await probe();
  const pool = new Pool({ factory, languages, size: config.poolSize, makers: config.makers, log });
  const compilers = new Compilers({ factory, config, isolation, languages, log });
  const admission = new Admission(config);

  /** One slot is made before anything is served: a machine that cannot is told so in one line. */
  async function probe(): Promise<void> {
    const language = languages[0];
    if (!language) return;
    try {
      await factory.destroy(await factory.make(language, { urgent: false, waiting: true }));
    } catch (error) {
      await isolation.cgroups?.remove();
      throw new SetupError(`a sandbox cannot be started: ${error instanceof Error ? error.message : error}`);
    }
  }

  const metrics = new Metrics(pool, admission);

  const submit = (job: Job, { caller, signal, log, observer }: SubmitContext): Promise<JobResult> =>
    metrics.measure(job.language.id, signal, started =>
      admission.run({ caller, signal }, () => {
        started();
        return execute(job, { config, isolation, pool, compilers, admission, cache, signal, log, observer });
      }),
    );
  const checkHealth = createHealthCheck(languages, config.memoryBytes, job =>
    submit(job, { caller: 'health', signal: AbortSignal.timeout(30_000), log }),
  );
  const app = createApp({ config, isolation, languages, submit, checkHealth, metrics, log });

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: REQUEST_CHECK_MS },
  });
  serveConnect(server as Server, { config, languages, submit, log });
  let metricsServer: Server | null = null;
  try {
    if (config.metricsPort !== null) metricsServer = await serveMetrics(metrics, config.metricsPort);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    metricsServer?.close();
    await isolation.cgroups?.remove();
    throw new SetupError(`cannot listen: ${error instanceof Error ? error.message : error}`);
  }
  pool.refill();
  compilers.fill();
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${port}`,
    languages,
    broken: isolation.launcher.ended,
    async settled() {
      await Promise.all([pool.settled(), compilers.settled()]);
      const { stats } = pool;
      return { ...stats, ready: { ...stats.ready, ...compilers.ready } };
    },
    async close() {
      await stopListening(server);
      metricsServer?.close();
      metricsServer?.closeAllConnections();
      await admission.idle();
      await Promise.all([pool.close(), compilers.close(), ...languages.map(one => one.close?.())]);
      await isolation.launcher.close();
      await isolation.cgroups?.remove();
    },
  };
}
