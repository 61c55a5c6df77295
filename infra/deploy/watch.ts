import type { Observation } from './tail.ts';

export interface WatchOptions {
  /** How long a version is watched. */
  forMs: number;
  /** The newest events that are looked at together. */
  windowMs: number;
  /** Above it a version is bad: 0.02 is two of a hundred. */
  maxErrorShare: number;
  /** Fewer say nothing, but for this many failures in a row. */
  minRequests: number;
  now: () => number;
}

/** As many of docs/slo.md allow for. */
export const WATCH: Pick<WatchOptions, 'windowMs' | 'maxErrorShare' | 'minRequests'> = {
  windowMs: 60_000,
  maxErrorShare: 0.02,
  minRequests: 20,
};

export interface Watched {
  /** Null: it was well until the end. */
  problem: string | null;
  requests: number;
  failures: number;
}

/**
 * Watches what a version answers until it is bad or its time is over. Resolves at the event that tips the scale: the
 * sooner it goes back, the fewer meet it.
 * @param events ends when it is aborted
 */
export async function watch(events: AsyncIterable<Observation>, options: WatchOptions): Promise<Watched> {
  const { windowMs, maxErrorShare, minRequests, now } = options;
  const recent: { atMs: number; seen: Observation }[] = [];
  let [requests, failures, inARow] = [0, 0, 0];
  for await (const seen of events) {
    requests++;
    if (seen.failed) failures++;
    inARow = seen.failed ? inARow + 1 : 0;
    recent.push({ atMs: now(), seen });
    while ((recent[0]?.atMs ?? Number.POSITIVE_INFINITY) < now() - windowMs) recent.shift();
    const failed = recent.filter(one => one.seen.failed);
    const share = failed.length / recent.length;
    const isBad = recent.length >= minRequests ? share > maxErrorShare : inARow >= minRequests / 2;
    if (isBad) {
      const examples = [...new Set(failed.map(one => one.seen.what))].slice(0, 3).join(', ');
      const problem = `${failed.length} of ${recent.length} requests failed (${examples})`;
      return { problem, requests, failures };
    }
  }
  return { problem: null, requests, failures };
}
