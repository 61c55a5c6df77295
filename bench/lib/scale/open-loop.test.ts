import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { listenLocally } from '../../../tools/lib/ports.ts';
import { isFailure, openLoop, timesOf } from './open-loop.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function serve(answer: (nth: number) => Promise<number>): Promise<string> {
  let count = 0;
  const server = createServer(async (_, response) => {
    response.statusCode = await answer(count++);
    response.end();
  });
  const url = await listenLocally(server);
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return url;
}

const get = (url: string) => async () => (await fetch(url)).status;

it('counts the wait of all who would have come while a server stood still', async () => {
  // The first second nobody is answered: a client that waits for each answer would send one request in it.
  const openedMs = performance.now() + 1_000;
  const url = await serve(async () => {
    await sleep(Math.max(0, openedMs - performance.now()));
    return 200;
  });
  const { shots } = await openLoop({ ratePerSecond: 50, seconds: 2, seed: 1, stopsAbove: 1, send: get(url) });
  const late = shots.filter(({ lastedMs }) => lastedMs > 500);
  expect(shots.length).toBeGreaterThan(70);
  expect(late.length).toBeGreaterThan(12);
  expect(timesOf(shots)[3]).toBeGreaterThan(800);
});

it('stops when too many answers are 5xx', async () => {
  const url = await serve(async nth => (nth < 50 ? 200 : 503));
  const { shots, isStopped } = await openLoop({
    ...{ ratePerSecond: 200, seconds: 30, seed: 1, stopsAbove: 0.5, send: get(url) },
  });
  expect(isStopped).toBe(true);
  expect(shots.length).toBeLessThan(1_000);
});

it('takes no answer for a failure', async () => {
  const { shots } = await openLoop({
    ...{ ratePerSecond: 50, seconds: 0.5, seed: 1, stopsAbove: 1 },
    send: () => Promise.reject(new Error('away')),
  });
  expect(shots.every(isFailure)).toBe(true);
  expect(shots.length).toBeGreaterThan(5);
});
