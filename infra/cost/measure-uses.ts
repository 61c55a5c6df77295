import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Installation } from '../../apps/api/test/platform/installation.ts';
import { type Item, publish } from '../../bench/lib/mixed/world.ts';
import { MeteredRunner } from '../../bench/lib/scale/metered-runner.ts';
import { readExamples } from '../../tools/lib/examples.ts';
import { readProblem } from '../../tools/lib/problems.ts';
import { step } from '../../tools/lib/steps.ts';
import type { Use, UseName } from './measured.ts';
import { METER } from './meter.ts';
import { Visitor } from './visitor.ts';

/** Events wait two seconds for others before they are stored. */
const SETTLE_MS = 4_000;
const TICKS_A_SECOND = 100;
const POLL_MS = 1_000;

/** What each thing that people do takes, through the Workers on local workerd with a runner. @throws Error when one fails */
export async function measureUses(times: number): Promise<Record<UseName, Use>> {
  let logged = 0;
  const runner = await step('A runner', () => MeteredRunner.start());
  const installation = await step('Workers', () =>
    Installation.start({
      answersAfterMs: null,
      runners: { urls: [runner.url], secret: runner.secret },
      entry: METER,
      onLog: ({ level, message }) => {
        logged += message.length;
        if (level === 'error') console.error(message);
      },
    }),
  );
  const working = installation.queue.run(installation.platform.deliver.bind(installation.platform), 1);
  try {
    const cookie = await installation.signUp();
    const [python, sql] = await step('Two capsules, proven and published', async () => [
      await publish(installation, cookie, 0, exampleOf('python')),
      await publish(installation, cookie, 0, exampleOf('sql')),
    ]);
    let generations = 0;
    const things: [UseName, number, (visitor: Visitor) => Promise<void>][] = [
      ['list', times, visitor => visitor.ask('GET', '/api/v1/capsules')],
      ['open', times, visitor => open(visitor, python)],
      [
        'draft',
        times,
        async visitor =>
          void (await visitor.ask('PUT', `/api/v1/progress/${python.id}/draft`, {
            source_code: python.right,
          })),
      ],
      [
        'run',
        times,
        visitor => visitor.ask('POST', `/api/v1/capsules/${python.id}/run`, { source_code: python.right }),
      ],
      [
        'submit',
        times,
        visitor => visitor.ask('POST', `/api/v1/capsules/${python.id}/submit`, { source_code: python.right }),
      ],
      [
        'sqlRun',
        times,
        visitor => visitor.ask('POST', `/api/v1/capsules/${sql.id}/run`, { source_code: sql.right }),
      ],
      [
        'sqlSubmit',
        times,
        visitor => visitor.ask('POST', `/api/v1/capsules/${sql.id}/submit`, { source_code: sql.right }),
      ],
      ['hint', times, visitor => visitor.ask('POST', '/api/v1/mentor/hint', { capsuleId: python.id })],
      ['manage', times, visitor => manage(visitor.as(cookie))],
      ['generate', 2, visitor => generate(visitor.as(cookie), generations++)],
      ['publish', 1, () => publish(installation, cookie, 0, exampleOf('python')).then(() => undefined)],
      ['cron', 2, () => installation.platform.tick()],
    ];
    const uses: Partial<Record<UseName, Use>> = {};
    for (const [name, count, work] of things) {
      uses[name] = await step(`${name}, ${count} times`, () =>
        measureUse(installation, runner, count, work, () => logged),
      );
    }
    return uses as Record<UseName, Use>;
  } finally {
    await installation.stop();
    await working;
    await runner.stop();
  }
}

/** Each time somebody else, at an address of their own, who is known by a learner token before it counts. */
async function measureUse(
  installation: Installation,
  runner: MeteredRunner,
  times: number,
  work: (visitor: Visitor) => Promise<void>,
  logged: () => number,
): Promise<Use> {
  const { platform } = installation;
  const visitors: Visitor[] = [];
  for (let i = 0; i < times; i++) visitors.push(await Visitor.known(platform.url));
  await sleep(SETTLE_MS);
  const before = await meter(platform.url);
  const [cpu, log, bytes] = [cpuMs(platform.pids()), logged(), visitors.map(({ bytes }) => bytes)];
  const ran = await runner.cost(async () => {
    for (const visitor of visitors) await work(visitor);
  }, SETTLE_MS);
  const spentMs = cpuMs(platform.pids()) - cpu;
  const counted = await meter(platform.url);
  const each = (value = 0) => round(value / times, 2);
  const moved = visitors.reduce((sum, visitor, i) => sum + visitor.bytes - (bytes[i] ?? 0), 0);
  return {
    times,
    requests: each(counted.requests),
    bytes: each(moved),
    workerCpuMs: each(spentMs),
    runnerCpuMs: each(ran.cpuMs),
    rowsRead: each(counted.rowsRead),
    rowsWritten: each(counted.rowsWritten),
    kvReads: each(counted.kvReads),
    kvWrites: each(counted.kvWrites),
    r2Reads: each(counted.r2Reads),
    r2Writes: each(counted.r2Writes),
    queueMessages: each(counted.queueMessages),
    objectRequests: each(counted.objectRequests),
    databaseBytes: each(Math.max(0, (counted.databaseBytes ?? 0) - (before.databaseBytes ?? 0))),
    logBytes: each(logged() - log),
  };
}

async function meter(url: string): Promise<Record<string, number>> {
  return (await (await fetch(`${url}/api/__meter`)).json()) as Record<string, number>;
}

/** Processor time of processes so far: fields 14 and 15 of proc_pid_stat(5). */
function cpuMs(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (1000 * (Number(fields[11]) + Number(fields[12]))) / TICKS_A_SECOND;
  }, 0);
}

async function open(visitor: Visitor, { id }: Item): Promise<void> {
  await visitor.ask('POST', '/api/v1/learners');
  await visitor.ask('GET', `/api/v1/capsules/${id}`);
  const events = ['impression', 'edit'].map(type => ({ id: crypto.randomUUID(), capsuleId: id, type }));
  await visitor.ask('POST', '/api/v1/analytics/track', { events });
}

async function manage(creator: Visitor): Promise<void> {
  await creator.ask('GET', '/api/v1/capsules/mine');
  await creator.ask('GET', '/api/v1/analytics/dashboard');
  await creator.ask('GET', '/api/v1/usage');
}

/** By the bank: the same stages as with a model, but for the calls to it. */
async function generate(creator: Visitor, number: number): Promise<void> {
  const wish = {
    prompt: `Add up the large orders, number ${number}`,
    language: 'python',
    difficulty: 'EASY',
  };
  const { jobId } = await creator.ask('POST', '/api/v1/generate', wish);
  for (;;) {
    const { state } = await creator.ask('GET', `/api/v1/generate/${jobId}/status`);
    if (state === 'done') return;
    if (state === 'failed' || state === 'cancelled') throw new Error(`A generation ended as ${state}.`);
    await sleep(POLL_MS);
  }
}

function exampleOf(language: 'python' | 'sql') {
  const found =
    language === 'sql'
      ? readExamples('store')[0]
      : readProblem('01-sticker-sheets').find(({ capsule }) => capsule.language === language);
  if (!found) throw new Error(`There is no example in ${language}.`);
  return found;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
