/** What a month costs, by users: measured work, assumed behaviour, dated prices. See docs/cost.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { shareChart } from '../../bench/lib/chart.ts';
import { ROOT } from '../../tools/lib/command.ts';
import { main, StepError } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { ASSUMPTIONS, type AssumptionName, usualBehaviour } from './assumptions.ts';
import { type Bill, billFor, byGroup, MACHINE, usdAGeneration } from './compute.ts';
import { compareWithFirstDesign } from './first-design.ts';
import { readMeasured } from './measured.ts';
import { PRICES } from './prices.ts';
import { swings } from './sensitivity.ts';

const HELP = `npm run cost -- [options]

Dollars a month at each stage, what dominates, what the total hangs on most, and the first design's figures beside it.
Measured numbers are in infra/cost/measured.json (npm run cost:measure), prices and assumptions beside it.

  --users LIST      stages (100,1000,10000,100000)
  --set NAME=VALUE  another value for an assumption, as often as wanted; --assumptions tells the names
  --assumptions     tells all assumptions with their reasons, and ends
  --prices          tells all prices with source and date, and ends
  --charts          writes docs/images/cost, too
  --json            everything, as JSON
  --help            this text
`;
const SHOWN_SWINGS = 10;
/** D1 holds no more in one database (its limits at developers.cloudflare.com/d1/platform/limits). */
const LARGEST_DATABASE_GB = 10;

