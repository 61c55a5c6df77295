import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, startTestRunner, type TestRunner } from './harness.ts';

/** Runs that spin beside the one that is looked at. */
const OTHERS = 7;
const SAMPLES = 5;
/**
 * What sharing caches, a core's second thread and a virtual machine's host may cost. Time in which others ran is
 * many times more: with eight spinning on two processors a quarter of the time is one's own.
 */
const NOISE = 1.6;
/** Far above what the work takes alone, and far below that times all who run. */
const CPU_LIMIT_FACTOR = 2.5;

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_CONCURRENCY: String(OTHERS + 1), RUNNER_POOL_SIZE: '2' });
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

const WORK: [string, string][] = [
  ['python', 'total = 0\nfor i in range(3_000_000): total += i * i\nprint(total)'],
  [
    'javascript',
    'let total = 0; for (let i = 0; i < 240_000_000; i++) total = (total + i * 7) | 0; console.log(total);',
  ],
  [
    'c',
    '#include <stdio.h>\nint main() { volatile unsigned t = 0; for (unsigned i = 0; i < 150000000; i++) t += i; printf("%u\\n", t); }',
  ],
];

/** What the machine does beside only ever adds: the least is nearest to what the work takes. */
const least = (numbers: number[]) => Math.min(...numbers);

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
    'processor time and verdict of a run are what they are alone: %s',
    async (language, content) => {
      const alone = await samples(language, content);
      const aloneMs = least(alone.map(one => one.cpu_time));
      // A limit in processor time that holds alone holds beside others, for it does not count their time.
      const limit = { run_cpu_time: Math.ceil(aloneMs * CPU_LIMIT_FACTOR) };
      const beside = await besideOthers(() => samples(language, content, limit));
      const besideMs = least(beside.map(one => one.cpu_time));
      const wallMs = least(beside.map(one => one.wall_time));
      const told = ({ stdout, code, status }: Stage) => ({ stdout, code, status });
      for (const one of [...alone, ...beside])
        expect(told(one)).toEqual(told({ ...one, code: 0, status: null, stdout: alone[0]?.stdout ?? '' }));
      console.log(
        `${language}: ${aloneMs} ms of processor time alone, ${besideMs} ms beside others (${wallMs} ms of wall-clock time)`,
      );
      expect(besideMs / aloneMs).toBeLessThan(NOISE);
      expect(besideMs / aloneMs).toBeGreaterThan(1 / NOISE);
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
      expect(one.cpu_time).toBeLessThan(400 * NOISE);
    }
  }, 120_000);
});
