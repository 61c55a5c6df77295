import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, startTestRunner, type TestRunner } from './harness.ts';

/** Runs that spin beside the one that is looked at. */
const OTHERS = 7;
const SAMPLES = 5;
/**
 * What a run is charged, over what its program says it took: the interpreter's start and end and the sandbox come on
 * top. Time in which others ran would be many times more: with eight spinning on two processors a quarter of the time
 * is one's own. Both are of the same run, for a virtual machine's processors may be half as fast a moment later.
 */
const CHARGED_MOST = 2;
/** Kernels count a program's processor time by ticks in places: what is charged may seem a little less than it took. */
const CHARGED_LEAST = 0.9;
/** Above what a machine's pace changes by, and below that times all who run. */
const CPU_LIMIT_FACTOR = 2.5;
/** How far behind its processor time a run may be ended, over the limit. */
const ENDED_LATEST = 1.6;

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_CONCURRENCY: String(OTHERS + 1), RUNNER_POOL_SIZE: '2' });
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

/**
 * Programs that print a result and, in a second line, the processor time that they took, in milliseconds: from their
 * first line on, for their interpreters were started before there was a run.
 */
const WORK: [string, string][] = [
  [
    'python',
    `import time
began = time.process_time()
total = 0
for i in range(3_000_000): total += i * i
print(total)
print((time.process_time() - began) * 1000)`,
  ],
  [
    'javascript',
    `const began = process.cpuUsage();
     function sum() {
       let total = 0;
       for (let i = 0; i < 240_000_000; i++) total = (total + i * 7) | 0;
       return total;
     }
     console.log(sum());
     const { user, system } = process.cpuUsage(began);
     console.log((user + system) / 1000);`,
  ],
  [
    'c',
    `#include <stdio.h>
     #include <time.h>
     int main() {
       volatile unsigned t = 0;
       for (unsigned i = 0; i < 150000000; i++) t += i;
       printf("%u\\n%f\\n", t, clock() * 1000.0 / CLOCKS_PER_SEC);
     }`,
  ],
];

/** The two lines that a program of WORK prints. */
function told({ stdout }: Stage): { result: string; tookMs: number } {
  const [result = '', took] = stdout.split('\n');
  return { result, tookMs: Number(took) };
}

async function samples(language: string, content: string, more = {}): Promise<Stage[]> {
  const all: Stage[] = [];
  for (let i = 0; i < SAMPLES; i++)
    all.push(await runner.run(language, content, { run_timeout: 30_000, ...more }));
  return all;
}

/** Runs `work` while others spin, each with a process of its own. */
async function besideOthers<T>(work: () => Promise<T>): Promise<T> {
  const gone = new AbortController();
  const body = JSON.stringify({
    language: 'python',
    version: '*',
    files: [{ content: 'print("spins", flush=True)\nwhile True: pass' }],
    run_timeout: 30_000,
    run_cpu_time: 30_000,
  });
  const spins = Array.from({ length: OTHERS }, () =>
    fetch(`${runner.url}/api/v2/execute`, { method: 'POST', body, signal: gone.signal }),
  );
  const ends = Promise.allSettled(spins);
  await expect
    .poll(async () => /_running (\d+)/.exec(await (await fetch(`${runner.url}/metrics`)).text())?.[1])
    .toBe(String(OTHERS));
  const result = await work();
  gone.abort();
  await ends;
  return result;
}

describe('beside seven others that spin', () => {
  test.each(WORK)(
    'a run is charged its own processor time, and passes by a limit that it passes by alone: %s',
    async (language, content) => {
      const alone = await samples(language, content);
      // A limit in processor time that holds alone holds beside others, for it does not count their time.
      const most = Math.max(...alone.map(one => one.cpu_time));
      const limit = { run_cpu_time: Math.ceil(most * CPU_LIMIT_FACTOR) };
      const beside = await besideOthers(() => samples(language, content, limit));
      for (const one of [...alone, ...beside]) {
        const { result, tookMs } = told(one);
        expect({ result, code: one.code, status: one.status }).toEqual({
          result: told(alone[0] as Stage).result,
          code: 0,
          status: null,
        });
        expect(one.cpu_time).toBeGreaterThan(tookMs * CHARGED_LEAST);
        expect(one.cpu_time).toBeLessThan(tookMs * CHARGED_MOST);
      }
      const median = (of: Stage[], by: (one: Stage) => number) =>
        of.map(by).sort((a, b) => a - b)[Math.floor(of.length / 2)];
      console.log(
        `${language}: charged ${median(alone, one => one.cpu_time)} ms alone, ${median(beside, one => one.cpu_time)} ms beside others (${median(beside, one => one.wall_time)} ms of wall-clock time)`,
      );
    },
    120_000,
  );

  test('a limit in processor time that is met alone is met beside others, at the same processor time', async () => {
    const content = 'while True: pass';
    const limit = { run_cpu_time: 400, run_timeout: 30_000 };
    const alone = await samples('python', content, limit);
    const beside = await besideOthers(() => samples('python', content, limit));
    for (const one of [...alone, ...beside]) {
      expect(one).toMatchObject({ status: 'TO', message: 'Time limit exceeded (cpu)' });
      expect(one.cpu_time).toBeGreaterThanOrEqual(400);
      expect(one.cpu_time).toBeLessThan(400 * ENDED_LATEST);
    }
  }, 120_000);
});