await main(async () => {
  const { values } = parseArgs({
    options: {
      users: { type: 'string', default: '100,1000,10000,100000' },
      set: { type: 'string', multiple: true, default: [] },
      assumptions: { type: 'boolean', default: false },
      prices: { type: 'boolean', default: false },
      charts: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const stages = values.users.split(',').map(Number);
  if (values.help || !stages.every(users => users >= 0)) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  if (values.assumptions) console.log(assumptionTable());
  if (values.prices) console.log(priceTable());
  if (values.assumptions || values.prices) return 0;

  const behaviour = { ...usualBehaviour(), ...Object.fromEntries(values.set.map(setting)) };
  const measured = readMeasured();
  const bills = stages.map(users => billFor(users, behaviour, measured, PRICES));
  const middle = bills.find(({ users }) => users === 10_000) ?? bills.at(-1);
  if (!middle) throw new StepError(HELP);
  const swung = swings(middle.users, behaviour, measured, PRICES);
  const compared = compareWithFirstDesign(measured, PRICES);
  if (values.json) {
    console.log(JSON.stringify({ bills, swings: swung, firstDesign: compared }, null, 2));
    return 0;
  }
  console.log(itemTable(bills));
  console.log(`\n${stageTable(bills)}`);
  console.log(
    `\nOne generation at the models: $${usdAGeneration(measured, PRICES).toFixed(4)}. Prices marked * have no source.`,
  );
  for (const { users, machines, databaseGb } of bills) {
    if (machines.peak > MACHINE.most)
      console.log(
        `${count(users)} users: ${machines.peak} machines at the peak, more than one scale set of ${MACHINE.most}.`,
      );
    if (databaseGb > LARGEST_DATABASE_GB)
      console.log(`${count(users)} users: ${databaseGb.toFixed(0)} GB, more than one D1 database holds.`);
  }
  console.log(
    `\nWhat the total at ${count(middle.users)} users ($${middle.totalUsd.toFixed(0)}) hangs on most\n`,
  );
  console.log(
    renderTable(
      ['', 'range', 'low $', 'high $', 'spread $'],
      swung
        .slice(0, SHOWN_SWINGS)
        .map(one => [one.name, one.from, ...[one.lowUsd, one.highUsd, one.spreadUsd].map(Math.round)]),
    ),
  );
  console.log('\nThe first design’s figures beside ours\n');
  console.log(
    renderTable(
      [
        'users',
        'theirs $',
        'ours $',
        'machines',
        'ours',
        'models',
        'ours',
        'rest, ours',
        'generations a user',
        'ours',
        'ours with theirs $',
      ],
      compared.map(({ users, theirs, ours, generationsAUser, withTheirGenerationsUsd }) => [
        ...[count(users), theirs.totalUsd, Math.round(ours.totalUsd), theirs.machinesUsd],
        ...[ours.machinesUsd, theirs.modelsUsd, ours.modelsUsd, ours.restUsd].map(Math.round),
        ...[generationsAUser.theirs.toFixed(1), generationsAUser.ours.toFixed(1)],
        Math.round(withTheirGenerationsUsd),
      ]),
    ),
  );
  if (values.charts) writeCharts(bills);
  return 0;
});

function setting(text: string): [AssumptionName, number] {
  const [name = '', value = ''] = text.split('=');
  if (!(name in ASSUMPTIONS) || value === '' || !Number.isFinite(Number(value)))
    throw new StepError(`“${text}” is not of the form NAME=VALUE; --assumptions tells the names.`);
  return [name as AssumptionName, Number(value)];
}

/** All items; a sum below a cent is told as 0. */
function itemTable(bills: Bill[]): string {
  const rows = (bills[0]?.items ?? []).map(({ group, name, unit, sourced }, at) => [
    ...[group, sourced ? name : `${name} *`, unit],
    ...bills.flatMap(({ items }) => [amount(items[at]?.amount ?? 0), usd(items[at]?.usd ?? 0)]),
  ]);
  return renderTable(['', '', 'unit', ...bills.flatMap(({ users }) => [`${count(users)} users`, '$'])], rows);
}

function stageTable(bills: Bill[]): string {
  const columns = [
    'users',
    '$ a month',
    '$ a user',
    'Cloudflare',
    'machines',
    'network',
    'models',
    'most of it',
  ];
  return renderTable(
    [...columns, 'busy processors, mean', 'peak', 'machines, always', 'peak', 'database GB'],
    bills.map(bill => {
      const groups = byGroup(bill);
      const [most = ''] = Object.entries(groups).sort(([, one], [, other]) => other - one)[0] ?? [];
      const { machines } = bill;
      return [
        ...[
          count(bill.users),
          usd(bill.totalUsd),
          bill.users ? (bill.totalUsd / bill.users).toFixed(4) : '–',
        ],
        ...[groups.Cloudflare, groups.machines, groups.network, groups.models].map(usd),
        ...[most, machines.meanBusy.toFixed(2), machines.peakBusy.toFixed(1), machines.base, machines.peak],
        bill.databaseGb.toFixed(1),
      ];
    }),
  );
}

function assumptionTable(): string {
  return renderTable(
    ['', 'value', 'low', 'high', 'unit', 'why'],
    Object.entries(ASSUMPTIONS).map(([name, { value, low, high, unit, why }]) => [
      name,
      value,
      low,
      high,
      unit,
      why,
    ]),
  );
}

function priceTable(): string {
  return renderTable(
    ['', '$', 'for a', 'included', 'read', 'source', 'note'],
    Object.entries(PRICES).map(([name, price]) => [
      ...[
        price.sourced ? name : `${name} *`,
        String(Number(price.usd.toPrecision(4))),
        price.unit,
        price.included,
      ],
      ...[price.read, price.source, 'note' in price ? price.note : ''],
    ]),
  );
}

function writeCharts(bills: Bill[]): void {
  const folder = join(ROOT, 'docs/images/cost');
  mkdirSync(folder, { recursive: true });
  const bars = bills.map(bill => ({
    name: `${count(bill.users)}: $${bill.totalUsd.toFixed(0)}`,
    parts: byGroup(bill),
  }));
  const shares = shareChart({
    title: 'What a month costs, by users: shares of the total',
    description: bars
      .map(
        ({ name, parts }) =>
          `${name}, of it ${Object.entries(parts)
            .map(([part, value]) => `${part} $${value.toFixed(0)}`)
            .join(', ')}`,
      )
      .join('; '),
    ...{ y: 'share of the total', bars },
  });
  writeFileSync(join(folder, 'stages.svg'), shares);
}

function usd(value: number): string {
  return value < 0.005 ? '0' : value.toFixed(2);
}

function amount(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function count(users: number): string {
  return users >= 1000 ? `${users / 1000} K` : String(users);
}
