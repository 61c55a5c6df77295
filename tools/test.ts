import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { command, ROOT } from './lib/command.ts';
import { main, StepError, step } from './lib/steps.ts';
import { BROWSER_PACKAGES, RUNNER_PACKAGES, requireSystemPackages } from './lib/system.ts';

const HELP = `npm test -- [options] [folder …]

Sets up what the tests need and runs them all, or those of the folders named (packages/capsule, apps/api …).

  --help   this text
`;

/** Several times what the longest workspace takes on two free cores: a test that hangs fails here, not by CI's own limit. */
const LIMIT_MINUTES = 40;

/** What is read of vitest's JSON report. */
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

type Report = z.infer<typeof report>;

/** A failure is told again at the end, in this many lines: the whole text stands far above, or was cut off by then. */
const LINES_A_FAILURE = 12;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  await requireSystemPackages([...RUNNER_PACKAGES, ...BROWSER_PACKAGES]);
  await step('Page', () => command('node', ['apps/page/build.ts']));

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const folder of foldersWithTests(positionals)) {
    console.log(`\n• Tests of ${folder}`);
    const result = await runTests(folder);
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests;
    total.skipped += result.numPendingTests;
    failures.push(...failuresOf(folder, result));
  }
  if (failures.length) console.log(`\n• What failed\n\n${failures.join('\n\n')}`);
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

function foldersWithTests(wanted: string[]): string[] {
  const all = globSync('{packages/*,apps/*,bench,infra,tools}/vitest.config.ts', { cwd: ROOT })
    .map(dirname)
    .sort();
  const unknown = wanted.find(folder => !all.includes(folder.replace(/\/$/, '')));
  if (unknown) throw new StepError(`There are no tests in ${unknown}; there are in ${all.join(', ')}.`);
  return wanted.length ? wanted : all;
}

/** Runs one workspace's tests. A run that ends badly without a failed test (a broken set-up) counts as one failure. */
async function runTests(folder: string): Promise<Report> {
  const output = mkdtempSync(join(tmpdir(), 'test-report-'));
  const file = join(output, 'report.json');
  const child = spawn(
    'vitest',
    ['run', '--root', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const limit = setTimeout(() => {
    console.error(`✗ The tests of ${folder} did not end within ${LIMIT_MINUTES} minutes.`);
    child.kill('SIGKILL');
  }, LIMIT_MINUTES * 60_000);
  const code = await new Promise(resolve => child.on('close', resolve));
  clearTimeout(limit);
  const counts = existsSync(file)
    ? report.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  rmSync(output, { recursive: true });
  if (code !== 0 && counts.numFailedTests === 0) counts.numFailedTests = 1;
  return counts;
}

/** One text for each failed test, and for each file that could not be run: where, what, and how its message begins. */
function failuresOf(folder: string, { numFailedTests, testResults }: Report): string[] {
  const told = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter(test => test.status === 'failed');
    if (!failed.length) return status === 'failed' ? [`✗ ${file}\n${beginning(message ?? '')}`] : [];
    return failed.map(
      test => `✗ ${file} › ${test.fullName}\n${beginning((test.failureMessages ?? []).join('\n'))}`,
    );
  });
  return told.length || !numFailedTests ? told : [`✗ ${folder}: its tests ended badly, though none failed.`];
}

function beginning(text: string): string {
  const ours = stripVTControlCharacters(text)
    .split('\n')
    .filter(line => !line.includes('node_modules/'));
  return ours
    .slice(0, LINES_A_FAILURE)
    .map(line => `    ${line}`)
    .join('\n');
}
