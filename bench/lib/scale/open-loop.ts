import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../../tools/lib/table.ts';
import { Chance } from './random.ts';

/** What came of one request. `status` 0: no answer. */
export interface Shot {
  /** After when it was to be sent, whatever was still unanswered then. */
  dueMs: number;
  lastedMs: number;
  status: number;
}

export interface OpenLoop {
  ratePerSecond: number;
  seconds: number;
  seed: number;
  /** Stops when so large a share of the last hundred answers was 5xx, or none; 1: never. */
  stopsAbove: number;
  /** @returns the status; rejects where there is no answer */
  send: (nth: number) => Promise<number>;
}

const LAST = 100;

/**
 * Sends at the times of a Poisson process and waits for nobody: a slow server meets all who would have come. Each time
 * is counted from when the request was due, so that what waits before it is sent is not left out.
 */
export async function openLoop({ ratePerSecond, seconds, seed, stopsAbove, send }: OpenLoop) {
  const chance = new Chance(seed);
  const shots: Shot[] = [];
  const flights: Promise<void>[] = [];
  const startMs = performance.now();
  let isStopped = false;
  let dueMs = chance.exponential(1000 / ratePerSecond);
  for (let nth = 0; dueMs < seconds * 1000 && !isStopped; nth++) {
    await sleep(Math.max(0, dueMs - (performance.now() - startMs)));
    flights.push(shoot(nth, dueMs));
    dueMs += chance.exponential(1000 / ratePerSecond);
  }
  await Promise.all(flights);
  return { shots, isStopped, lastedMs: performance.now() - startMs };

  async function shoot(nth: number, dueMs: number): Promise<void> {
    const status = await send(nth).catch(() => 0);
    shots.push({ dueMs, lastedMs: performance.now() - startMs - dueMs, status });
    const last = shots.slice(-LAST);
    if (last.length === LAST && last.filter(isFailure).length > stopsAbove * LAST) isStopped = true;
  }
}

export const isFailure = ({ status }: Shot) => status === 0 || status >= 500;

/** Of what was answered well: p50, p95, p99 and the longest, in milliseconds. */
export function timesOf(shots: Shot[]): number[] {
  const good = shots.filter(({ status }) => status >= 200 && status < 300).map(({ lastedMs }) => lastedMs);
  return [50, 95, 99, 100].map(p => percentile(good, p));
}
