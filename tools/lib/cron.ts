import { setTimeout as sleep } from 'node:timers/promises';

/** As in apps/api/wrangler.jsonc. */
const SCHEDULE = '*/15 * * * *';
const EVERY_MS = 15 * 60_000;
/** Soon after the start, so that what happened before a stop is counted. */
const FIRST_AFTER_MS = 5_000;
const TIMEOUT_MS = 120_000;

/** The cron of a Worker that runs on this machine: on Cloudflare the platform ticks, here nobody else does. */
export function startCron(url: string): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const handler = `${url}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(SCHEDULE)}`;

  async function tick(): Promise<void> {
    const response = await fetch(handler, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const text = await response.text();
    if (!response.ok || text.trim() !== 'ok') throw new Error(`${response.status} ${text.slice(0, 200)}`);
  }

  const ended = (async () => {
    for (let waitMs = FIRST_AFTER_MS; ; waitMs = EVERY_MS) {
      await sleep(waitMs, undefined, { signal, ref: false });
      await tick().catch((error: unknown) => {
        if (!signal.aborted) console.error(`! The cron failed, see the API’s log: ${String(error)}`);
      });
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

  return {
    async stop() {
      stopped.abort();
      await ended;
    },
  };
}
