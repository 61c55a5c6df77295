import { type Behaviour, LANGUAGE_SHARES } from './assumptions.ts';
import type { Measured, Use, UseName } from './measured.ts';
import { charge, type PriceTable } from './prices.ts';

export const HOURS_A_MONTH = 730;
const SECONDS_A_MONTH = HOURS_A_MONTH * 3_600;
const MILLION = 1e6;
const GB = 1e9;
const CRONS_AN_HOUR = 4;
/** A message is written, read and deleted. */
const OPERATIONS_A_MESSAGE = 3;
/** What a Durable Object is billed for while it is in memory. */
const OBJECT_GB = 0.128;
/** Requests of one `manage`. */
const MANAGE_REQUESTS = 3;
const HINT_OUTPUT_SHARE = 0.1;

/** Standard_B2as_v2: two processors, of which it may use 40 % for good (its page at learn.microsoft.com). */
export const MACHINE = { processors: 2, baseline: 0.8, least: 1, most: 5 };

/** 323 series, counted at a runner that had run all languages, each 30 s (infra/runner/files/prometheus.yml). */
const SAMPLES_A_MACHINE = (323 * SECONDS_A_MONTH) / 30;

/** How often each thing happens in a month. */
export function countsOf(users: number, behaviour: Behaviour): Record<UseName, number> {
  const visits = users * behaviour.visitsPerUser;
  const exercises = visits * behaviour.exercisesPerVisit;
  const runs = exercises * behaviour.runsPerExercise;
  const submits = exercises * behaviour.submitsPerExercise;
  const creators = users * behaviour.creatorShare;
  const generations = creators * behaviour.generationsPerCreator;
  return {
    list: visits,
    open: exercises,
    draft: exercises * behaviour.draftsPerExercise,
    run: runs * (1 - behaviour.sqlShare),
    submit: submits * (1 - behaviour.sqlShare),
    sqlRun: runs * behaviour.sqlShare,
    sqlSubmit: submits * behaviour.sqlShare,
    hint: exercises * (behaviour.hintsPerExercise + behaviour.modelHintsPerExercise),
    manage: (creators * behaviour.creatorRequests) / MANAGE_REQUESTS,
    generate: generations,
    publish: generations,
    cron: CRONS_AN_HOUR * HOURS_A_MONTH,
  };
}

/** Processor seconds that runners work in a month. */
export function runnerSeconds(counts: Record<UseName, number>, { runner, uses }: Measured): number {
  const all = Object.values(LANGUAGE_SHARES).reduce((sum, share) => sum + share, 0);
  const ofLearners = Object.entries(LANGUAGE_SHARES).reduce((sum, [language, share]) => {
    const times = runner.languages[language];
    if (!times) throw new Error(`No times of ${language} were measured.`);
    return sum + (share / all) * (counts.run * times.runMs + counts.submit * times.submitMs);
  }, 0);
  const ofCreators = counts.generate * uses.generate.runnerCpuMs + counts.publish * uses.publish.runnerCpuMs;
  return (ofLearners + ofCreators) / 1000;
}

export interface Machines {
  /** Processors at work on average, and at the peak. */
  meanBusy: number;
  peakBusy: number;
  /** That are always there, that are there at the peak, and that are paid on average. */
  base: number;
  peak: number;
  paid: number;
}

/** From utilisation: no machine beyond its baseline on average, none beyond the target at the peak. */
export function machinesFor(seconds: number, behaviour: Behaviour): Machines {
  const meanBusy = seconds / SECONDS_A_MONTH;
  const peakBusy = meanBusy * behaviour.peakToMean;
  const base = Math.max(MACHINE.least, wholes(meanBusy / MACHINE.baseline));
  const peak = Math.max(base, wholes(peakBusy / (MACHINE.processors * behaviour.targetBusy)));
  return { meanBusy, peakBusy, base, peak, paid: base + (peak - base) * behaviour.peakHoursShare };
}

/** Rounded up, but for what floating-point numbers add to a whole one. */
function wholes(value: number): number {
  return Math.ceil(value - 1e-9);
}

export interface Item {
  group: 'Cloudflare' | 'machines' | 'network' | 'models';
  name: string;
  /** In the price's unit. */
  amount: number;
  unit: string;
  usd: number;
  /** Whether a source names the price. */
  sourced: boolean;
}

export interface Bill {
  users: number;
  items: Item[];
  machines: Machines;
  totalUsd: number;
  /** That the whole database has after the months that data is kept. */
  databaseGb: number;
  generations: number;
}

