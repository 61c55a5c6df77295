import { ChartFrame } from './chart-frame.tsx';

export interface ScatterItem {
  capsuleId: string;
  title: string;
  difficulty: number | null;
  discrimination: number | null;
}

const SIZE = 300;

/** Which items are hard, and which tell those who can from those who can't. */
export function Scatter({ items }: { items: readonly ScatterItem[] }) {
  const known = items.flatMap(({ title, difficulty, discrimination, capsuleId }) =>
    difficulty === null || discrimination === null ? [] : [{ capsuleId, title, difficulty, discrimination }],
  );
  const show = (value: number | null) => (value === null ? 'too few learners' : value.toFixed(2));
  const x = (difficulty: number) => difficulty * SIZE * 2;
  const y = (discrimination: number) => ((1 - discrimination) / 2) * SIZE;
  return (
    <ChartFrame
      title="Difficulty and discrimination"
      summary={
        known.length === 0
          ? 'It takes ten learners who did not all do alike before an item can be placed.'
          : `${known.length} of ${items.length} items placed. Right is harder; higher tells better who can and who can’t. Look at those below the middle.`
      }
      columns={['Item', 'Difficulty', 'Discrimination']}
      rows={items.map(item => [item.title, show(item.difficulty), show(item.discrimination)])}
    >
      <svg viewBox={`-10 -10 ${SIZE * 2 + 20} ${SIZE + 36}`} className="w-full max-w-3xl">
        <title>Difficulty and discrimination</title>
        <rect width={SIZE * 2} height={SIZE} className="fill-sunken stroke-line" />
        <line
          x1={0}
          x2={SIZE * 2}
          y1={SIZE / 2}
          y2={SIZE / 2}
          className="stroke-line-strong"
          strokeDasharray="4 4"
        />
        {known.map(item => (
          <g key={item.capsuleId}>
            <circle
              cx={x(item.difficulty)}
              cy={y(item.discrimination)}
              r="6"
              className="fill-accent stroke-surface"
            />
            <text x={x(item.difficulty) + 10} y={y(item.discrimination) + 4} className="fill-ink text-xs">
              {item.title.slice(0, 30)}
            </text>
          </g>
        ))}
        <text x={0} y={SIZE + 20} className="fill-muted text-xs">
          easy
        </text>
        <text x={SIZE * 2} y={SIZE + 20} textAnchor="end" className="fill-muted text-xs">
          hard
        </text>
      </svg>
    </ChartFrame>
  );
}
