/**
 * Generates capsules from a file of prompts, by any provider, and has what is accepted looked over: by a solution and
 * wrong answers that somebody else wrote, where there are such. See docs/benchmarks.md for what each column says.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { concurrently } from '@devcapsules/capsule/concurrently';
import { main, StepError } from '../tools/lib/steps.ts';
import { percentile, renderTable } from '../tools/lib/table.ts';
import { withRunner } from '../tools/lib/with-runner.ts';
import { readWishes } from './lib/generation/prompts.ts';
import { PROVIDERS } from './lib/generation/providers.ts';
import { type Tried, tryOnce } from './lib/generation/trial.ts';

const HELP = `npm run bench -- generation [options]

Yield, repairs, rightness, time and cost of generated capsules, over prompts of bench/lib/generation/prompts.json.

  --provider NAME   bank | double | env (LLM_* of the environment, see docs/generation.md; costs money)  (bank)
  --prompts N       only so many of them (all)
  --width N         side by side (1)
  --json            every trial, as JSON, in place of the table
  --out FILE        the same to a file, beside the table
  --help            this text
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      provider: { type: 'string', default: 'bank' },
      prompts: { type: 'string', default: '1000' },
      width: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { provider: name } = values;
  if (!isProvider(name)) throw new StepError(`There is no provider “${name}”.\n\n${HELP}`);
  const [count, width] = [Number(values.prompts), Number(values.width)];
  if (!(count >= 1 && width >= 1)) throw new StepError(HELP);
  const provider = await PROVIDERS[name]();
  try {
    const trials = await Promise.all(readWishes(count).map(provider.trial));
    const tried = await withRunner(executor =>
      concurrently(trials, width, async trial => {
        const result = await tryOnce(trial, executor);
        const { outcome, repairs, seconds } = result;
        const wrong = result.isRight === false ? ', the reference is WRONG' : '';
        const told = `${trial.wish.language}, ${trial.wish.prompt.split('\n')[0]?.slice(0, 60)}`;
        console.error(`${outcome} (${repairs} repairs, ${seconds.toFixed(1)} s${wrong}): ${told}`);
        return result;
      }),
    );
    const all = JSON.stringify({ provider: provider.name, trials: tried }, null, 2);
    if (values.out) writeFileSync(values.out, all);
    console.log(values.json ? all : `\n${provider.name}\n\n${table(tried)}`);
    return 0;
  } finally {
    provider.stop();
  }
});

function isProvider(name: string): name is keyof typeof PROVIDERS {
  return name in PROVIDERS;
}

function table(tried: Tried[]): string {
  const groups = [...new Set(tried.map(({ group }) => group))].sort();
  const rows = groups.map(group =>
    rowOf(
      group,
      tried.filter(trial => trial.group === group),
    ),
  );
  return renderTable(
    [
      ...['', 'prompts', 'accepted', 'otherwise', 'repairs', 'right / checked', 'wrong rejected'],
      ...['faults found', 's, p50', 's, p95', '$ an accepted one'],
    ],
    [...rows, rowOf('all', tried)],
  );
}

function rowOf(group: string, tried: Tried[]): (string | number)[] {
  const accepted = tried.filter(({ outcome }) => outcome === 'accepted');
  const sum = (items: Tried[], value: (item: Tried) => number) =>
    items.reduce((total, item) => total + value(item), 0);
  const checked = accepted.filter(({ isRight }) => isRight !== null);
  const right = checked.filter(({ isRight }) => isRight);
  const seconds = accepted.map(trial => trial.seconds);
  const others = tried.flatMap(({ outcome }) => (outcome === 'accepted' ? [] : [outcome]));
  const [wrong, mutants] = [sum(accepted, item => item.wrong), sum(accepted, item => item.mutants)];
  const usd = sum(tried, item => item.costUsd);
  return [
    ...[group, tried.length, `${accepted.length} (${percent(accepted.length, tried.length)})`],
    [...new Set(others)].map(name => `${name} ${others.filter(other => other === name).length}`).join(', '),
    (sum(tried, item => item.repairs) / tried.length).toFixed(2),
    `${right.length} / ${checked.length}`,
    `${sum(accepted, item => item.rejected)} / ${wrong}`,
    `${percent(
      sum(accepted, item => item.killed),
      mutants,
    )} of ${mutants}`,
    ...[50, 95].map(p => (seconds.length > 0 ? percentile(seconds, p).toFixed(1) : '–')),
    accepted.length > 0 ? (usd / accepted.length).toFixed(5) : '–',
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
