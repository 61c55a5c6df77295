import { describe, expect, it } from 'vitest';
import { usualBehaviour } from './assumptions.ts';
import { billFor, countsOf, HOURS_A_MONTH, machinesFor, runnerSeconds, usdAGeneration } from './compute.ts';
import { compareWithFirstDesign } from './first-design.ts';
import { readMeasured } from './measured.ts';
import { charge, PRICES } from './prices.ts';
import { swings } from './sensitivity.ts';

const behaviour = usualBehaviour();
const measured = readMeasured();
const bill = (users: number, changes = {}) => billFor(users, { ...behaviour, ...changes }, measured, PRICES);

describe('prices', () => {
  it('take what is included off once, and never below nothing', () => {
    const price = { usd: 0.3, included: 10 };
    expect(charge(price, 0)).toBe(0);
    expect(charge(price, 10)).toBe(0);
    expect(charge(price, 15)).toBeCloseTo(1.5, 12);
    // As two parts of one month, not as two months.
    expect(charge(price, 30)).toBeGreaterThan(charge(price, 15) * 2);
  });

  it('come to what Cloudflare’s own examples say', () => {
    // https://developers.cloudflare.com/workers/platform/pricing/, examples 1 and 4; queues, example 1.
    const requests = charge(PRICES.workersRequests, 15) + charge(PRICES.workersCpu, 15 * 7);
    expect(PRICES.workersPaid.usd + requests).toBeCloseTo(8, 6);
    const busy = charge(PRICES.workersRequests, 100) + charge(PRICES.workersCpu, 100 * 7);
    expect(PRICES.workersPaid.usd + busy).toBeCloseTo(45.4, 6);
    expect(charge(PRICES.queueOperations, 3 * 30)).toBeCloseTo(35.6, 6);
    expect(charge(PRICES.logs, 75)).toBeCloseTo(6.25, 6);
  });

  it('have a source, and a day on which it was read', () => {
    for (const { source, read, unit } of Object.values(PRICES)) {
      expect(source.length).toBeGreaterThan(10);
      expect(read).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(unit).not.toBe('');
    }
  });
});

describe('a bill', () => {
  it('of no users has what is paid in any case, and nothing else', () => {
    const { items, totalUsd, machines } = bill(0);
    const fixed =
      PRICES.workersPaid.usd +
      PRICES.disk.usd +
      // A machine tells 323 numbers twice a minute.
      ((323 * 2 * 60 * HOURS_A_MONTH) / 1e7) * PRICES.metricSamples.usd +
      HOURS_A_MONTH * (PRICES.machine.usd + PRICES.natGateway.usd + PRICES.publicAddress.usd);
    expect(totalUsd).toBeCloseTo(fixed, 9);
    expect(machines).toMatchObject({ base: 1, peak: 1, paid: 1 });
    expect(items.filter(({ group }) => group === 'models').every(({ usd }) => usd === 0)).toBe(true);
  });

  it('is the sum of its items, none of them below nothing', () => {
    const { items, totalUsd } = bill(10_000);
    expect(items.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(totalUsd, 9);
    expect(items.every(({ usd }) => usd >= 0)).toBe(true);
  });

  it('grows with users, item by item', () => {
    const sizes = [0, 10, 100, 1_000, 5_000, 10_000, 50_000, 100_000].map(users => bill(users));
    for (const [at, larger] of sizes.slice(1).entries()) {
      const smaller = sizes[at];
      expect(larger.totalUsd).toBeGreaterThanOrEqual(smaller?.totalUsd ?? 0);
      for (const [i, item] of larger.items.entries())
        expect(item.usd).toBeGreaterThanOrEqual(smaller?.items[i]?.usd ?? 0);
    }
  });

  it('grows with each thing that people do more often, and shrinks with the cache', () => {
    const usual = bill(10_000).totalUsd;
    for (const name of ['visitsPerUser', 'runsPerExercise', 'generationsPerCreator', 'creatorShare'] as const)
      expect(bill(10_000, { [name]: behaviour[name] * 2 }).totalUsd).toBeGreaterThan(usual);
    expect(bill(10_000, { cacheHitShare: 0.5 }).totalUsd).toBeLessThan(usual);
  });
});

describe('units', () => {
  it('of runners: a million presses of so many milliseconds are so many processor seconds', () => {
    const one = { runMs: 100, submitMs: 300 };
    const languages = { python: one, javascript: one, java: one, c: one, cpp: one };
    const counts = { ...countsOf(0, behaviour), run: 1_000_000, submit: 1_000_000 };
    expect(runnerSeconds(counts, { ...measured, runner: { ...measured.runner, languages } })).toBeCloseTo(
      400_000,
      3,
    );
  });

  it('of machines: one whose baseline is used up for a month is one, a little more is two', () => {
    const month = HOURS_A_MONTH * 3_600;
    const flat = { ...behaviour, peakToMean: 1 };
    expect(machinesFor(0.8 * month, flat).base).toBe(1);
    expect(machinesFor(0.81 * month, flat).base).toBe(2);
    expect(machinesFor(1.4 * month, { ...flat, targetBusy: 0.7 }).peak).toBe(2);
    expect(machinesFor(0.14 * month, { ...flat, peakToMean: 10, targetBusy: 0.7 }).peak).toBe(1);
    expect(machinesFor(0.29 * month, { ...flat, peakToMean: 10, targetBusy: 0.7 }).peak).toBe(3);
  });

  it('of generations: a thousand tokens of the large model in are a quarter of a cent', () => {
    const models = { 'gpt-4o': { input: 1_000, output: 0 } };
    const generation = { ...measured.generation, models };
    expect(usdAGeneration({ ...measured, generation }, PRICES)).toBeCloseTo(0.0025, 9);
  });
});

describe('the first design', () => {
  it('adds up as it was written', () => {
    for (const { theirs } of compareWithFirstDesign(measured, PRICES))
      expect(theirs.machinesUsd + theirs.modelsUsd).toBeCloseTo(theirs.totalUsd, -1);
  });

  it('is matched in its models’ dollars when ours are given its generations', () => {
    for (const { ours, theirs, withTheirGenerationsUsd } of compareWithFirstDesign(measured, PRICES))
      expect(withTheirGenerationsUsd - ours.totalUsd + ours.modelsUsd).toBeGreaterThan(
        theirs.modelsUsd * 0.99,
      );
  });
});

it('the sensitivity moves one number at a time, and tells the widest first', () => {
  const total = bill(10_000).totalUsd;
  const all = swings(10_000, behaviour, measured, PRICES);
  for (const name of ['visitsPerUser', 'runsPerExercise', 'creatorShare', 'tokens of a generation']) {
    const { lowUsd = total, highUsd = total } = all.find(one => one.name === name) ?? {};
    expect(lowUsd).toBeLessThan(total);
    expect(highUsd).toBeGreaterThan(total);
  }
  expect(all.map(({ spreadUsd }) => spreadUsd)).toEqual(
    all.map(({ spreadUsd }) => spreadUsd).sort((one, other) => other - one),
  );
});
