import { feltBy, type Outcome } from './simulate.ts';

/** Rows of tables over outcomes. */
export interface Line {
  what: string;
  outcome: Outcome;
}

export const FELT_COLUMNS = [
  ...['', 'presses', 'served /s', 'refused first', 'no answer'],
  ...['p50 s', 'p95 s', 'p99 s', 'busiest', 'longest queue'],
];

/** What learners felt, how busy machines were at most in ten seconds, and how many waited on them. */
export function feltRow({ what, outcome }: Line): (string | number)[] {
  const felt = feltBy(outcome.presses, outcome.countedMs);
  const most = (value: (minute: Outcome['minutes'][number]) => number) =>
    Math.max(0, ...outcome.minutes.map(value));
  return [
    ...[what, felt.presses, felt.servedPerSecond.toFixed(1), percent(felt.refused), percent(felt.lost)],
    ...[felt.p50Ms, felt.p95Ms, felt.p99Ms].map(inSeconds),
    percent(
      Math.min(
        1,
        most(({ busy }) => busy),
      ),
    ),
    most(({ queued }) => queued),
  ];
}

export const percent = (share: number) =>
  share === 0 ? '0' : `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
export const inSeconds = (ms: number) => (ms / 1000).toFixed(ms < 10_000 ? 2 : 0);

/** When as many machines were up first, in minutes from `sinceMs`; null: never. */
export function minutesUntil({ fleet }: Outcome, up: number, sinceMs: number): number | null {
  const first = fleet.history.find(entry => entry.atMs >= sinceMs && entry.up >= up);
  return first ? (first.atMs - sinceMs) / 60_000 : null;
}

/** p95 of those who pressed in each minute, in seconds. */
export function p95ByMinute({ presses }: Outcome): { x: number; y: number }[] {
  const byMinute = Map.groupBy(presses, ({ atMs }) => Math.floor(atMs / 60_000));
  return [...byMinute]
    .sort(([one], [other]) => one - other)
    .map(([minute, some]) => ({ x: minute, y: feltBy(some, 60_000).p95Ms / 1000 }));
}
