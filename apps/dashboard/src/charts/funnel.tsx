import { percent } from '#words.ts';
import { ChartFrame } from './chart-frame.tsx';

export interface FunnelCounts {
  viewed: number;
  edited: number;
  ran: number;
  submitted: number;
  passed: number;
}

const STEPS = [
  ['viewed', 'Viewed'],
  ['edited', 'Edited'],
  ['ran', 'Ran'],
  ['submitted', 'Submitted'],
  ['passed', 'Passed'],
] as const;

/** How far learners get. */
export function Funnel({ funnel }: { funnel: FunnelCounts }) {
  const top = Math.max(1, ...Object.values(funnel));
  const share = (count: number) => (funnel.viewed === 0 ? '–' : percent(count / funnel.viewed));
  return (
    <ChartFrame
      title="How far learners get"
      summary={
        funnel.viewed === 0
          ? 'Nobody has opened it yet.'
          : `Of ${funnel.viewed} who opened it, ${funnel.passed} passed (${share(funnel.passed)}).`
      }
      columns={['Step', 'Learners', 'Of those who viewed']}
      rows={STEPS.map(([key, label]) => [label, funnel[key], share(funnel[key])])}
    >
      <ul className="grid gap-2">
        {STEPS.map(([key, label]) => (
          <li key={key} className="grid grid-cols-[5.5rem_1fr_3rem] items-center gap-3 text-sm">
            <span className="text-muted">{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-5 w-full">
              <title>{label}</title>
              <rect width="100" height="10" rx="1" className="fill-sunken" />
              <rect width={(funnel[key] / top) * 100} height="10" rx="1" className="fill-accent" />
            </svg>
            <span className="text-end tabular-nums">{funnel[key]}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
