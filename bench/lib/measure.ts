import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../tools/lib/table.ts';

/** How requests arrive. */
export interface Load {
  clients: number;
  /** Rest of a client between two requests. */
  pauseMs: number;
}

export interface Measure {
  runs: number;
  failed: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  perSecond: number;
}

/** Calls `once` `runs` times under a load, after a few calls to warm up. False from it is a failed run. */
export async function measure(
  { clients, pauseMs }: Load,
  runs: number,
  warmUp: number,
  once: (nth: number) => Promise<boolean>,
): Promise<Measure> {
  for (let i = 0; i < warmUp; i++) await once(-1 - i);
  const timesMs: number[] = [];
  let failed = 0;
  let started = 0;
  async function client(): Promise<void> {
    while (started < runs) {
      const nth = started++;
      const startMs = performance.now();
      if (!(await once(nth))) failed++;
      timesMs.push(performance.now() - startMs);
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }
  const startMs = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - startMs) / 1000;
  const at = (p: number) => Number(percentile(timesMs, p).toFixed(1));
  const perSecond = Number(((runs - failed) / seconds).toFixed(1));
  return { runs, failed, p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), perSecond };
}
