import type { Edge, Versions } from './edge.ts';
import { type Check, renderChecks } from './smoke.ts';
import { observe, type TailEvent } from './tail.ts';
import { type WatchOptions, watch } from './watch.ts';

export interface RolloutOptions {
  edge: Edge;
  /** Shares of traffic in percent, each proven before the next; the last is 100. */
  shares: number[];
  smoke: (next: Versions) => Promise<Check[]>;
  watch: WatchOptions;
  /** Between smoke tests while it is watched. */
  smokeEveryMs: number;
  say: (line: string) => void;
}

export type Rollout =
  | { outcome: 'deployed'; versions: Versions }
  /** `healthyAfterMs` from noticing to the old version's first passed smoke test; null when that fails, too. */
  | { outcome: 'rolled back'; problem: string; versions: Versions; healthyAfterMs: number | null };

/**
 * Migrations first, then the new versions share by share. At each share the smoke test must pass, and go on passing while
 * the answers of the Workers are watched; otherwise all traffic goes back to what was there before. The schema stays: it
 * is made so that the release before works with it.
 */
export async function rollOut(options: RolloutOptions): Promise<Rollout> {
  const { edge, shares, say } = options;
  const previous = await edge.current();
  say(`Now: ${describe(previous)}`);
  await edge.migrate();
  const next = await edge.upload();
  say(`New: ${describe(next)}`);
  for (const percent of shares) {
    say(`${percent} % to the new`);
    const problem = await deployed(percent);
    if (problem === null) continue;
    const noticedAt = options.watch.now();
    say(`Bad: ${problem}`);
    await edge.deploy(previous, 100, previous);
    const checks = await options.smoke(previous);
    say(renderChecks(checks));
    const isWell = failedOf(checks) === null;
    const healthyAfterMs = isWell ? options.watch.now() - noticedAt : null;
    return { outcome: 'rolled back', problem, versions: previous, healthyAfterMs };
  }
  await edge.applyTriggers();
  return { outcome: 'deployed', versions: next };

  /** A deploy that fails half-way, or that can't be watched, is a bad one as well. */
  async function deployed(percent: number): Promise<string | null> {
    try {
      await edge.deploy(next, percent, previous);
      return await prove(options, next);
    } catch (error) {
      return `it could not be deployed or watched: ${error instanceof Error ? error.message : error}`;
    }
  }
}

/** @returns what is wrong with it; null when it is well to the end */
async function prove(options: RolloutOptions, next: Versions): Promise<string | null> {
  const { edge, smoke, smokeEveryMs, say } = options;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.watch.forMs);
  const versions = new Set(Object.values(next));
  async function* ofNext(events: AsyncIterable<TailEvent>) {
    for await (const event of events) {
      const seen = observe(event);
      if (seen.versionId === null || versions.has(seen.versionId)) yield seen;
    }
  }
  /** Smoke tests are also traffic, where there is little else. */
  async function smokeUntilStopped(): Promise<string | null> {
    while (!stop.signal.aborted) {
      const checks = await smoke(next);
      const failed = failedOf(checks);
      if (failed !== null) {
        say(renderChecks(checks));
        return failed;
      }
      await new Promise<void>(resolve => {
        const wait = setTimeout(resolve, smokeEveryMs);
        const end = () => {
          clearTimeout(wait);
          resolve();
        };
        stop.signal.addEventListener('abort', end, { once: true });
      });
    }
    return null;
  }
  const watching = watch(ofNext(edge.tail(stop.signal)), options.watch);
  const smoking = smokeUntilStopped();
  try {
    // The first to find something bad ends both; one that is well waits for the other.
    const first = await Promise.race([
      watching.then(({ problem }) => problem ?? smoking),
      smoking.then(problem => problem ?? watching.then(watched => watched.problem)),
    ]);
    stop.abort();
    const { requests, failures } = await watching;
    await smoking;
    say(`${requests} requests watched, ${failures} failed`);
    return first;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

function failedOf(checks: Check[]): string | null {
  const failed = checks.filter(({ problem }) => problem !== null);
  if (failed.length === 0) return null;
  return `smoke: ${failed.map(({ name, problem }) => `${name}: ${problem}`).join('; ')}`;
}

function describe(versions: Versions): string {
  return Object.entries(versions)
    .map(([worker, id]) => `${worker} ${id}`)
    .join(', ');
}
