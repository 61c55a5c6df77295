/**
 * Keeps a runner busy with requests of every kind, right and wrong, and looks at what it takes up meanwhile.
 * Ends with 1 when something grew beyond its bound, an answer was wrong, or the service logged an error.
 *
 *   npm run bench -- soak --minutes N [--clients N] [--seed N]
 *
 * Needs root. Bounds compare the service at rest after a warm-up with the service at rest at the end.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { main, StepError } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { KINDS, randomFrom } from './lib/soak/clients.ts';
import { bounds, type Footprint, footprintOf, growth } from './lib/soak/footprint.ts';
import { type Service, startService } from './lib/soak/service.ts';

const CACHE_DISK_MB = 16;
const MINUTE_MS = 60_000;
const WARM_UP_MS = 30_000;
/** How long what is left of the last request may take to go. */
const REST_MS = 30_000;
const SHOWN = 20;
const MIB = 1024 * 1024;

interface Tally {
  counts: Map<string, number>;
  wrong: string[];
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '3' },
      clients: { type: 'string', default: '8' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const [minutes, clients, seed] = [values.minutes, values.clients, values.seed].map(Number);
  if (
    !minutes ||
    minutes < 0 ||
    !clients ||
    !Number.isInteger(clients) ||
    seed === undefined ||
    Number.isNaN(seed)
  )
    throw new StepError('--minutes, --clients and --seed must be numbers above 0.');
  console.log(`${minutes} minutes, ${clients} clients, seed ${seed}`);
  const service = await startService(CACHE_DISK_MB);
  try {
    return await soak(service, minutes, clients, seed);
  } finally {
    await service.stop();
  }
});

async function soak(service: Service, minutes: number, clients: number, seed: number): Promise<number> {
  const tally: Tally = { counts: new Map(), wrong: [] };
  const random = randomFrom(seed);
  await load(service, clients, WARM_UP_MS, random, tally);
  const start = await rest(service);
  const rows: [string, Footprint][] = [['start', start]];
  console.log(table([['start', start]]));
  const startMs = performance.now();
  const timer = setInterval(() => {
    const minute = `${Math.round((performance.now() - startMs) / MINUTE_MS)} min`;
    const footprint = footprintOf(service);
    rows.push([minute, footprint]);
    console.log(
      `${minute}: ${describe(footprint)}; ${tally.wrong.length} wrong, ${service.errors.length} errors`,
    );
  }, MINUTE_MS);
  await load(service, clients, minutes * MINUTE_MS, random, tally);
  clearInterval(timer);
  const end = await rest(service, start);
  rows.push(['end', end]);

  console.log(`\n${table(rows)}`);
  console.log(`\nanswers: ${[...tally.counts].map(([name, count]) => `${count} ${name}`).join(', ')}`);
  console.log(
    `wrong: ${tally.wrong.length}; errors: ${service.errors.length}; warnings: ${service.warnings}`,
  );
  const grown = growth(start, end, bounds(CACHE_DISK_MB * MIB));
  for (const line of [...tally.wrong.slice(0, SHOWN), ...service.errors.slice(0, SHOWN), ...grown])
    console.log(`✗ ${line}`);
  return tally.wrong.length + service.errors.length + grown.length > 0 ? 1 : 0;
}

/** Clients one request after the other each, for so long. */
async function load(
  { url }: Service,
  clients: number,
  durationMs: number,
  random: () => number,
  { counts, wrong }: Tally,
): Promise<void> {
  const untilMs = performance.now() + durationMs;
  async function client(): Promise<void> {
    while (performance.now() < untilMs) {
      let left = random() * KINDS.reduce((sum, one) => sum + one.share, 0);
      const kind = KINDS.find(one => {
        left -= one.share;
        return left < 0;
      });
      if (!kind) continue;
      const outcome = await kind.run(url, random).catch((error: unknown) => `${kind.name}: ${error}`);
      counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
      if (outcome !== null) wrong.push(outcome);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
}

/** What it takes up at rest: after a while, or as soon as it is no more than it was. */
async function rest(service: Service, before?: Footprint): Promise<Footprint> {
  const untilMs = performance.now() + REST_MS;
  let now = footprintOf(service);
  while (
    performance.now() < untilMs &&
    (!before || growth(before, now, bounds(CACHE_DISK_MB * MIB)).length > 0)
  ) {
    await sleep(500);
    now = footprintOf(service);
  }
  return now;
}

function mb(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}

function describe(one: Footprint): string {
  return `${mb(one.rssBytes)} MB, slots ${mb(one.cgroupBytes)} MB, ${one.descriptors} descriptors, ${one.processes} processes`;
}

function table(rows: [string, Footprint][]): string {
  const columns = ['', 'service MB', 'slots MB', 'descriptors', 'processes', 'cgroups', 'mounts', 'state MB'];
  return renderTable(
    columns,
    rows.map(([name, one]) => [
      ...[name, mb(one.rssBytes), mb(one.cgroupBytes), one.descriptors, one.processes],
      ...[one.cgroups, one.mounts, mb(one.stateBytes)],
    ]),
  );
}
