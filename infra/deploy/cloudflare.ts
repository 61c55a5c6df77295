import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import { type Environment, ROOT, WORKERS, type Worker } from '../lib/environments.ts';
import type { Edge, Versions } from './edge.ts';
import { jsonValues, type TailEvent, tailEvent } from './tail.ts';

const DATABASE_BINDING = 'DB';
/** Those that answer requests from outside; the others are called by them, and fail through them. */
const WATCHED = ['api', 'dashboard'] as const satisfies Worker[];

const status = z.object({
  versions: z.array(z.object({ version_id: z.string(), percentage: z.number() })).min(1),
});
const uploaded = z.object({ type: z.literal('version-upload'), version_id: z.string() });

export interface CloudflareOptions {
  environment: Environment;
  /** Told with each version and deployment, such as \`v0.2.0\`. */
  tag: string;
  /** Where the configurations are that bind.ts wrote. */
  root?: string;
  /** Those that are deployed; all, unless told. */
  workers?: readonly Worker[];
}

/** {@link Edge} on Cloudflare, by wrangler; CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID are in the environment. */
export function cloudflareEdge({
  environment,
  tag,
  root = ROOT,
  workers = WORKERS,
}: CloudflareOptions): Edge {
  const place = (worker: Worker) => [
    ...['-c', join(root, 'apps', worker, `wrangler.bound.${environment}.json`)],
    ...['--env', environment],
  ];
  const run = (args: string[], env: Record<string, string> = {}) =>
    command('wrangler', args, { env: { CI: '1', ...env } });

  async function currentOf(worker: Worker): Promise<string> {
    const said = await run(['deployments', 'status', '--json', ...place(worker)]);
    const { versions } = status.parse(JSON.parse(said.slice(said.indexOf('{'))));
    const [largest] = [...versions].sort((a, b) => b.percentage - a.percentage);
    return largest?.version_id ?? '';
  }

  /** wrangler writes what it made as lines of JSON into a file that the environment names. */
  async function uploadOf(worker: Worker): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'upload-'));
    const output = join(folder, 'output.ndjson');
    try {
      await run(['versions', 'upload', '--tag', tag, '--message', tag, ...place(worker)], {
        WRANGLER_OUTPUT_FILE_PATH: output,
      });
      for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
        const made = uploaded.safeParse(JSON.parse(line));
        if (made.success) return made.data.version_id;
      }
      throw new StepError(`wrangler did not say which version of ${worker} it uploaded`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  return {
    async current() {
      const versions: Versions = {};
      for (const worker of workers) versions[worker] = await currentOf(worker);
      return versions;
    },

    async migrate() {
      await run(['d1', 'migrations', 'apply', DATABASE_BINDING, '--remote', ...place('api')]);
    },

    async upload() {
      const versions: Versions = {};
      for (const worker of workers) versions[worker] = await uploadOf(worker);
      return versions;
    },

    // Each after those it binds, as it goes forward; a Worker never meets an older one than it was made with.
    async deploy(next, percent, previous) {
      for (const worker of workers) {
        const version = next[worker];
        if (version === undefined) continue;
        const old = previous[worker];
        const rest =
          percent < 100 && old !== undefined && old !== version ? [`${old}@${100 - percent}%`] : [];
        const shares = [`${version}@${rest.length ? percent : 100}%`, ...rest];
        // Durable Objects would keep the code of before for minutes, which after a rollback is the bad one.
        const objects = ['--durable-objects-code-update-mode', 'immediate'];
        await run(['versions', 'deploy', ...shares, ...objects, '--yes', '--message', tag, ...place(worker)]);
      }
    },

    async *tail(signal) {
      const streams = WATCHED.filter(worker => workers.includes(worker)).map(worker =>
        tailOf(['tail', '--format', 'json', ...place(worker)], signal),
      );
      yield* merged(streams);
    },

    async applyTriggers() {
      for (const worker of workers) await run(['triggers', 'deploy', ...place(worker)]);
    },
  };
}

/** @throws StepError when the tail ends by itself: what is not seen can't be judged */
async function* tailOf(args: string[], signal: AbortSignal): AsyncGenerator<TailEvent> {
  const child = spawn('wrangler', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', chunk => {
    said = (said + chunk).slice(-2_000);
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    for await (const value of jsonValues(child.stdout.setEncoding('utf8'))) yield tailEvent.parse(value);
    if (!signal.aborted) throw new StepError(`wrangler tail ended by itself: ${said}`);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** What several streams bring, as it comes; ends with the last, fails with the first that fails. */
async function* merged<Item>(streams: AsyncGenerator<Item>[]): AsyncGenerator<Item> {
  const next = (stream: AsyncGenerator<Item>) => stream.next().then(result => ({ stream, result }));
  const pending = new Map(streams.map(stream => [stream, next(stream)]));
  try {
    while (pending.size > 0) {
      const { stream, result } = await Promise.race(pending.values());
      if (result.done) pending.delete(stream);
      else {
        pending.set(stream, next(stream));
        yield result.value;
      }
    }
  } finally {
    await Promise.all(streams.map(stream => stream.return(undefined)));
  }
}
