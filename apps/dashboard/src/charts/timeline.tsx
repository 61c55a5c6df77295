import { counted, day } from '#words.ts';
import { ChartFrame } from './chart-frame.tsx';

interface Day {
  day: string;
  views: number;
  runs: number;
  submissions: number;
  passes: number;
}

const WIDTH = 720;
const HEIGHT = 180;
const LINES = [
  { key: 'runs', label: 'Runs', className: 'stroke-line-strong' },
  { key: 'submissions', label: 'Submissions', className: 'stroke-accent' },
  { key: 'passes', label: 'Passes', className: 'stroke-good' },
] as const;

/** What happened on each day. */
export function Timeline({ days }: { days: readonly Day[] }) {
  const top = Math.max(1, ...days.flatMap(one => LINES.map(line => one[line.key])));
  const x = (i: number) => (days.length < 2 ? WIDTH / 2 : (i / (days.length - 1)) * WIDTH);
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const sum = (key: 'submissions' | 'passes') => days.reduce((total, one) => total + one[key], 0);
  return (
    <ChartFrame
      title="Day by day"
      summary={`${counted(sum('submissions'), 'submission')} and ${counted(sum('passes'), 'pass', 'passes')} in ${counted(days.length, 'day')}.`}
      columns={['Day', 'Views', 'Runs', 'Submissions', 'Passes']}
      rows={days.map(one => [day(one.day), one.views, one.runs, one.submissions, one.passes])}
    >
      <svg viewBox={`-4 -6 ${WIDTH + 8} ${HEIGHT + 12}`} className="h-44 w-full" preserveAspectRatio="none">
        <title>Day by day</title>
        {[0, 0.5, 1].map(share => (
          <line
            key={share}
            x1={0}
            x2={WIDTH}
            y1={HEIGHT * share}
            y2={HEIGHT * share}
            className="stroke-line"
          />
        ))}
        {LINES.map(({ key, className }) => (
          <polyline
            key={key}
            points={days.map((one, i) => `${x(i)},${y(one[key])}`).join(' ')}
            className={`fill-none ${className}`}
            strokeWidth="2"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {days.length === 1 &&
          LINES.map(({ key, className }) => (
            <line
              key={key}
              x1={x(0) - 12}
              x2={x(0) + 12}
              y1={y(days[0]?.[key] ?? 0)}
              y2={y(days[0]?.[key] ?? 0)}
              className={className}
              strokeWidth="3"
            />
          ))}
      </svg>
      <ul className="mt-3 flex gap-4 text-xs text-muted">
        {LINES.map(({ key, label, className }) => (
          <li key={key} className="flex items-center gap-1.5">
            <svg viewBox="0 0 12 4" className="w-3">
              <title>{label}</title>
              <line x1="0" x2="12" y1="2" y2="2" className={className} strokeWidth="4" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
