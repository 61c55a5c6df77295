/**
 * Runners at scale, simulated: the production code of router, admission and pool in simulated time, on machines whose
 * service times were measured. See docs/scale.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../tools/lib/command.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { chartsOf } from './lib/scale/charts.ts';
import { measureServiceTimes } from './lib/scale/measure-jobs.ts';
import { FELT_COLUMNS, feltRow, type Line, minutesUntil, percent } from './lib/scale/report.ts';
import { loadAt, saturation } from './lib/scale/saturation.ts';
import {
  B2AS_V2,
  classOf,
  creditsRunOut,
  MIX,
  oneLost,
  PEAK,
  quietPlan,
  viralPeak,
} from './lib/scale/scenarios.ts';
import { meanCpuMs, readServiceTimes, SERVICE_TIMES_FILE } from './lib/scale/service-times.ts';
import { simulate } from './lib/scale/simulate.ts';
import { type Compared, validate } from './lib/scale/validate.ts';

const HELP = `npm run bench -- scale [options]

Without options: goes through the scenarios on the service times that are in the repository.

  --measure       measures service times anew on a runner of its own, and writes them to bench/lib/scale (needs root)
  --repeats N     of each program, when measuring (3)
  --only NAME     measures this language anew, and keeps the others
  --validate      loads a real runner and compares with what is simulated (needs root)
  --seconds N     of each rate, when validating (30)
  --seed N        of everything that chance decides (1)
  --charts        writes docs/images/scale, too
  --help          this text

Measure and validate on a machine that does nothing else; both tell how much others took.
`;

/** Of a machine that has worked before: half of what a new one begins with. */
const HALF_SPENT = { ...B2AS_V2.credits, initialSeconds: B2AS_V2.credits.initialSeconds / 2 };

