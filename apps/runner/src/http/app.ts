/** The HTTP face of the runner: parse, hand on, answer. */

import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import type { Config } from '../config.ts';
import { Overloaded } from '../jobs/admission.ts';
import { type Job, type JobObserver, type JobResult, OUTPUT_ENCODINGS } from '../jobs/job.ts';
import type { Language } from '../languages/language.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import { answerInLines } from './batch-lines.ts';
import { readBody } from './body.ts';
import { CALLER_HEADER, callerName } from './caller.ts';
import { HttpError, toHttpError } from './errors.ts';
import { NDJSON, wantsLines } from './lines.ts';
import { isSignedByOne, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts';
import {
  batchRequest,
  executeRequest,
  fromCase,
  fromHead,
  fromLanguage,
  MAX_CASES,
  parse,
  toCase,
  toJob,
} from './wire.ts';

export interface SubmitContext {
  /** Whose turn this takes. */
  caller: string;
  /** Ends the job. */
  signal: AbortSignal;
  log: Log;
  observer?: JobObserver;
}

export interface AppOptions {
  config: Config;
  isolation: Isolation;
  languages: Language[];
  /** Admits the job to the queue and carries it out. */
  submit(job: Job, context: SubmitContext): Promise<JobResult>;
  /** Runs each language's hello. */
  checkHealth(): Promise<Record<string, boolean>>;
  metrics: Metrics;
  log: Log;
}

interface Variables {
  requestId: string;
  body: Buffer;
  /** Until when the request takes up room; until its handler has returned if none. */
  ended: Promise<void> | undefined;
}
type RunnerContext = Context<{ Variables: Variables }>;

function requestIdOf(header: string | undefined): string {
  return header !== undefined && /^[\w.:-]{1,128}$/.test(header) ? header : randomUUID();
}

/** Lets everything pass where no secret is set. */
function authenticate(c: RunnerContext, { secret, previousSecret }: Config): void {
  if (secret === undefined) return;
  const url = new URL(c.req.url);
  const signed = {
    method: c.req.method,
    path: url.pathname + url.search,
    timestamp: c.req.header(TIMESTAMP_HEADER) ?? '',
    body: c.get('body'),
  };
  const signature = c.req.header(SIGNATURE_HEADER) ?? '';
  if (!isSignedByOne([secret, previousSecret], signed, signature, Date.now()))
    throw new HttpError(401, 'the request is not signed, or too old');
}

export function createApp(options: AppOptions) {
  const { config, languages, isolation } = options;
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    const startedMs = performance.now();
    const requestId = requestIdOf(c.req.header('x-request-id'));
    c.set('requestId', requestId);
    c.header('x-request-id', requestId);
    await next();
    options.log('info', 'request', {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - startedMs),
    });
  });

  // Load balancers and health probes can't sign; the answer tells them no secret.
  app.get('/health', async c => {
    const health = await options.checkHealth();
    const ok = Object.values(health).length > 0 && Object.values(health).every(Boolean);
    return c.json({ status: ok ? 'ok' : 'failing', languages: health }, ok ? 200 : 503);
  });

  // No room is needed to be measured: a runner that turns requests away tells how many.
  app.get('/metrics', async c => {
    c.set('body', Buffer.alloc(0));
    authenticate(c, config);
    return c.body(await options.metrics.render(), 200, { 'content-type': options.metrics.contentType });
  });

  // Bodies are held from the first byte on: no more of them than may run or wait, signed or not.
  let inFlight = 0;
  app.use(async (c, next) => {
    if (inFlight >= config.concurrency + config.queueLength)
      throw new Overloaded('too many requests at once');
    inFlight++;
    try {
      c.set('body', await readBody(c.req.raw, config.bodyBytes));
      authenticate(c, config);
      await next();
    } finally {
      void Promise.resolve(c.get('ended')).then(() => inFlight--);
    }
  });

  const callerOf = (c: RunnerContext) =>
    callerName(config, c.req.header(CALLER_HEADER), getConnInfo(c).remote.address);

  const logOf =
    (c: RunnerContext): Log =>
    (level, message, fields) =>
      options.log(level, message, { requestId: c.get('requestId'), ...fields });

  async function run(c: RunnerContext, job: Job) {
    const result = await options.submit(job, {
      caller: callerOf(c),
      signal: c.req.raw.signal,
      log: logOf(c),
    });
    return { ...fromHead(job, result.compile), cases: result.cases.map(fromCase) };
  }

  async function runInLines(c: RunnerContext, job: Job) {
    const log = logOf(c);
    const { body, ended } = await answerInLines(
      job,
      (observer, gone) =>
        options.submit(job, {
          caller: callerOf(c),
          signal: AbortSignal.any([c.req.raw.signal, gone]),
          log,
          observer,
        }),
      error => {
        if (!c.req.raw.signal.aborted) log('error', 'request failed', { detail: String(error) });
      },
    );
    c.set('ended', ended);
    return c.body(body, 200, { 'content-type': NDJSON });
  }

  app.get('/api/v2/runtimes', c => c.json(languages.map(fromLanguage)));

  app.post('/api/v2/execute', async c => {
    const { stdin, args, ...head } = parse(executeRequest, c.get('body'));
    const one = { stdin: Buffer.from(stdin), args, channel: undefined, hashSeed: undefined };
    const { cases, ...rest } = await run(c, toJob(head, [one], false, languages, config));
    // Piston tells a failed compilation in `run` too.
    return c.json({ ...rest, run: cases[0] ?? rest.compile });
  });

  app.post('/api/v2/execute/batch', async c => {
    const { cases, stop_on_failure, ...head } = parse(batchRequest, c.get('body'));
    const job = toJob(head, cases.map(toCase), stop_on_failure, languages, config);
    return wantsLines(c.req.header('accept')) ? runInLines(c, job) : c.json(await run(c, job));
  });

  app.get('/capabilities', c =>
    c.json({
      batch: true,
      connect: true,
      channel: true,
      max_cases: MAX_CASES,
      ndjson: true,
      output_encodings: OUTPUT_ENCODINGS,
      limits: {
        run_timeout: config.timeoutMs,
        compile_timeout: config.compileTimeoutMs,
        max_timeout: config.maxTimeoutMs,
        memory_limit: config.memoryBytes,
        max_memory_limit: config.maxMemoryBytes,
        output_bytes: config.outputBytes,
        channel_bytes: config.channelBytes,
        batch_output_bytes: config.batchOutputBytes,
        body_bytes: config.bodyBytes,
        disk_bytes: config.diskBytes,
        processes: config.slotProcesses,
        cpus: config.slotCpus,
      },
      isolation: isolation.mode,
      not_held: isolation.notHeld,
    }),
  );

  app.notFound(c => c.json({ message: 'not found' }, 404));

  app.onError((error, c) => {
    const known = toHttpError(error);
    if (known) options.metrics.reject(known.status);
    if (known) return c.json({ message: known.message }, known.status, known.headers);
    if (!c.req.raw.signal.aborted)
      options.log('error', 'request failed', { requestId: c.get('requestId'), detail: String(error.stack) });
    return c.json({ message: 'internal error' }, 500);
  });

  return app;
}
