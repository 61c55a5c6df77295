import { percentile } from '../../../tools/lib/table.ts';

/** What analytics must tell of one capsule. */
export interface Counts {
  impressions: number;
  views: number;
  edits: number;
  totalRuns: number;
  submissions: number;
  passes: number;
  hints: number;
  learners: number;
  learnersPassed: number;
}

export const COUNTED = [
  ...['impressions', 'views', 'edits', 'totalRuns', 'submissions', 'passes', 'hints'],
  ...['learners', 'learnersPassed'],
] as (keyof Counts)[];

/** The load generator’s own books: what it did, how long it took, and what was not as it must be. */
export class Tally {
  readonly counts = new Map<string, Counts>();
  readonly faults: string[] = [];
  readonly #timesMs = new Map<string, number[]>();
  readonly #statuses = new Map<number, number>();

  countsOf(capsuleId: string): Counts {
    const known = this.counts.get(capsuleId);
    if (known) return known;
    const none = Object.fromEntries(COUNTED.map(name => [name, 0])) as unknown as Counts;
    this.counts.set(capsuleId, none);
    return none;
  }

  answered(what: string, status: number, ms: number): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    const times = this.#timesMs.get(what) ?? [];
    times.push(ms);
    this.#timesMs.set(what, times);
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  get requests(): number {
    return [...this.#statuses.values()].reduce((sum, count) => sum + count, 0);
  }

  get serverErrors(): number {
    return [...this.#statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
  }

  get statuses(): string {
    return [...this.#statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  }

  /** What was asked, how often, and p50, p99 and the longest in milliseconds. */
  rows(): (string | number)[][] {
    return [...this.#timesMs].map(([what, times]) => [
      what,
      times.length,
      ...[50, 99, 100].map(p => Math.round(percentile(times, p))),
    ]);
  }
}
