import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { Tally } from './tally.ts';

const SEARCHES = ['sticker', 'list', 'query', 'the', 'nothing-has-this-word'];
const POLL_MS = 500;
const ENDED = ['done', 'failed', 'cancelled'];

/** Somebody who looks around and solves nothing. */
export async function browse(reader: Client, random: () => number): Promise<void> {
  const word = SEARCHES[Math.floor(random() * SEARCHES.length)] ?? '';
  await reader.ask('list', 'GET', '/api/v1/capsules');
  await reader.ask('search', 'GET', `/api/v1/capsules?q=${word}`);
  await reader.ask('tags', 'GET', '/api/v1/tags');
  await reader.ask('courses', 'GET', '/api/v1/courses');
  await reader.ask('ready', 'GET', '/health/ready');
}

/** A creator has an exercise made, and waits until it is proven. */
export async function generate(creator: Client, number: number, tally: Tally): Promise<void> {
  const language = number % 3 === 0 ? 'python' : 'sql';
  const wish = { prompt: `Add up the large orders, number ${number}`, language, difficulty: 'EASY' };
  const { jobId } = await creator.ask('generate', 'POST', '/api/v1/generate', wish);
  for (;;) {
    const { state, error } = await creator.ask('generation', 'GET', `/api/v1/generate/${jobId}/status`);
    if (state !== 'done' && ENDED.includes(state))
      tally.fault(`generation ${number}: ${state} ${JSON.stringify(error)}`);
    if (ENDED.includes(state)) return;
    await sleep(POLL_MS);
  }
}

/** A creator looks after what there is. */
export async function manage(creator: Client): Promise<void> {
  await creator.ask('own capsules', 'GET', '/api/v1/capsules/mine');
  await creator.ask('analytics', 'GET', '/api/v1/analytics/dashboard');
  await creator.ask('usage', 'GET', '/api/v1/usage');
}
