import { parseArgs } from 'node:util';
import { concurrently } from '@devcapsules/capsule/concurrently';
import { ApiUser } from './lib/api.ts';
import { ownCapsules, publishCapsule } from './lib/capsules.ts';
import { type Example, ownFolders, readExamples } from './lib/examples.ts';
import { seedProblems } from './lib/problems.ts';
import { Progress } from './lib/progress.ts';
import { LOCAL_STATE, type RunnerMode, startStack } from './lib/stack.ts';
import { main, StepError, step, untilSignal } from './lib/steps.ts';
import { installSystemPackages, RUNNER_PACKAGES, rootPrefix } from './lib/system.ts';

const HELP = `npm start -- [options]

Sets everything up, starts DevCapsules on this machine and fills it with examples.

  --port N             port of the pages and the API (8787, or a free one)
  --runner full        sandboxed runner; needs root or sudo without a password (default)
  --runner degraded    without root: less isolation, for code you trust
  --runner off         SQL only
  --help               this text
`;

const SEED_WIDTH = 2;
const DEMO = { email: 'demo@devcapsules.example', password: 'prove-it-by-running', name: 'Demo creator' };

await main(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, runner: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const runner = await chooseRunner(values.runner);
  const stack = await startStack({
    stateDir: LOCAL_STATE,
    apiPort: Number(values.port ?? 8787),
    dashboard: true,
    runnerPort: 2000,
    runner,
    plan: 'team',
    adminEmail: DEMO.email,
  });
  console.log(`
  DevCapsules  ${stack.url}
  API          ${stack.url}/docs/
  Sign-in      ${DEMO.email} / ${DEMO.password}
  Mail         ${stack.url}/outbox
  Logs         ${LOCAL_STATE}
${runner === 'off' ? '  Only SQL can be run: see above.\n' : ''}
  Ctrl-C stops everything.
`);
  const stopped = untilSignal();
  await Promise.race([stopped, seed(stack.url, runner)]);
  await stopped;
  await step('Stopping', () => stack.stop());
  return 0;
});

async function chooseRunner(asked: string | undefined): Promise<RunnerMode> {
  if (asked !== undefined && !['full', 'degraded', 'off'].includes(asked)) {
    throw new StepError(`--runner must be full, degraded or off, not "${asked}".`);
  }
  if (asked === 'off') return 'off';
  const line = await installSystemPackages(RUNNER_PACKAGES);
  if (line !== null) {
    console.log(`! Only SQL will run. For the other languages, run this and start again:\n    ${line}`);
    return 'off';
  }
  if (asked === 'degraded') return 'degraded';
  if ((await rootPrefix()) !== null) return 'full';
  console.log('! Only SQL will run: the sandbox needs root or sudo without a password.');
  console.log('    For code you trust: npm start -- --runner degraded');
  return 'off';
}

/** Publishes the examples that are not there yet, each through its own proof; the page works meanwhile. */
async function seed(url: string, runner: RunnerMode): Promise<void> {
  const author = new ApiUser(url);
  await author.enter(DEMO);
  const nameOf = (capsule: { title: string; language: string }) => `${capsule.title} (${capsule.language})`;
  const present = new Set((await ownCapsules(author)).filter(item => item.isPublished).map(nameOf));
  const runnable = (example: Example) => runner !== 'off' || example.capsule.language === 'sql';
  const missing = [...ownFolders().flatMap(readExamples), ...seedProblems()].filter(
    example => !present.has(nameOf(example.capsule)) && runnable(example),
  );
  if (missing.length === 0) return;
  const progress = new Progress('Examples proven and published', missing.length);
  await concurrently(missing, SEED_WIDTH, async ({ file, capsule }) => {
    const outcome = await publishCapsule(author, capsule);
    progress.advance();
    if (!outcome.ok) console.error(`\n✗ The example ${file} was not published: ${outcome.why}`);
  });
}