/** What a month costs with so many users. */
export function billFor(users: number, behaviour: Behaviour, measured: Measured, prices: PriceTable): Bill {
  const counts = countsOf(users, behaviour);
  const sum = (of: (use: Use) => number) =>
    (Object.entries(counts) as [UseName, number][]).reduce(
      (total, [name, count]) => total + count * of(measured.uses[name]),
      0,
    );
  const machines = machinesFor(runnerSeconds(counts, measured), behaviour);
  const runs = counts.run + counts.submit;
  const databaseGb = (sum(use => use.databaseBytes) * behaviour.dataMonths) / GB;
  const requests = sum(use => use.requests);
  const asked = counts.generate * (1 - behaviour.cacheHitShare);
  const hints =
    users * behaviour.visitsPerUser * behaviour.exercisesPerVisit * behaviour.modelHintsPerExercise;
  const { large, small } = tokensOf(measured);
  const runnerGb = (runs * behaviour.runnerBytes) / GB;

  const items: Item[] = [];
  const add = (group: Item['group'], name: string, price: PriceTable[keyof PriceTable], amount: number) =>
    items.push({
      ...{ group, name, amount, unit: price.unit },
      ...{ usd: charge(price, amount), sourced: price.sourced },
    });
  add('Cloudflare', 'Workers Paid', prices.workersPaid, 1);
  add('Cloudflare', 'Workers, requests', prices.workersRequests, requests / MILLION);
  add('Cloudflare', 'Workers, processor time', prices.workersCpu, sum(use => use.workerCpuMs) / MILLION);
  add('Cloudflare', 'D1, rows read', prices.d1RowsRead, sum(use => use.rowsRead) / MILLION);
  add('Cloudflare', 'D1, rows written', prices.d1RowsWritten, sum(use => use.rowsWritten) / MILLION);
  add('Cloudflare', 'D1, storage', prices.d1Storage, databaseGb);
  add('Cloudflare', 'KV, reads', prices.kvReads, sum(use => use.kvReads) / MILLION);
  add('Cloudflare', 'KV, writes', prices.kvWrites, sum(use => use.kvWrites) / MILLION);
  add('Cloudflare', 'R2, reads', prices.r2ClassB, sum(use => use.r2Reads) / MILLION);
  add('Cloudflare', 'R2, writes', prices.r2ClassA, sum(use => use.r2Writes) / MILLION);
  const operations = OPERATIONS_A_MESSAGE * sum(use => use.queueMessages);
  add('Cloudflare', 'Queues', prices.queueOperations, operations / MILLION);
  add(
    'Cloudflare',
    'Durable Objects, requests',
    prices.objectRequests,
    sum(use => use.objectRequests) / MILLION,
  );
  const objectSeconds = (counts.generate + counts.publish) * behaviour.objectSeconds * OBJECT_GB;
  add('Cloudflare', 'Durable Objects, duration', prices.objectDuration, objectSeconds / MILLION);
  const logged = sum(use => use.logBytes) + requests * behaviour.logOverheadBytes;
  add('Cloudflare', 'logs', prices.logs, logged / GB);
  add('machines', 'virtual machines', prices.machine, machines.paid * HOURS_A_MONTH);
  add('machines', 'disks', prices.disk, machines.paid);
  add(
    'machines',
    'their numbers',
    prices.metricSamples,
    (machines.paid * SAMPLES_A_MACHINE) / (10 * MILLION),
  );
  add('network', 'NAT gateway', prices.natGateway, HOURS_A_MONTH);
  add('network', 'its address', prices.publicAddress, HOURS_A_MONTH);
  add('network', 'its data', prices.natData, runnerGb);
  add('network', 'egress', prices.egress, runnerGb);
  add('models', 'generation, large model in', prices.largeInput, (asked * large.input) / MILLION);
  add('models', 'generation, large model out', prices.largeOutput, (asked * large.output) / MILLION);
  const hintIn = hints * behaviour.hintTokens;
  add('models', 'generation, small model in', prices.smallInput, (asked * small.input) / MILLION);
  add('models', 'generation, small model out', prices.smallOutput, (asked * small.output) / MILLION);
  add('models', 'hints in', prices.smallInput, hintIn / MILLION);
  add('models', 'hints out', prices.smallOutput, (hintIn * HINT_OUTPUT_SHARE) / MILLION);
  const embedded = counts.generate * measured.generation.promptTokens;
  add('models', 'embeddings', prices.embedding, embedded / MILLION);
  return {
    ...{ users, items, machines, databaseGb, generations: counts.generate },
    totalUsd: items.reduce((total, { usd }) => total + usd, 0),
  };
}

/** Tokens of one generation that was asked of the models. */
export function tokensOf({ generation }: Measured) {
  const none = { input: 0, output: 0 };
  return { large: generation.models['gpt-4o'] ?? none, small: generation.models['gpt-4o-mini'] ?? none };
}

/** What one generation costs at the models. */
export function usdAGeneration(measured: Measured, prices: PriceTable): number {
  const { large, small } = tokensOf(measured);
  return (
    (large.input * prices.largeInput.usd +
      large.output * prices.largeOutput.usd +
      small.input * prices.smallInput.usd +
      small.output * prices.smallOutput.usd) /
    MILLION
  );
}

export function byGroup({ items }: Bill): Record<Item['group'], number> {
  const sums = { Cloudflare: 0, machines: 0, network: 0, models: 0 };
  for (const { group, usd } of items) sums[group] += usd;
  return sums;
}
