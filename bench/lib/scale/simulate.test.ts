import { describe, expect, it } from 'vitest';
import { SCALING } from './fleet.ts';
import { machineDefaults } from './machine.ts';
import { Processors } from './processors.ts';
import { Chance } from './random.ts';
import { feltBy, type Outcome, type Plan, simulate } from './simulate.ts';
import { VirtualTime } from './virtual-time.ts';

const MINUTE_MS = 60_000;

function plan(changes: Partial<Plan>): Plan {
  return {
    ...{ seed: 7, machine: machineDefaults(2), slots: { any: 0 }, machines: { up: 1, most: 1 } },
    ...{
      isolates: 1,
      roundTripMs: 0,
      isShared: false,
      isOneCaller: false,
      patience: 4,
      scaling: null,
      people: 100_000,
    },
    ...{ rateAt: () => 20, maxRate: 20, bursts: [], events: [], lastsMs: 5 * MINUTE_MS, warmUpMs: 10_000 },
    demand: chance => [{ language: 'any', cases: 1, serveMs: chance.exponential(70) }],
    ...changes,
  };
}

const always = (serveMs: number) => () => [{ language: 'any', cases: 1, serveMs }];
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const lasted = ({ presses }: Outcome) => presses.map(({ atMs, endMs }) => endMs - atMs);

/** The chance that somebody has to wait, and how long all wait on average (M/M/c, Erlang C). */
function erlangC(servers: number, arrivals: number, serviceMs: number) {
  const offered = (arrivals * serviceMs) / 1000;
  let [term, sum] = [1, 1];
  for (let k = 1; k < servers; k++) {
    term *= offered / k;
    sum += term;
  }
  const last = ((term * offered) / servers) * (servers / (servers - offered));
  const waits = last / (sum + last);
  return { waits, meanMs: serviceMs + (waits * serviceMs) / (servers - offered) };
}

describe('the simulator, against theory', () => {
  it.each([1, 3])('waits as Erlang C says, with %i servers', async servers => {
    const rate = (0.7 * servers * 1000) / 70;
    const outcome = await simulate(
      plan({
        machine: { ...machineDefaults(servers), queueLength: 10_000, callerQueueLength: 10_000 },
        ...{ rateAt: () => rate, maxRate: rate, lastsMs: (14 * MINUTE_MS) / servers },
      }),
    );
    const expected = erlangC(servers, rate, 70).meanMs;
    expect(mean(lasted(outcome)) / expected).toBeGreaterThan(0.93);
    expect(mean(lasted(outcome)) / expected).toBeLessThan(1.07);
  });

  it('holds Little’s law: those who wait are those who come, times how long they stay', async () => {
    const outcome = await simulate(plan({ lastsMs: 2 * MINUTE_MS }));
    const perMs = outcome.presses.length / outcome.countedMs;
    expect((perMs * mean(lasted(outcome))) / outcome.meanWaiting).toBeCloseTo(1, 1);
  });

  it('uses as much processor time as was asked for', async () => {
    const outcome = await simulate(plan({ demand: always(40), warmUpMs: 0, lastsMs: MINUTE_MS }));
    const used = outcome.fleet.places[0]?.machine?.processors.usedMs ?? 0;
    expect(used / (outcome.presses.length * 40)).toBeCloseTo(1, 6);
  });

  it('serves what two processors can, and no more', async () => {
    const outcome = await simulate(
      plan({ demand: always(100), rateAt: () => 50, maxRate: 50, lastsMs: MINUTE_MS }),
    );
    const { servedPerSecond, refused } = feltBy(outcome.presses, outcome.countedMs);
    expect(servedPerSecond).toBeGreaterThan(18);
    expect(servedPerSecond).toBeLessThan(22);
    expect(refused).toBeGreaterThan(0.3);
  });
});

