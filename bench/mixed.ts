/**
 * All that people do at once, for long: learners open, run, ask and submit in six languages, readers search, creators
 * generate, and the cron counts, on the Workers as they are deployed (local workerd), a queue and a runner. Then what
 * analytics tells of each capsule is compared with the load generator's own books.
 *
 *   npm run bench -- mixed --minutes N [--learners N] [--seed N] [--json]
 *
 * Needs root. Ends with 1 for a wrong verdict, a lost submission, any answer but a good one, a number that is not exact,
 * or memory that grows.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Installation } from '../apps/api/test/platform/installation.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { percentile, renderTable } from '../tools/lib/table.ts';
import { rssMb } from './lib/memory.ts';
import { Client, Unexpected } from './lib/mixed/client.ts';
import { compareBooks } from './lib/mixed/compare.ts';
import { visit } from './lib/mixed/learner.ts';
import { browse, generate, manage } from './lib/mixed/others.ts';
import { Tally } from './lib/mixed/tally.ts';
import { makeWorld, type World } from './lib/mixed/world.ts';
import { randomFrom } from './lib/soak/clients.ts';

const MINUTE_MS = 60_000;
/** More often than deployed, so that counting meets events that arrive. */
const CRON_EVERY_MS = MINUTE_MS;
const GENERATE_EVERY_MS = 20_000;
const CONSUMERS = 2;
/** Longest rest of a learner between two visits, of others between two rounds. */
const REST_MS = { learner: 1_000, other: 4_000 };
/** By how much memory may be more in the last third than in the middle one. */
const GROWTH = { factor: 1.15, mb: 60 };
const SHOWN = 20;

interface Sample {
  minute: number;
  workerdMb: number;
  runnerMb: number;
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '3' },
      learners: { type: 'string', default: '6' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      json: { type: 'boolean' },
    },
  });
  const [minutes, learners, seed] = [values.minutes, values.learners, values.seed].map(Number);
  if (!minutes || minutes < 0 || !learners || !Number.isInteger(learners) || !Number.isInteger(seed))
    throw new StepError('--minutes, --learners and --seed must be numbers above 0.');
  console.log(`${minutes} minutes, ${learners} learners at once, seed ${seed}`);
  const tally = new Tally();
  const installation = await step('Workers, runner and queue', () =>
    Installation.start({
      answersAfterMs: null,
      onLog: ({ level, message }) => level === 'error' && tally.fault(`logged: ${message}`),
    }),
  );
  try {
    const world = await step('Capsules, proven and published', () => makeWorld(installation));
    const samples = await load(installation, world, tally, {
      minutes,
      learners,
      random: randomFrom(seed ?? 1),
    });
    const differences = await step('Comparing the books', () => compareBooks(installation, world, tally));
    return report(tally, samples, differences, values.json === true);
  } finally {
    await installation.stop();
  }
});

interface Plan {
  minutes: number;
  learners: number;
  random: () => number;
}

async function load(
  installation: Installation,
  { items, creators }: World,
  tally: Tally,
  { minutes, learners, random }: Plan,
): Promise<Sample[]> {
  const { platform, queue, runner } = installation;
  const { url } = platform;
  const startMs = performance.now();
  const isOn = () => performance.now() - startMs < minutes * MINUTE_MS;
  const samples: Sample[] = [];
  const sampling = setInterval(() => {
    const minute = Math.round((performance.now() - startMs) / MINUTE_MS);
    const [workerdMb, runnerMb] = [rssMb(platform.pids()), rssMb([runner?.pid() ?? 0])].map(Math.round);
    samples.push({ minute, workerdMb: workerdMb ?? 0, runnerMb: runnerMb ?? 0 });
    console.log(
      `${minute} min: ${tally.requests} answers, ${tally.serverErrors} of them 5xx, ${tally.faults.length} faults; workerd ${workerdMb} MB, runner ${runnerMb} MB`,
    );
  }, MINUTE_MS);
  const working = queue.run(platform.deliver.bind(platform), CONSUMERS);

  /** Again and again, until time is up; what was not as it must be is in the tally. */
  const repeatedly = async (restMs: number, once: () => Promise<void>) => {
    while (isOn()) {
      await once().catch((error: unknown) => {
        if (!(error instanceof Unexpected)) throw error;
      });
      await sleep(random() * restMs);
    }
  };
  const signedIn = creators.map(cookie => new Client(url, tally, { cookie }));
  const anyOf = <T>(all: T[]): T => all[Math.floor(random() * all.length)] as T;
  let generations = 0;
  await Promise.all([
    ...Array.from({ length: learners }, () =>
      repeatedly(REST_MS.learner, () => visit(url, anyOf(items), random, tally)),
    ),
    repeatedly(REST_MS.other, () => browse(new Client(url, tally), random)),
    repeatedly(REST_MS.other, () => manage(anyOf(signedIn))),
    repeatedly(GENERATE_EVERY_MS * 2, () => generate(anyOf(signedIn), generations++, tally)),
    repeatedly(CRON_EVERY_MS * 2, () =>
      platform.tick().catch((error: unknown) => tally.fault(`cron: ${error}`)),
    ),
  ]);
  clearInterval(sampling);
  await queue.stop();
  await working;
  for (const _ of queue.dead) tally.fault('a generation was given up');
  return samples;
}

function report(tally: Tally, samples: Sample[], differences: string[], asJson: boolean): number {
  const third = Math.floor(samples.length / 3);
  const grown = (['workerdMb', 'runnerMb'] as const).flatMap(name => {
    const median = (part: Sample[]) =>
      percentile(
        part.map(sample => sample[name]),
        50,
      );
    const [before, after] = [median(samples.slice(third, 2 * third)), median(samples.slice(2 * third))];
    return third > 0 && after > before * GROWTH.factor + GROWTH.mb
      ? [`${name} grew from ${before} to ${after}`]
      : [];
  });
  const wrong = [...tally.faults, ...differences, ...grown];
  const numbers = [...tally.counts.values()];
  const sum = (name: 'views' | 'submissions' | 'passes') =>
    numbers.reduce((total, counts) => total + counts[name], 0);
  const result = {
    ...{ answers: tally.requests, serverErrors: tally.serverErrors, statuses: tally.statuses },
    ...{ views: sum('views'), submissions: sum('submissions'), passes: sum('passes') },
    ...{ faults: tally.faults.length, inexact: differences.length, samples, times: tally.rows() },
  };
  if (asJson) console.log(JSON.stringify(result));
  else {
    console.log(
      `\n${renderTable(['asked', 'times', 'p50 ms', 'p99 ms', 'longest ms'], tally.rows())}\n\nanswers: ${result.statuses}\n${result.submissions} submissions, ${result.passes} passed, ${result.views} views`,
    );
    console.log(`not exact in analytics: ${differences.length} numbers of ${tally.counts.size} capsules`);
  }
  for (const line of wrong.slice(0, SHOWN)) console.log(`✗ ${line}`);
  return wrong.length > 0 ? 1 : 0;
}
