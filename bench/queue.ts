/**
 * Queues generations of many users at once, and lets several consumers work them off on real workerd, each to a proven
 * capsule: how many a minute, whether turns are fair, and whether memory stays flat. By `bank` the built-in bank writes
 * queries, which are proven in the Worker; by `model` a double of a provider that answers at once writes Python, which is
 * proven on the runner.
 *
 *   npm run bench -- queue [--by bank|model] [--jobs 1000] [--users 50] [--first N] [--width 8] [--json]
 *
 * --first N gives the first user N jobs, asked for before all others'; the others share what is left.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Installation } from '../apps/api/test/platform/installation.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { percentile, renderTable } from '../tools/lib/table.ts';
import { rssMb } from './lib/memory.ts';

const SAMPLE_MS = 2_000;
const rowSchema = z.object({ user_id: z.string(), outcome: z.string(), ended_at: z.string() });

await main(async () => {
  const { values } = parseArgs({
    options: {
      by: { type: 'string', default: 'bank' },
      jobs: { type: 'string', default: '1000' },
      users: { type: 'string', default: '50' },
      first: { type: 'string' },
      width: { type: 'string', default: '8' },
      json: { type: 'boolean' },
    },
  });
  const by = values.by === 'model' ? 'model' : 'bank';
  const [jobs, users, width] = [Number(values.jobs), Number(values.users), Number(values.width)];
  if (!(users >= 1 && jobs >= users && width >= 1))
    throw new StepError('Give at least one job to each user.');
  const first = Number(values.first ?? Math.floor(jobs / users));
  const installation = await step('Workers, runner, queue and provider', () =>
    Installation.start({ answersAfterMs: by === 'model' ? 0 : null }),
  );
  try {
    const result = await run(installation, sharesOf(jobs, users, first), { by, width });
    console.log(values.json ? JSON.stringify(result) : `\n${renderTable(['', ''], Object.entries(result))}`);
    return result['ended otherwise than accepted'] === 0 ? 0 : 1;
  } finally {
    await installation.stop();
  }
});

/** How many jobs each user asks for. */
function sharesOf(jobs: number, users: number, first: number): number[] {
  const others = users - 1;
  const share = others === 0 ? 0 : Math.floor((jobs - first) / others);
  return [first, ...Array.from({ length: others }, (_, i) => share + (i < (jobs - first) % others ? 1 : 0))];
}

async function run(
  installation: Installation,
  shares: number[],
  { by, width }: { by: 'bank' | 'model'; width: number },
) {
  const { platform, queue } = installation;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const askedMs: number[] = [];
  await step(`${total} generations asked for by ${shares.length}, one after the other`, async () => {
    let number = 0;
    for (const share of shares) {
      const cookie = await installation.signUp();
      for (let i = 0; i < share; i++) {
        const startMs = performance.now();
        await installation.generate(cookie, number++, by === 'bank' ? 'sql' : 'python');
        askedMs.push(performance.now() - startMs);
      }
    }
  });

  const memoryMb = [rssMb(platform.pids())];
  const sampling = setInterval(() => memoryMb.push(rssMb(platform.pids())), SAMPLE_MS);
  const startMs = performance.now();
  const working = queue.run(platform.deliver.bind(platform), width);
  let told = 0;
  while (queue.size > 0) {
    await sleep(200);
    const percent = Math.floor((100 * (total - queue.size)) / total);
    if (percent < told + 10) continue;
    told = percent;
    console.log(`• ${percent} % after ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
  }
  const seconds = (performance.now() - startMs) / 1000;
  clearInterval(sampling);
  await queue.stop();
  await working;

  const rows = z
    .array(rowSchema)
    .parse(await platform.query('SELECT user_id, outcome, ended_at FROM generation_logs ORDER BY ended_at'));
  const third = Math.ceil(memoryMb.length / 3);
  return {
    by,
    jobs: rows.length,
    users: shares.length,
    'consumers side by side': width,
    seconds: Math.round(seconds),
    'accepted a minute': Math.round((600 * rows.length) / seconds) / 10,
    'ended otherwise than accepted': rows.filter(({ outcome }) => outcome !== 'accepted').length,
    'given up': queue.dead.length,
    'deliveries (put back ones too)': queue.deliveries,
    'POST /generate p50 ms': Math.round(percentile(askedMs, 50)),
    'POST /generate p99 ms': Math.round(percentile(askedMs, 99)),
    'largest lead, in jobs, over one who waits': largestLead(rows.map(({ user_id }) => user_id)),
    'workerd MB at the start': Math.round(memoryMb[0] ?? 0),
    'median of the middle third': Math.round(percentile(memoryMb.slice(third, 2 * third), 50)),
    'median of the last third': Math.round(percentile(memoryMb.slice(2 * third), 50)),
    'MB at most': Math.round(Math.max(...memoryMb)),
  };
}

/** Over the whole run: by how many ended jobs anybody was ahead of somebody who still had one waiting. */
function largestLead(order: string[]): number {
  const left = new Map<string, number>();
  for (const user of order) left.set(user, (left.get(user) ?? 0) + 1);
  const ended = new Map([...left.keys()].map(user => [user, 0]));
  let lead = 0;
  for (const user of order) {
    const most = (ended.get(user) ?? 0) + 1;
    ended.set(user, most);
    left.set(user, (left.get(user) ?? 0) - 1);
    const waiting = [...left].filter(([other, count]) => count > 0 && other !== user).map(([other]) => other);
    for (const other of waiting) lead = Math.max(lead, most - (ended.get(other) ?? 0));
  }
  return lead;
}
