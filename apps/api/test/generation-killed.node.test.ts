import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Installation } from './platform/installation.ts';

const JOBS = 20;
const JOBS_A_USER = 2;
/** In the order in which a job goes through them. */
const KILLED_AT = ['pedagogist', 'coder', 'running', 'blind_solve', 'mutants', 'saving'] as const;
const ANSWERS_AFTER_MS = 400;

/** A job as its followers saw it last. */
interface Seen {
  stage: string;
  agents: { agent: string }[];
}

let installation: Installation;
beforeAll(async () => {
  installation = await Installation.start({ answersAfterMs: ANSWERS_AFTER_MS });
}, 120_000);
afterAll(() => installation?.stop());

it('20 jobs whose consumers are killed at each step all end, once each, and no finished call is made again', async () => {
  const { platform, queue, provider } = installation;
  const owners = await Promise.all(Array.from({ length: JOBS / JOBS_A_USER }, () => installation.signUp()));
  const jobs = await Promise.all(
    Array.from({ length: JOBS }, async (_, number) => {
      const cookie = owners[number % owners.length] ?? '';
      return { cookie, id: await installation.generate(cookie, number) };
    }),
  );
  expect(queue.size).toBe(JOBS);
  const working = queue.run(platform.deliver.bind(platform), JOBS);

  const kills: { at: string; when: number; seen: Seen[] }[] = [];
  for (const at of KILLED_AT) {
    const seen = await until(jobs, at);
    kills.push({ at, when: Date.now(), seen });
    await platform.kill();
  }
  while (queue.size > 0) await sleep(100);
  await queue.stop();
  await working;

  expect(queue.dead).toEqual([]);
  for (const { cookie, id } of jobs) {
    expect(await installation.ask(cookie, 'GET', `/generate/${id}/status`)).toMatchObject({
      ...{ state: 'done', capsuleId: id, error: null },
    });
    expect(await installation.ask(cookie, 'GET', `/capsules/${id}/versions`)).toHaveLength(1);
    expect(await installation.ask(cookie, 'GET', `/capsules/${id}/proof`)).toMatchObject({
      passed: true,
      fresh: true,
    });
  }
  for (const cookie of owners) {
    expect((await installation.ask(cookie, 'GET', '/capsules/mine')).page.total).toBe(JOBS_A_USER);
  }

  const repeated = kills.flatMap(({ when, seen }) =>
    seen.flatMap(({ agents }, number) =>
      provider.calls.filter(
        ({ job, agent, askedAt }) =>
          job === `job-${number}-mark` && askedAt > when && agents.some(finished => finished.agent === agent),
      ),
    ),
  );
  expect(repeated).toEqual([]);
  expect(kills.some(({ seen }) => seen.some(({ agents }) => agents.length > 0))).toBe(true);
  expect(new Set(provider.calls.map(({ job, agent }) => `${job} ${agent}`)).size).toBe(JOBS * 3);
  console.log(
    `${provider.calls.length} calls for ${JOBS * 3} that were needed; ${queue.deliveries} deliveries of ${JOBS} messages; ` +
      `killed at ${kills.map(({ at, seen }) => `${at} (${seen.filter(({ stage }) => stage === at).length} there)`).join(', ')}`,
  );
}, 400_000);

/** Waits until a job is at a stage. @returns how all were seen last */
async function until(jobs: { cookie: string; id: string }[], wanted: string): Promise<Seen[]> {
  const stop = new AbortController();
  const seen: Seen[] = jobs.map(() => ({ stage: '', agents: [] }));
  await Promise.race(
    jobs.map(async ({ cookie, id }, index) => {
      const url = `${installation.platform.url}/api/v1/generate/${id}/events`;
      const response = await fetch(url, { headers: { cookie }, signal: stop.signal });
      let text = '';
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        const data = events.at(-1)?.split('data: ')[1];
        if (data) seen[index] = JSON.parse(data);
        if (events.some(event => event.includes(`"stage":"${wanted}"`))) return;
      }
      // Ended before: others decide.
      await new Promise(() => {});
    }),
  );
  stop.abort();
  return seen;
}
