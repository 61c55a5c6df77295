import { AppError } from '../../errors/app-error.ts';
import type { DayCounts, Period } from '../../ports/analytics.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;

/** The days that were asked for; the last thirty without. @throws AppError VALIDATION_FAILED */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Period {
  const last = to ?? dayOf(now.getTime());
  const first = from ?? dayOf(Date.parse(last) - (DEFAULT_DAYS - 1) * DAY_MS);
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (days < 1 || days > MAX_DAYS) {
    const details = [{ path: 'from', message: `must be at most ${MAX_DAYS - 1} days before \`to\`` }];
    throw new AppError('VALIDATION_FAILED', { details });
  }
  return { from: first, to: last };
}

/** Every day of the period, those without events too. */
export function everyDay({ from, to }: Period, counted: DayCounts[]): DayCounts[] {
  const known = new Map(counted.map(day => [day.day, day]));
  const days: DayCounts[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const day = dayOf(at);
    days.push(known.get(day) ?? { day, ...NOTHING });
  }
  return days;
}

const NOTHING = { impressions: 0, views: 0, edits: 0, runs: 0, submissions: 0, passes: 0, hints: 0 };

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
