/** Measures what the cost model needs, on this machine, and writes measured.json. Needs root, for the runner. */
import { writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { readWishes } from '../../bench/lib/generation/prompts.ts';
import { PROVIDERS } from '../../bench/lib/generation/providers.ts';
import { type Tried, tryOnce } from '../../bench/lib/generation/trial.ts';
import { meanOf, readServiceTimes } from '../../bench/lib/scale/service-times.ts';
import { main, step } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { withRunner } from '../../tools/lib/with-runner.ts';
import { measureUses } from './measure-uses.ts';
import { MEASURED_FILE, type Measured, measuredSchema, readMeasured } from './measured.ts';

const HELP = `node infra/cost/measure.ts [options]

Measures requests, bytes, rows, operations and processor time of what people do, through the Workers on local workerd,
and tokens of generations by the double of a provider; takes the runner's processor time from
bench/lib/scale/service-times.json (npm run bench -- scale --measure). Writes infra/cost/measured.json.

  --times N     of each thing that people do (10)
  --prompts N   generations by the double (20)
  --runner      takes the runner's times anew, and keeps the rest as it was measured
  --help        this text
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '10' },
      prompts: { type: 'string', default: '20' },
      runner: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [times, prompts] = [Number(values.times), Number(values.prompts)];
  if (values.help || !(times >= 1 && prompts >= 1)) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const service = readServiceTimes();
  const known = values.runner ? readMeasured() : null;
  const uses = known?.uses ?? (await measureUses(times));
  const generation =
    known?.generation ?? (await step('Generations by the double', () => generationsOf(prompts)));
  const measured: Measured = measuredSchema.parse({
    measuredOn: known?.measuredOn ?? new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} processors, ${cpus()[0]?.model ?? ''}, ${arch()}, Node ${process.version}`,
    runner: {
      ...{ measuredOn: service.measuredOn, othersTook: service.othersTook },
      languages: Object.fromEntries(
        Object.entries(service.languages).map(([language, { run, submit }]) => [
          language,
          { runMs: round(meanOf(run)), submitMs: round(meanOf(submit)) },
        ]),
      ),
    },
    ...{ uses, generation },
  });
  writeFileSync(MEASURED_FILE, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(`\n${table(measured)}`);
  return 0;
});

/** Tokens as the double tells them: four characters each, of the real prompts and of its own exercise. */
async function generationsOf(prompts: number): Promise<Measured['generation']> {
  const provider = await PROVIDERS.double();
  try {
    const wishes = readWishes(prompts);
    const tried: Tried[] = await withRunner(async executor => {
      const all: Tried[] = [];
      for (const [index, wish] of wishes.entries())
        all.push(await tryOnce(await provider.trial(wish, index), executor));
      return all;
    });
    const costs = tried.flatMap(one => one.costs);
    const models = Object.fromEntries(
      [...Map.groupBy(costs, ({ model }) => model)].map(([model, calls]) => [
        model,
        {
          input: round(calls.reduce((sum, { inputTokens }) => sum + inputTokens, 0) / tried.length),
          output: round(calls.reduce((sum, { outputTokens }) => sum + outputTokens, 0) / tried.length),
        },
      ]),
    );
    const characters = wishes.reduce((sum, { prompt }) => sum + prompt.length, 0);
    return {
      ...{ provider: provider.name, prompts: tried.length, models },
      accepted: tried.filter(({ outcome }) => outcome === 'accepted').length,
      promptTokens: round(characters / wishes.length / 4),
    };
  } finally {
    provider.stop();
  }
}

function table({ uses }: Measured): string {
  const columns = [
    'requests',
    'bytes',
    'workerCpuMs',
    'runnerCpuMs',
    'rowsRead',
    'rowsWritten',
    'kvReads',
    'kvWrites',
    'r2Reads',
    'queueMessages',
    'objectRequests',
    'databaseBytes',
  ] as const;
  return renderTable(
    ['', ...columns],
    Object.entries(uses).map(([name, use]) => [name, ...columns.map(column => use[column])]),
  );
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
