/**
 * Three runners, each in a network namespace of its own, the Workers as they are deployed (local workerd) that spread
 * programs over them, and learners who submit all the time, while one runner is killed, one hangs, one gets slow, a
 * cable is cut, and at last all three are.
 *
 *   npm run bench -- faults [--learners 6] [--seconds 20] [--json]
 *
 * Needs root, `ip` and `nsenter`. Ends with 1 for a wrong verdict, a submission without one, or a runner that is not
 * used again after it was mended.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Installation } from '../apps/api/test/platform/installation.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { percentile, renderTable } from '../tools/lib/table.ts';
import { Load, type Submission } from './lib/faults/load.ts';
import { Machine } from './lib/faults/machine.ts';
import { makeWorld } from './lib/mixed/world.ts';

const MACHINES = 3;
/** A submission that took so many times what the slowest percent took before a fault felt the fault; at least this long. */
const FELT = { factor: 2, ms: 1_000 };

const logged = z.object({
  runner: z.array(z.object({ endpoint: z.string(), path: z.string(), outcome: z.string() })).optional(),
});

/** A good answer of a runner. */
interface Served {
  host: string;
  atMs: number;
}

interface Phase {
  name: string;
  startMs: number;
  /** When what was wrong was mended, and the runners that it was wrong with. */
  mendedMs: number | null;
  endMs: number;
  hosts: string[];
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      learners: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '20' },
      json: { type: 'boolean' },
    },
  });
  const [learners, seconds] = [Number(values.learners), Number(values.seconds)];
  if (!(learners >= 1 && seconds > 0))
    throw new StepError('--learners and --seconds must be numbers above 0.');
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const secret = crypto.randomUUID();
  const machines = Array.from({ length: MACHINES }, (_, i) => new Machine(i + 1, folder, secret));
  const served: Served[] = [];
  let installation: Installation | null = null;
  try {
    await step('Three machines with a runner each', async () => {
      for (const machine of machines) machine.connect();
      await Promise.all(machines.map(machine => machine.start()));
    });
    installation = await step('Workers', () =>
      Installation.start({
        answersAfterMs: null,
        runners: { urls: machines.map(({ url }) => url), secret },
        onLog: ({ message }) => served.push(...servedBy(message)),
      }),
    );
    const { items } = await step('Capsules, proven and published', () =>
      makeWorld(installation as Installation),
    );
    const onRunners = items.filter(({ language }) => ['python', 'javascript', 'c'].includes(language));
    const load = new Load(installation.platform.url, onRunners, learners);
    const phases = await goThrough(machines, seconds * 1000);
    await step('Waiting for the last verdicts', () => load.stop());
    return report(phases, load.submissions, served, values.json === true);
  } finally {
    await installation?.stop();
    for (const machine of machines) await machine.remove();
    rmSync(folder, { recursive: true });
  }
});

function servedBy(message: string): Served[] {
  if (!message.startsWith('{')) return [];
  const calls = logged.parse(JSON.parse(message)).runner ?? [];
  const atMs = performance.now();
  return calls
    .filter(({ outcome, path }) => outcome === 'ok' && path.includes('/execute'))
    .map(({ endpoint: host }) => ({ host, atMs }));
}

async function goThrough(machines: Machine[], lastsMs: number): Promise<Phase[]> {
  const [a, b, c] = machines as [Machine, Machine, Machine];
  const phases: Phase[] = [];
  async function phase(name: string, hurt: Machine[], begin: () => void, mend: () => unknown): Promise<void> {
    console.log(`• ${name}`);
    const startMs = performance.now();
    begin();
    await sleep(lastsMs);
    await mend();
    const mendedMs = hurt.length ? performance.now() : null;
    await sleep(lastsMs);
    phases.push({ name, startMs, mendedMs, endMs: performance.now(), hosts: hurt.map(({ host }) => host) });
  }
  const nothing = () => undefined;
  await phase('all are well', [], nothing, nothing);
  await phase(
    'one is killed, and started again',
    [a],
    () => a.kill(),
    () => a.start(),
  );
  await phase(
    'one hangs, and goes on',
    [b],
    () => b.hang(),
    () => b.goOn(),
  );
  await phase(
    'one works a tenth of the time',
    [c],
    () => c.slowDown(),
    () => c.goOn(),
  );
  await phase(
    'the cable of one is cut, and mended',
    [a],
    () => a.cut(),
    () => a.mend(),
  );
  await phase(
    'all cables are cut, and mended',
    machines,
    () => all('cut'),
    () => all('mend'),
  );
  return phases;

  function all(what: 'cut' | 'mend'): void {
    for (const machine of machines) machine[what]();
  }
}

function report(phases: Phase[], submissions: Submission[], served: Served[], asJson: boolean): number {
  const wrong = submissions.filter(({ verdict, isRight }) => verdict && (verdict === 'accepted') !== isRight);
  const lost = submissions.filter(({ verdict }) => verdict === null);
  const during = ({ startMs, endMs }: Phase) =>
    submissions.filter(({ sentMs }) => sentMs >= startMs && sentMs < endMs);
  const lasted = ({ sentMs, answeredMs }: Submission) => answeredMs - sentMs;
  const usual = phases[0] ? percentile(during(phases[0]).map(lasted), 99) : Number.NaN;
  const feltMs = Math.max(FELT.ms, FELT.factor * usual);
  const rows = phases.map(phase => {
    const all = during(phase);
    const refused = all.filter(({ refusals }) => refusals.length > 0);
    const felt = all.filter(one => one.refusals.length > 0 || lasted(one) > feltMs);
    const untilMs = Math.max(phase.startMs, ...felt.map(({ answeredMs }) => answeredMs));
    const back = phase.hosts.map(host => {
      const first = served.find(one => one.host === host && one.atMs > (phase.mendedMs ?? 0));
      return first ? (first.atMs - (phase.mendedMs ?? 0)) / 1000 : Number.POSITIVE_INFINITY;
    });
    const ms = (p: number) => Math.round(percentile(all.map(lasted), p));
    return {
      phase: phase.name,
      ...{ submissions: all.length, refused: refused.length, felt: felt.length },
      ...{ p50Ms: ms(50), p99Ms: ms(99), longestMs: ms(100) },
      feltForSeconds: Math.round((untilMs - phase.startMs) / 100) / 10,
      usedAgainAfterSeconds: back.length ? Math.round(Math.max(...back) * 10) / 10 : null,
    };
  });
  if (asJson) console.log(JSON.stringify({ rows, wrong: wrong.length, lost: lost.length }));
  else {
    const columns = ['', 'submissions', 'refused first', 'felt it', 'p50 ms', 'p99 ms', 'longest ms'];
    console.log(
      `\n${renderTable(
        [...columns, 'felt for s', 'used again after s'],
        rows.map(row => Object.values(row).map(cell => cell ?? '')),
      )}`,
    );
    console.log(
      `\n${submissions.length} submissions: ${wrong.length} wrong verdicts, ${lost.length} without a verdict. Felt: refused at first, or longer than ${Math.round(feltMs)} ms.`,
    );
  }
  const unused = rows.filter(row => row.usedAgainAfterSeconds === Number.POSITIVE_INFINITY);
  return wrong.length + lost.length + unused.length > 0 ? 1 : 0;
}
