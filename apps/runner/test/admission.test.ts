import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner | undefined;
afterEach(async () => {
  await runner?.close();
  runner = undefined;
});

const body = (content: string, more = {}) =>
  JSON.stringify({ language: 'python', version: '*', files: [{ content }], ...more });

describe('admission', () => {
  const sleep = body('import time; time.sleep(0.4)');
  const post = (sent: string, signal?: AbortSignal) =>
    fetch(`${runner?.url}/api/v2/execute`, { method: 'POST', body: sent, ...(signal ? { signal } : {}) });

  test('beyond the queue a request is turned away at once, and told when to come back', async () => {
    runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1' });
    const first = post(sleep);
    const second = post(sleep);
    await new Promise(resolve => setTimeout(resolve, 100));
    const third = await post(sleep);
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('1');
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    await runner.stillStands();
  });

  test('a client that goes away frees its place, queued or running, and its run is killed', async () => {
    runner = await startTestRunner({ RUNNER_CONCURRENCY: '1', RUNNER_QUEUE: '1' });
    const endless = body('while True: pass', { run_timeout: 20_000 });
    const [running, queued] = [new AbortController(), new AbortController()];
    const answers = Promise.allSettled([post(endless, running.signal), post(endless, queued.signal)]);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect((await post(sleep)).status).toBe(429);
    queued.abort();
    await new Promise(resolve => setTimeout(resolve, 100));
    const next = post(body('print("next")'));
    running.abort();
    const { run } = (await (await next).json()) as Answer;
    expect(run.stdout).toBe('next\n');
    expect((await answers).map(one => one.status)).toEqual(['rejected', 'rejected']);
    await runner.stillStands();
  });

  test('many clients at once are all served, each with its own answer', async () => {
    runner = await startTestRunner();
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        const { run } = (await (await post(body(`print(${i})`))).json()) as Answer;
        return run.stdout;
      }),
    );
    expect(answers).toEqual(Array.from({ length: 24 }, (_, i) => `${i}\n`));
    await runner.stillStands();
  });
});
