import { setTimeout as sleep } from 'node:timers/promises';
import type { Executor, ProgramJob, ProgramLanguage } from '@devcapsules/capsule/execution';
import { judge } from '@devcapsules/capsule/judges/judge';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { capsuleSchema } from '@devcapsules/capsule/schema/capsule';
import { runnerExecutor } from '../../../packages/cli/src/executor/runner.ts';
import { readProblem } from '../../../tools/lib/problems.ts';
import { MeteredRunner, machineCpuSeconds, PROCESSORS } from './metered-runner.ts';
import type { JobTimes, LanguageTimes, ServiceTimes } from './service-times.ts';

/** Of twenty: short and long ones, from each of the five levels. */
const PROBLEMS = [
  '01-sticker-sheets',
  '05-lone-socks',
  '10-the-pantry',
  '14-knitting-pattern',
  '18-at-the-counter',
];
/** For the slots that were used to be made again. */
const REST_MS = 400;
/** For headers to be precompiled, behind the second go’s back. */
const LONG_REST_MS = 6_000;
/** They are made at the second use of the same (languages/cpp/precompiled.ts). */
const WARM_UPS = 2;
const COMMENT: Record<ProgramLanguage, string> = {
  ...{ python: '#', javascript: '//', java: '//', c: '//', cpp: '//' },
};
const HELLO: Record<ProgramLanguage, string> = {
  python: 'print(1)\n',
  javascript: 'console.log(1);\n',
  java: 'class Main { public static void main(String[] a) { System.out.println(1); } }\n',
  c: '#include <stdio.h>\nint main(void) { puts("1"); }\n',
  cpp: '#include <iostream>\nint main() { std::cout << 1; }\n',
};
const FILE: Record<ProgramLanguage, string> = {
  ...{ python: 'main.py', javascript: 'main.js', java: 'Main.java', c: 'main.c', cpp: 'main.cpp' },
};

/**
 * What running and submitting costs a runner in each language, over problems of ours, each source a new one.
 * @param known of an earlier go: what is kept of the languages that are not asked for
 */
export async function measureServiceTimes(
  repeats: number,
  tell: (text: string) => void,
  only?: string,
  known?: ServiceTimes,
): Promise<ServiceTimes> {
  const runner = await MeteredRunner.start();
  try {
    const executor = runnerExecutor({ ...runner, signal: new AbortController().signal });
    const [startMs, busy, own] = [performance.now(), machineCpuSeconds(), runner.cpuMs()];
    const languages: Record<string, LanguageTimes> = { ...known?.languages };
    const asked = (Object.keys(COMMENT) as ProgramLanguage[]).filter(one => !only || one === only);
    await runner.first(async () => {
      for (const language of asked) {
        const times = await timesOf(language, runner, executor, repeats);
        languages[language] = times;
        tell(`${language}: a slot ${times.slotMs.toFixed(1)} ms`);
      }
    });
    const seconds = (performance.now() - startMs) / 1000;
    const others = (machineCpuSeconds() - busy - (runner.cpuMs() - own) / 1000) / seconds;
    return {
      measuredOn: new Date().toISOString().slice(0, 10),
      processors: PROCESSORS,
      othersTook: round(others, 2),
      languages,
    };
  } finally {
    await runner.stop();
  }
}

async function timesOf(
  language: ProgramLanguage,
  runner: MeteredRunner,
  executor: Executor,
  repeats: number,
): Promise<LanguageTimes> {
  const slotMs = await slotCost(language, runner, executor, repeats * 4);
  const times: LanguageTimes = { slotMs, run: [], submit: [] };
  for (const name of PROBLEMS) {
    const example = readProblem(name).find(({ capsule }) => capsule.language === language);
    if (!example) throw new Error(`There is no ${name} in ${language}.`);
    const capsule = capsuleSchema.parse(example.capsule);
    const visible = capsule.tests.filter(({ hidden }) => !hidden) as Capsule['tests'];
    times.run.push({ what: name, jobs: await jobsOf(capsule, visible, runner, executor, repeats) });
    times.submit.push({ what: name, jobs: await jobsOf(capsule, capsule.tests, runner, executor, repeats) });
  }
  return times;
}

/** The mean of some goes at a capsule's reference, job by job. @throws Error when it is not accepted */
async function jobsOf(
  capsule: Capsule,
  tests: Capsule['tests'],
  runner: MeteredRunner,
  executor: Executor,
  repeats: number,
): Promise<JobTimes[]> {
  const goes: JobTimes[][] = [];
  const mark = COMMENT[capsule.language as ProgramLanguage];
  for (let nth = 0; nth < WARM_UPS + repeats; nth++) {
    const jobs: JobTimes[] = [];
    const metered: Executor = {
      ...executor,
      async runProgram(job) {
        let result: Awaited<ReturnType<Executor['runProgram']>> | undefined;
        const cost = await runner.cost(async () => {
          result = await executor.runProgram(job);
        }, REST_MS);
        if (!result) throw new Error('The runner did not answer.');
        jobs.push({ cases: job.cases.length, ...cost });
        return result;
      },
    };
    const source = `${capsule.solution}\n${mark} ${crypto.randomUUID()}\n`;
    const context = { executor: metered, newToken: () => crypto.randomUUID() };
    const { verdict } = await judge(capsule, source, context, tests);
    if (verdict !== 'accepted') throw new Error(`${capsule.title} in ${capsule.language}: ${verdict}`);
    if (nth >= WARM_UPS) goes.push(jobs);
    else if (capsule.language === 'cpp') await sleep(LONG_REST_MS);
  }
  return (goes[0] ?? []).map(({ cases }, at) => {
    const same = goes.map(jobs => jobs[at]).filter(job => job !== undefined);
    return {
      cases,
      cpuMs: round(mean(same.map(job => job.cpuMs))),
      wallMs: round(least(same.map(job => job.wallMs))),
    };
  });
}

/** Of a program that does nothing, and is not compiled again: what it costs beyond the time that somebody waits for it. */
async function slotCost(
  language: ProgramLanguage,
  runner: MeteredRunner,
  executor: Executor,
  repeats: number,
): Promise<number> {
  const job: ProgramJob = {
    language,
    files: [{ name: FILE[language], content: HELLO[language] }],
    cases: [{}],
    limits: { timeMs: 2_000, memoryMb: 256 },
  };
  const costs: { cpuMs: number; wallMs: number }[] = [];
  for (let nth = 0; nth < WARM_UPS + repeats; nth++) {
    const cost = await runner.cost(async () => {
      const { cases } = await executor.runProgram(job);
      if (cases[0]?.status !== 'ok') throw new Error(`Hello in ${language}: ${cases[0]?.status}`);
    }, REST_MS);
    if (nth >= WARM_UPS) costs.push(cost);
    else if (language === 'cpp') await sleep(LONG_REST_MS);
  }
  return round(Math.max(0, mean(costs.map(one => one.cpuMs)) - least(costs.map(one => one.wallMs))));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const least = (values: number[]) => Math.min(...values);
const round = (value: number, digits = 1) => Number(value.toFixed(digits));
