import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ApiUser } from '../../tools/lib/api.ts';
import { publishCapsule } from '../../tools/lib/capsules.ts';
import { command } from '../../tools/lib/command.ts';
import { type Example, readExamples } from '../../tools/lib/examples.ts';
import { localRunner } from '../../tools/lib/local-runner.ts';
import { freePort } from '../../tools/lib/ports.ts';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';
import { findBreaking } from './migrations.ts';
import { buildFaultyApi, buildWorker } from './rehearsal/builds.ts';
import { type Exercise, Learners } from './rehearsal/learners.ts';
import { LocalEdge } from './rehearsal/local-edge.ts';
import { type Rollout, rollOut } from './rollout.ts';
import { smoke } from './smoke.ts';
import { WATCH } from './watch.ts';

const HELP = `node infra/deploy/rehearse-rollback.ts

Runs the API on this machine, with learners who submit all the time; deploys a version whose submissions fail, after a
migration that expands the schema; and shows that the watch of a real deploy notices, goes back, and loses nothing. Then
deploys a good version with the same code. Needs what npm start needs.

  --help   this text
`;

const LEARNERS = 4;
const WATCHED_MS = 20_000;
const SMOKE_EVERY_MS = 10_000;
/** Before and after, for what learners meet then. */
const CALM_MS = 5_000;
const EXPAND = 'ALTER TABLE submissions ADD COLUMN reviewed_at TEXT;\n';

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rollback-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
  try {
    const { edge, migrations } = await start(folder, ends);
    await rehearse(edge, migrations);
    return 0;
  } finally {
    for (const end of ends.reverse()) await end();
  }
});

async function start(folder: string, ends: (() => unknown)[]) {
  await step('Page', () => command('node', ['apps/page/build.ts']));
  const good = await step('Version A, and C of the same code', () => buildWorker('api', join(folder, 'a')));
  const bad = await step('Version B, with a fault', () => buildFaultyApi(join(folder, 'b')));
  const others = await step('Other Workers', async () => ({
    sql: await buildWorker('sql', join(folder, 'sql')),
    mutants: await buildWorker('mutants', join(folder, 'mutants')),
  }));
  const secret = crypto.randomUUID();
  const runnerPort = await freePort();
  const logFile = join(folder, 'runner.log');
  const runner = localRunner({ port: runnerPort, secret, isolation: 'full', logFile });
  await step('Runner', () => runner.start());
  ends.push(() => runner.stop());

  const migrations = { now: join(ROOT, 'apps/api/migrations'), next: join(folder, 'migrations') };
  cpSync(migrations.now, migrations.next, { recursive: true });
  writeFileSync(join(migrations.next, '9000_expand.sql'), EXPAND);
  if (findBreaking([{ file: '9000_expand.sql', sql: EXPAND }], []).length > 0)
    throw new StepError('The migration of the rehearsal breaks the rule it is to show.');
  const port = await freePort();
  const edge = new LocalEdge(
    {
      ...{ stateDir: join(folder, 'state'), port, others },
      variables: {
        ...{ APP_URL: `http://127.0.0.1:${port}`, AUTH_SECRET: crypto.randomUUID() + crypto.randomUUID() },
        ...{ RUNNER_URL: `http://127.0.0.1:${runnerPort}`, RUNNER_SECRET: secret },
        NEW_ACCOUNT_PLAN: 'enterprise',
      },
      builds: { A: good, B: bad, C: good },
    },
    migrations.now,
  );
  await step('workerd with version A', () => edge.start('A'));
  ends.push(() => edge.stop());
  return { edge, migrations };
}

async function rehearse(edge: LocalEdge, migrations: { next: string }): Promise<void> {
  const exercises = await step('Two exercises', () => publish(edge.url));
  const learners = new Learners(edge.url, LEARNERS, exercises);
  await sleep(CALM_MS);
  const calm = failures(learners, 0);
  edge.prepare('B', migrations.next);
  const bad = await deploy('B', edge);
  if (bad.outcome !== 'rolled back') throw new StepError('The bad version stayed.');
  await sleep(CALM_MS);
  if (bad.healthyAfterMs === null) throw new StepError('The old version is not well on the new schema.');
  tellOutage(learners, bad.healthyAfterMs);

  edge.prepare('C', migrations.next);
  const good = await deploy('C', edge);
  if (good.outcome !== 'deployed') throw new StepError(`A good version was sent back: ${good.problem}`);
  await learners.stop();

  const stored = Number((await edge.query('SELECT count(*) AS n FROM submissions'))[0]?.n);
  const expanded = await edge.query(
    "SELECT 1 FROM pragma_table_info('submissions') WHERE name = 'reviewed_at'",
  );
  console.log(`
  ${learners.answered.length} submissions answered: ${learners.confirmed} judged, ${failures(learners, 0)} failed (${calm} before the deploy)
  ${learners.unreached} met a refused connection while workerd restarted, which Cloudflare has nothing like
  ${stored} submissions stored; the new column ${expanded.length ? 'is there' : 'is not there'}`);
  if (stored !== learners.confirmed) throw new StepError('What was confirmed is not what is stored.');
  if (expanded.length !== 1) throw new StepError('The migration is gone.');
  if (calm !== 0) throw new StepError('Submissions failed before anything was deployed.');
}

async function deploy(name: string, edge: LocalEdge): Promise<Rollout> {
  console.log(`\n• Deploying ${name}`);
  return rollOut({
    ...{ edge, shares: [100], smokeEveryMs: SMOKE_EVERY_MS },
    smoke: () => smoke({ url: edge.url, pages: false }),
    watch: { ...WATCH, forMs: WATCHED_MS, now: Date.now },
    say: line => console.log(line.replace(/^(?! )/gm, '  ')),
  });
}

function failures({ answered }: Learners, sinceMs: number): number {
  return answered.filter(({ atMs, ok }) => !ok && atMs >= sinceMs).length;
}

/** From the first submission that failed to the first that was judged after the last failure. */
function tellOutage({ answered }: Learners, healthyAfterMs: number): void {
  const firstBad = answered.findIndex(({ ok }) => !ok);
  const lastBad = answered.findLastIndex(({ ok }) => !ok);
  const healthy = answered[lastBad + 1];
  const first = answered[firstBad];
  if (!first || !healthy) throw new StepError('Nobody met the fault, or nobody its end.');
  const outageMs = healthy.atMs - first.atMs;
  console.log(
    `  Learners met it for ${(outageMs / 1000).toFixed(1)} s, from the first failure to the next judgement. From noticing to the\n  old version's passed smoke test it was ${(healthyAfterMs / 1000).toFixed(1)} s, most of it workerd that starts anew.`,
  );
}

async function publish(url: string): Promise<Exercise[]> {
  const author = new ApiUser(url);
  await author.enter({ email: 'author@devcapsules.example', password: 'a long password', name: 'Author' });
  const examples = [readExamples('python')[0], readExamples('store')[0]].filter(
    (one): one is Example => one !== undefined,
  );
  const exercises: Exercise[] = [];
  for (const { file, capsule } of examples) {
    const outcome = await publishCapsule(author, capsule);
    if (!outcome.ok) throw new StepError(`${file} was not published: ${outcome.why}`);
    exercises.push({ id: outcome.id, solution: capsule.solution });
  }
  return exercises;
}