await main(async () => {
  const { values } = parseArgs({
    options: {
      measure: { type: 'boolean', default: false },
      repeats: { type: 'string', default: '3' },
      only: { type: 'string' },
      validate: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      charts: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [repeats, seconds, seed] = [values.repeats, values.seconds, values.seed].map(Number);
  if (values.help || !repeats || !seconds || seed === undefined || Number.isNaN(seed)) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  if (values.measure) {
    const known = values.only === undefined ? undefined : readServiceTimes();
    const times = await measureServiceTimes(repeats, console.log, values.only, known);
    writeFileSync(SERVICE_TIMES_FILE, `${JSON.stringify(times, null, 2)}\n`);
    console.log(`Others took ${times.othersTook} of ${times.processors} processors meanwhile.`);
    return 0;
  }
  if (values.validate) {
    const compared = await validate(readServiceTimes(), [0.2, 0.4, 0.6, 0.8], seconds, seed, console.log);
    console.log(`\n${comparedTable(compared)}`);
    return 0;
  }
  return goThrough(seed, values.charts);
});

async function goThrough(seed: number, withCharts: boolean): Promise<number> {
  const times = readServiceTimes();
  const meanMs = meanCpuMs(times, MIX);
  const bound = (1000 * B2AS_V2.processors) / meanMs;
  console.log(
    `A press takes ${meanMs.toFixed(0)} ms of processor time on average: two processors hold ${bound.toFixed(1)} a second at most.`,
  );
  const curve = await step('One machine, rate by rate', () =>
    inTurn([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5], share =>
      loadAt(times, 1, bound * share, 180, seed),
    ),
  );
  const fleets = await step('As many as are good, on 1 to 5 machines', () =>
    inTurn([1, 2, 3, 4, 5], async machines => {
      const [shared, own] = await inTurn([true, false], isShared =>
        saturation(times, machines, machines * bound, 120, seed, isShared),
      );
      if (!shared || !own) throw new StepError('Nothing was simulated.');
      return { machines, ...shared, ownRate: own.ratePerSecond };
    }),
  );
  const hundred = await step('100 machines', () =>
    inTurn([0.5, 0.7, 0.9], share => loadAt(times, 100, 100 * bound * share, 15, seed)),
  );
  const first = fleets[0];
  if (!first) throw new StepError('Nothing was simulated.');
  const usual = first.ratePerSecond;
  const many = quietPlan(times, seed, { up: 3, most: 3 });
  const one = quietPlan(times, seed, { up: 1, most: 5 });
  const classes = await step('A class of 30 in one second', () =>
    inTurn([...Object.keys(MIX.languages), 'shared'], language =>
      named(
        language === 'shared' ? 'Python, the class at one address' : language,
        classOf(
          { ...quietPlan(times, seed, { up: 1, most: 1 }), isOneCaller: language === 'shared' },
          30,
          language === 'shared' ? 'python' : language,
          times,
        ),
      ),
    ),
  );
  const peaks = await step('Ten times as many within a minute', async () => [
    await named('1 machine, no scaling', viralPeak(one, usual * 0.4, 10, false)),
    await named('1 to 5 machines, by the rule', viralPeak(one, usual * 0.4, 10, true)),
    await named(
      '2 to 5, twice the room',
      viralPeak({ ...one, machines: { up: 2, most: 5 } }, usual * 0.4, 10, true),
    ),
    await named('1 to 5, an address each', viralPeak({ ...one, isShared: false }, usual * 0.4, 10, true)),
    await named(
      '5 from the beginning',
      viralPeak({ ...one, machines: { up: 5, most: 5 } }, usual * 0.4, 10, false),
    ),
  ]);
  const losses = await step('One of three is lost', async () => [
    await named('gone, half busy', oneLost(many, usual * 1.5, 'gone')),
    await named('hung, half busy', oneLost(many, usual * 1.5, 'hung')),
    await named('gone, at 90 %', oneLost(many, usual * 2.7, 'gone')),
    await named(
      'gone, half busy, an address each',
      oneLost({ ...many, isShared: false }, usual * 1.5, 'gone'),
    ),
    await named(
      'hung, half busy, an address each',
      oneLost({ ...many, isShared: false }, usual * 1.5, 'hung'),
    ),
    await named('gone, at 90 %, an address each', oneLost({ ...many, isShared: false }, usual * 2.7, 'gone')),
  ]);
  const spent = await step('A burstable machine’s credits run out', async () => [
    await named('one, 55 % busy', creditsRunOut(one, bound * 0.55, 130, HALF_SPENT)),
  ]);
  const share = ({ ratePerSecond }: { ratePerSecond: number }) => percent(ratePerSecond / bound);
  console.log(
    `\n${renderTable(
      ['presses /s', 'of the bound', ...FELT_COLUMNS.slice(1)],
      curve.map(point => [
        point.ratePerSecond.toFixed(1),
        share(point),
        ...feltRow({ what: '', ...point }).slice(1),
      ]),
    )}`,
  );
  console.log(
    `\n${renderTable(
      ['machines', 'good up to /s', 'each', 'an address each: /s', ...FELT_COLUMNS.slice(1)],
      fleets.map(fleet => [
        ...[
          fleet.machines,
          fleet.ratePerSecond.toFixed(1),
          (fleet.ratePerSecond / fleet.machines).toFixed(1),
          fleet.ownRate.toFixed(1),
        ],
        ...feltRow({ what: '', ...fleet }).slice(1),
      ]),
    )}`,
  );
  console.log(
    `\n${renderTable(
      ['100 machines, presses /s', 'of the bound', ...FELT_COLUMNS.slice(1)],
      hundred.map(point => [
        ...[point.ratePerSecond.toFixed(0), percent(point.ratePerSecond / bound / 100)],
        ...feltRow({ what: '', ...point }).slice(1),
      ]),
    )}`,
  );
  for (const group of [classes, peaks, losses, spent])
    console.log(`\n${renderTable(FELT_COLUMNS, group.map(feltRow))}`);
  for (const { what, outcome } of [...peaks, ...spent]) {
    const times = [2, 3, 4, 5].map(up => minutesUntil(outcome, up, PEAK.beginsMs)?.toFixed(1) ?? 'never');
    console.log(`${what}: 2, 3, 4, 5 machines up after ${times.join(', ')} minutes`);
  }
  if (withCharts) {
    const folder = join(ROOT, 'docs/images/scale');
    mkdirSync(folder, { recursive: true });
    for (const [name, svg] of Object.entries(chartsOf({ curve, fleets, peaks, spent })))
      writeFileSync(join(folder, `${name}.svg`), svg);
  }
  return 0;

  async function named(what: string, plan: Parameters<typeof simulate>[0]): Promise<Line> {
    return { what, outcome: await simulate(plan) };
  }
}

async function inTurn<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function comparedTable(compared: Compared[]): string {
  const pair = (one: Compared, name: 'servedPerSecond' | 'p50Ms' | 'p95Ms' | 'cpuMsEach', digits = 0) => [
    one.measured[name].toFixed(digits),
    one.predicted[name].toFixed(digits),
  ];
  return renderTable(
    [
      ...[
        'asked /s',
        'processors left',
        'served /s',
        'simulated',
        'p50 ms',
        'simulated',
        'p95 ms',
        'simulated',
      ],
      ...['refused', 'simulated', 'cpu ms each', 'as measured alone'],
    ],
    compared.map(one => [
      ...[one.ratePerSecond.toFixed(1), one.processors.toFixed(2), ...pair(one, 'servedPerSecond', 1)],
      ...[...pair(one, 'p50Ms'), ...pair(one, 'p95Ms'), percent(one.measured.refused)],
      ...[percent(one.predicted.refused), ...pair(one, 'cpuMsEach')],
    ]),
  );
}
