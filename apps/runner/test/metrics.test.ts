import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../../tools/lib/ports.ts';
import { startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1' });
});
afterAll(() => runner.close());

const OF_RUNNER = 'devcapsules_runner_';

/** Every sample by name and labels, as Prometheus would read it. */
async function scrape(): Promise<Map<string, number>> {
  const response = await fetch(`${runner.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const samples = new Map<string, number>();
  for (const line of (await response.text()).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] = /^([a-zA-Z_:][\w:]*(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    expect(name, line).toBeDefined();
    samples.set(name ?? '', Number(value));
  }
  return samples;
}

/** How much each sample grew while something ran. */
async function growth(what: () => Promise<unknown>): Promise<(name: string) => number> {
  const before = await scrape();
  await what();
  const after = await scrape();
  return name => (after.get(OF_RUNNER + name) ?? 0) - (before.get(OF_RUNNER + name) ?? 0);
}

const stage = (outcome: string) => `stages_total{language="python",stage="run",outcome="${outcome}"}`;
const request = (outcome: string) => `requests_total{language="python",outcome="${outcome}"}`;

describe('metrics', () => {
  test('runs are counted by language and outcome, with their times', async () => {
    const grew = await growth(async () => {
      await runner.batch('python', 'print(1)', [{}, {}]);
      await runner.run('python', 'import time; time.sleep(0.3); raise SystemExit(1)');
      await runner.run('python', 'while True: pass', { run_timeout: 300 });
    });
    expect([stage('OK'), stage('RE'), stage('TO'), request('answered')].map(grew)).toEqual([2, 1, 1, 3]);
    expect(grew('stage_seconds_count{language="python",stage="run"}')).toBe(4);
    expect(grew('stage_seconds_sum{language="python",stage="run"}')).toBeGreaterThan(0.5);
    expect(grew('wait_seconds_count{language="python"}')).toBe(3);
    expect(grew(stage('OK').replace('python', 'javascript'))).toBe(0);
  });

  test('a program that is ended for its memory is counted', async () => {
    const grew = await growth(() => runner.run('python', 'x = bytearray(10**9)'));
    expect(grew('oom_kills_total{language="python"}')).toBe(1);
    expect(grew(stage('ML'))).toBe(1);
  });

  test('what runs and what waits shows while it does, and who is turned away or leaves is counted', async () => {
    const controller = new AbortController();
    const body = JSON.stringify({
      language: 'python',
      version: '*',
      files: [{ content: 'while True: pass' }],
      run_timeout: 20_000,
    });
    const send = () =>
      fetch(`${runner.url}/api/v2/execute`, { method: 'POST', body, signal: controller.signal });
    const grew = await growth(async () => {
      const two = Promise.allSettled([send(), send()]);
      await expect.poll(async () => (await scrape()).get(`${OF_RUNNER}queue_length`)).toBe(1);
      const during = await scrape();
      expect(during.get(`${OF_RUNNER}running`)).toBe(1);
      expect(during.get(`${OF_RUNNER}slots{language="python",state="used"}`)).toBe(1);
      expect((await send()).status).toBe(429);
      controller.abort();
      await two;
      await expect.poll(async () => (await scrape()).get(`${OF_RUNNER}running`)).toBe(0);
    });
    expect(grew('rejections_total{status="429"}')).toBe(1);
    expect(grew(request('cancelled'))).toBe(2);
  });

  test('a request that is refused is counted by its status', async () => {
    const grew = await growth(() => runner.post('/api/v2/execute', {}));
    expect(grew('rejections_total{status="400"}')).toBe(1);
  });

  test('a scraper on the machine needs no signature on the port that is set, and gets nothing else there', async () => {
    const port = await freePort();
    const secret = 'a-secret-of-the-tests';
    const other = await startTestRunner({ RUNNER_SECRET: secret, RUNNER_METRICS_PORT: String(port) });
    try {
      expect((await fetch(`${other.url}/metrics`)).status).toBe(401);
      const told = await fetch(`http://127.0.0.1:${port}/metrics`);
      expect(await told.text()).toContain(`${OF_RUNNER}queue_length 0`);
      const body = JSON.stringify({ language: 'python', version: '*', files: [{ content: '' }] });
      const run = await fetch(`http://127.0.0.1:${port}/api/v2/execute`, { method: 'POST', body });
      expect(run.status).toBe(404);
    } finally {
      await other.close();
    }
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });

  test('slots show by language and state, and the process with its memory and descriptors', async () => {
    await runner.runner.settled();
    const samples = await scrape();
    for (const language of ['python', 'javascript']) {
      expect(samples.get(`${OF_RUNNER}slots{language="${language}",state="ready"}`)).toBe(1);
      expect(samples.get(`${OF_RUNNER}slots{language="${language}",state="used"}`)).toBe(0);
      expect(samples.get(`${OF_RUNNER}slot_failures_total{language="${language}"}`)).toBe(0);
    }
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(samples.get('process_open_fds')).toBeGreaterThan(5);
  });
});
