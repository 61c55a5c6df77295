import { lineChart } from '../chart.ts';
import { type Line, p95ByMinute } from './report.ts';
import type { Loaded } from './saturation.ts';

export interface Simulated {
  curve: Loaded[];
  fleets: (Loaded & { machines: number; ownRate: number })[];
  peaks: Line[];
  spent: Line[];
}

const inMinutes = ({ outcome }: Line, value: (minute: Line['outcome']['minutes'][number]) => number) =>
  outcome.minutes.map(minute => ({ x: minute.atMs / 60_000, y: value(minute) }));

/** SVG by name of its file. */
export function chartsOf({ curve, fleets, peaks, spent }: Simulated): Record<string, string> {
  const small = fleets.filter(({ machines }) => machines <= 5);
  return {
    'one-machine': lineChart({
      title: 'One machine: how long learners wait, by how many press a second',
      description:
        'p50, p95 and p99 in seconds; flat to about two thirds of what two processors hold, then steep.',
      ...{ x: 'presses a second', y: 'seconds (logarithmic)', isLogarithmic: true },
      series: (['p50Ms', 'p95Ms', 'p99Ms'] as const).map(name => ({
        name: name.slice(0, 3),
        points: curve.map(({ ratePerSecond, felt }) => ({ x: ratePerSecond, y: felt[name] / 1000 })),
      })),
    }),
    machines: lineChart({
      title: 'How many presses a second are good, by machines',
      description: 'Nearly a straight line from one to five machines.',
      ...{ x: 'machines', y: 'presses a second' },
      series: [
        {
          name: 'one address for all',
          points: small.map(({ machines, ratePerSecond }) => ({ x: machines, y: ratePerSecond })),
        },
        {
          name: 'an address each',
          points: small.map(({ machines, ownRate }) => ({ x: machines, y: ownRate })),
        },
      ],
    }),
    peak: lineChart({
      title: 'A peak of ten times the usual: p95 by the minute somebody pressed',
      description:
        'Some twelve seconds for the whole peak, by the rule of scaling, too; two machines to begin with are enough in its last minutes, five all the time.',
      ...{ x: 'minutes', y: 'p95 in seconds (logarithmic)', isLogarithmic: true },
      series: peaks.map(line => ({ name: line.what, points: p95ByMinute(line.outcome) })),
    }),
    'peak-machines': lineChart({
      title: 'The same peak: machines that are up',
      description:
        'Machines over time: the rule adds one after five busy minutes and two to four minutes of boot each.',
      ...{ x: 'minutes', y: 'machines' },
      series: peaks.map(line => ({ name: line.what, points: inMinutes(line, ({ up }) => up) })),
    }),
    credits: lineChart({
      title: 'A burstable machine under steady load: hours of credit, and how busy it seems',
      description:
        'Credits fall until they are spent; from then on the machine works at its baseline, and looks less busy than the rule for adding machines needs.',
      ...{ x: 'minutes', y: 'share' },
      series: spent.flatMap(line => [
        { name: 'busy', points: inMinutes(line, ({ busy }) => Math.min(1, busy)) },
        { name: 'credits left', points: inMinutes(line, ({ credits }) => credits / 3_600) },
      ]),
    }),
  };
}
