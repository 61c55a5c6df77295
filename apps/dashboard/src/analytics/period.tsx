import { withQuery } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';

const PERIODS = { '7': '7 days', '30': '30 days', '90': '90 days' } as const;
const DAY_MS = 86_400_000;

/** The days that an address asks for: the first and the last, in UTC. */
export function periodOf(days: string | undefined): { days: string; from: string; to: string } {
  const chosen = days !== undefined && Object.hasOwn(PERIODS, days) ? days : '30';
  const now = Date.now();
  const on = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { days: chosen, from: on(now - (Number(chosen) - 1) * DAY_MS), to: on(now) };
}

export function PeriodChoice({ path, days }: { path: string; days: string }) {
  return (
    <nav aria-label="Period" className="flex gap-1">
      {Object.entries(PERIODS).map(([value, label]) => (
        <ButtonLink
          key={value}
          size="small"
          look={value === days ? 'secondary' : 'quiet'}
          aria-current={value === days}
          href={withQuery(path, { days: value })}
        >
          {label}
        </ButtonLink>
      ))}
    </nav>
  );
}
