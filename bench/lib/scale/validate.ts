import type { Executor, ProgramJob, ProgramLanguage } from '@devcapsules/capsule/execution';
import { judge } from '@devcapsules/capsule/judges/judge';
import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { batchBody } from '@devcapsules/capsule/runner/wire';
import { type Capsule, capsuleSchema } from '@devcapsules/capsule/schema/capsule';
import { runnerExecutor } from '../../../packages/cli/src/executor/runner.ts';
import { readProblem } from '../../../tools/lib/problems.ts';
import { machineDefaults } from './machine.ts';
import { MeteredRunner, PROCESSORS } from './metered-runner.ts';
import { openLoop, timesOf } from './open-loop.ts';
import { Chance } from './random.ts';
import { MIX, quietPlan, steady } from './scenarios.ts';
import { demandOf, meanCpuMs, type ServiceTimes } from './service-times.ts';
import { feltBy, simulate } from './simulate.ts';

const WARM_UP_SECONDS = 15;
const PATH = '/api/v2/execute/batch';
/** Runs on visible tests alone: each is one request. */
const RUNS = { ...MIX, submitShare: 0 };

/** One rate, as it was on a runner and as the simulator says. */
export interface Compared {
  ratePerSecond: number;
  /** Processors that were left to the runner: the machine's, without what the load took. */
  processors: number;
  measured: { servedPerSecond: number; refused: number; p50Ms: number; p95Ms: number; cpuMsEach: number };
  predicted: { servedPerSecond: number; refused: number; p50Ms: number; p95Ms: number; cpuMsEach: number };
}

/** Loads a real runner, open loop, at shares of what it is said to hold, and simulates the same. */
export async function validate(
  times: ServiceTimes,
  shares: number[],
  seconds: number,
  seed: number,
  tell: (text: string) => void,
): Promise<Compared[]> {
  const capacity = (1000 * PROCESSORS) / meanCpuMs(times, RUNS);
  const runner = await MeteredRunner.start();
  const loaded: Omit<Compared, 'predicted'>[] = [];
  try {
    const jobs = await jobsOf(runner, times);
    // What is made once, precompiled headers above all, is made now.
    await load(runner, jobs, capacity * 0.3, WARM_UP_SECONDS, seed);
    for (const share of shares) {
      const ratePerSecond = Number((capacity * share).toFixed(2));
      await runner.first(async () => {
        const one = await load(runner, jobs, ratePerSecond, seconds, seed);
        tell(`${ratePerSecond} a second: ${one.processors.toFixed(2)} processors were left to the runner`);
        loaded.push(one);
      });
    }
  } finally {
    await runner.stop();
  }
  // Only now, for simulated time has the process to itself.
  const compared: Compared[] = [];
  for (const one of loaded) {
    const predicted = await predict(times, one.ratePerSecond, seconds, one.processors, seed);
    compared.push({ ...one, predicted });
  }
  return compared;
}

async function load(
  runner: MeteredRunner,
  jobs: Map<string, ProgramJob[]>,
  ratePerSecond: number,
  seconds: number,
  seed: number,
): Promise<Omit<Compared, 'predicted'>> {
  const chance = new Chance(seed + 1);
  const [own, client] = [runner.cpuMs(), process.cpuUsage()];
  const { shots, lastedMs } = await openLoop({
    ...{ ratePerSecond, seconds, seed, stopsAbove: 1 },
    send: () => send(runner, fresh(chance.pick(jobs.get(chance.weighted(RUNS.languages)) ?? []))),
  });
  const ownSeconds = (runner.cpuMs() - own) / 1000;
  const { user, system } = process.cpuUsage(client);
  const ours = (user + system) / 1000 / lastedMs;
  const [p50Ms = 0, p95Ms = 0] = timesOf(shots);
  const served = shots.filter(({ status }) => status === 200).length;
  return {
    ...{ ratePerSecond, processors: Math.max(0.1, PROCESSORS - ours) },
    measured: {
      servedPerSecond: served / (lastedMs / 1000),
      refused: shots.filter(({ status }) => status === 429).length / shots.length,
      ...{ p50Ms, p95Ms, cpuMsEach: (1000 * ownSeconds) / served },
    },
  };
}

async function predict(
  times: ServiceTimes,
  ratePerSecond: number,
  seconds: number,
  processors: number,
  seed: number,
): Promise<Compared['predicted']> {
  const quiet = quietPlan(times, seed, { up: 1, most: 1 });
  const plan = steady(
    {
      ...quiet,
      ...{ roundTripMs: 0, patience: 1, isolates: 1, isShared: false },
      machine: { ...machineDefaults(PROCESSORS), processors },
      demand: chance => demandOf(times, RUNS, chance),
    },
    ratePerSecond,
    // Longer than the real one, for what chance does in so short a time is not what is asked.
    seconds * 4,
  );
  const outcome = await simulate(plan);
  const { servedPerSecond, refused, p50Ms, p95Ms } = feltBy(outcome.presses, outcome.countedMs);
  return { servedPerSecond, refused, p50Ms, p95Ms, cpuMsEach: meanCpuMs(times, RUNS) };
}

/** The very requests whose times were measured. */
async function jobsOf(runner: MeteredRunner, times: ServiceTimes): Promise<Map<string, ProgramJob[]>> {
  const executor = runnerExecutor({ ...runner, signal: new AbortController().signal });
  const jobs = new Map<string, ProgramJob[]>();
  for (const [language, { run }] of Object.entries(times.languages)) {
    const caught: ProgramJob[] = [];
    const catching: Executor = {
      ...executor,
      runProgram(job) {
        caught.push(job);
        return executor.runProgram(job);
      },
    };
    for (const { what } of run) {
      const example = readProblem(what).find(one => one.capsule.language === language);
      const capsule = capsuleSchema.parse(example?.capsule);
      const visible = capsule.tests.filter(({ hidden }) => !hidden) as Capsule['tests'];
      await judge(
        capsule,
        capsule.solution,
        { executor: catching, newToken: () => crypto.randomUUID() },
        visible,
      );
    }
    jobs.set(language, caught);
  }
  return jobs;
}

const COMMENT: Record<ProgramLanguage, string> = {
  ...{ python: '#', javascript: '//', java: '//', c: '//', cpp: '//' },
};

/** A source never seen before, so that nothing compiled is remembered. */
function fresh(job: ProgramJob): ProgramJob {
  const mark = `\n${COMMENT[job.language]} ${crypto.randomUUID()}\n`;
  return { ...job, files: job.files.map(({ name, content }) => ({ name, content: content + mark })) };
}

async function send({ url, secret }: MeteredRunner, job: ProgramJob): Promise<number> {
  const body = JSON.stringify(batchBody(job));
  const signature = await signatureHeaders(secret, { method: 'POST', path: PATH, body }, new Date());
  const headers = {
    'content-type': 'application/json',
    'x-devcapsules-caller': crypto.randomUUID(),
    ...signature,
  };
  const response = await fetch(url + PATH, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}