describe('the simulator', () => {
  it('gives the same outcome for the same seed, and another for another', async () => {
    const go = async (seed: number) => (await simulate(plan({ seed, lastsMs: MINUTE_MS }))).presses;
    // One after the other: each has the clock to itself.
    const [one, same, other] = [await go(7), await go(7), await go(8)];
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('takes exactly the way there, the work and the way back', async () => {
    const outcome = await simulate(
      plan({
        ...{ roundTripMs: 30, demand: always(50), maxRate: 0, bursts: [{ atMs: 1000, people: 1 }] },
        ...{ lastsMs: 5_000, warmUpMs: 0 },
      }),
    );
    expect(lasted(outcome)).toEqual([expect.closeTo(80, 6)]);
  });

  it('loses no press when one of three machines goes, and uses it again when it is back', async () => {
    const outcome = await simulate(
      plan({
        ...{ machines: { up: 3, most: 3 }, lastsMs: 3 * MINUTE_MS },
        events: [
          {
            atMs: MINUTE_MS,
            happen(fleet) {
              const [place] = fleet.up;
              if (!place) return;
              fleet.lose(place);
              fleet.boot(place, [30_000, 30_000]);
            },
          },
        ],
      }),
    );
    expect(feltBy(outcome.presses, outcome.countedMs).lost).toBe(0);
    expect(outcome.fleet.places[0]?.machine?.processors.usedMs).toBeGreaterThan(0);
  });

  it('gives up a machine that hangs after the router’s two knocks', async () => {
    const outcome = await simulate(
      plan({
        ...{ machines: { up: 2, most: 2 }, demand: always(5), rateAt: () => 5, maxRate: 5 },
        events: [{ atMs: 60_000, happen: fleet => fleet.up[0] && fleet.hang(fleet.up[0]) }],
      }),
    );
    const longest = Math.max(...lasted(outcome));
    expect(longest).toBeGreaterThan(5_400);
    expect(longest).toBeLessThan(6_500);
    expect(feltBy(outcome.presses, outcome.countedMs).lost).toBe(0);
  });

  it('adds a machine after five busy minutes and its boot, and takes it away when it is idle', async () => {
    const outcome = await simulate(
      plan({
        ...{ machines: { up: 1, most: 5 }, scaling: SCALING, demand: always(800), maxRate: 2.2 },
        ...{ rateAt: atMs => (atMs < 20 * MINUTE_MS ? 2.2 : 0.1), lastsMs: 60 * MINUTE_MS },
      }),
    );
    const second = outcome.fleet.history.find(({ up }) => up === 2);
    expect(second?.atMs).toBeGreaterThanOrEqual(7 * MINUTE_MS);
    expect(second?.atMs).toBeLessThanOrEqual(10 * MINUTE_MS);
    expect(outcome.fleet.history.at(-1)?.up).toBe(1);
  });
});

describe('processors', () => {
  it('share by weight, a task on one of them at most', async () => {
    const time = new VirtualTime();
    const processors = new Processors(time, 2);
    const ends: Record<string, number> = {};
    const task = async (name: string, ms: number, weight: number) => {
      await processors.use(ms, weight);
      ends[name] = time.nowMs;
    };
    void task('heavy', 100, 4);
    void task('light', 100, 1);
    void task('other', 100, 1);
    await time.run(1_000);
    expect(ends).toEqual({ heavy: 100, light: 150, other: 150 });
  });

  it('fall back to the baseline when the credits of a burstable machine are spent', async () => {
    const time = new VirtualTime();
    const credits = { baseline: 0.8, initialSeconds: 1.2, maxSeconds: 100 };
    const processors = new Processors(time, 2, credits);
    const ends: number[] = [];
    for (let i = 0; i < 2; i++) void processors.use(2_000, 1).then(() => ends.push(time.nowMs));
    await time.run(60_000);
    // One second at two processors spends 1.2 credits; what is left, two seconds of work, goes at 0.8.
    expect(ends).toEqual([expect.closeTo(3_500, 3), expect.closeTo(3_500, 3)]);
  });
});

it('chance follows its seed', () => {
  expect(new Chance(3).next()).toBe(new Chance(3).next());
  expect(
    mean(
      Array.from(
        { length: 20_000 },
        (
          chance => () =>
            chance.exponential(10)
        )(new Chance(1)),
      ),
    ),
  ).toBeCloseTo(10, 0);
});
