import { describe, expect, test } from 'vitest';
import { jsonValues, observe, type TailEvent, tailEvent } from './tail.ts';
import { WATCH, watch } from './watch.ts';

const NOW = 1_764_000_000_000;
const seen = (failed: boolean) => ({
  worker: 'api',
  versionId: 'v',
  failed,
  what: failed ? 'POST /x 500' : 'GET / 200',
});
const judge = (marks: string, stepMs = 100) => {
  let nowMs = NOW;
  async function* events() {
    for (const mark of marks) {
      nowMs += stepMs;
      yield seen(mark === 'x');
    }
  }
  return watch(events(), { ...WATCH, forMs: 60_000, now: () => nowMs });
};

describe('the watch', () => {
  test('finds nothing where all is well, or one of a hundred fails', async () => {
    expect(await judge('.'.repeat(500))).toEqual({ problem: null, requests: 500, failures: 0 });
    expect((await judge(`${'.'.repeat(99)}x`.repeat(3))).problem).toBeNull();
  });

  test('ends at the event that tips the share', async () => {
    const { problem, requests } = await judge(`${'.'.repeat(60)}xx${'x'.repeat(400)}`);
    expect(problem).toBe('2 of 62 requests failed (POST /x 500)');
    expect(requests).toBe(62);
  });

  test('does not judge by the first few, unless all of them fail', async () => {
    expect((await judge('x.x.x.x.')).problem).toBeNull();
    expect((await judge('xxxxxxxxxx')).problem).toBe('10 of 10 requests failed (POST /x 500)');
  });

  test('forgets what is older than its window', async () => {
    const slow = 10_000;
    expect((await judge(`xx${'.'.repeat(200)}`, slow)).problem).toBeNull();
  });

  test('fails with the stream', async () => {
    // biome-ignore lint/correctness/useYield: a stream that breaks at once.
    async function* broken(): AsyncGenerator<never> {
      throw new Error('the tail broke');
    }
    await expect(watch(broken(), { ...WATCH, forMs: 1, now: Date.now })).rejects.toThrow('the tail broke');
  });
});

describe('tail events', () => {
  const event = (more: Partial<TailEvent>): TailEvent =>
    tailEvent.parse({ scriptName: 'api', outcome: 'ok', ...more });
  const request = { url: 'https://x.example/a?token=secret', method: 'POST' };

  test.each<[string, Partial<TailEvent>, boolean, string]>([
    ['an answer', { event: { request, response: { status: 200 } } }, false, 'POST /a 200'],
    ['a refusal', { event: { request, response: { status: 429 } } }, false, 'POST /a 429'],
    ['a failure that was answered', { event: { request, response: { status: 503 } } }, true, 'POST /a 503'],
    ['an exception', { outcome: 'exception', event: { request, response: null } }, true, 'POST /a exception'],
    ['too much CPU', { outcome: 'exceededCpu', event: { request } }, true, 'POST /a exceededCpu'],
    ['a client that left', { outcome: 'canceled', event: { request } }, false, 'POST /a canceled'],
    ['a failed cron', { outcome: 'exception', event: null }, true, 'exception'],
  ])('%s', (_, more, failed, what) => {
    expect(observe(event(more))).toMatchObject({ failed, what });
  });

  test('are read wherever the stream is cut', async () => {
    const text = '{\n  "a": "} \\" {",\n  "b": { "c": [1, {}] }\n}\nConnected to "x"\n{"d":2}';
    for (const size of [1, 2, 3, 7, 1000]) {
      const values: unknown[] = [];
      async function* chunks() {
        for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
      }
      for await (const value of jsonValues(chunks())) values.push(value);
      expect(values).toEqual([{ a: '} " {', b: { c: [1, {}] } }, { d: 2 }]);
    }
  });
});
