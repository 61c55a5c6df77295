import { parseArgs } from 'node:util';
import { concurrently } from '@devcapsules/capsule/concurrently';
import type { Executor } from '@devcapsules/capsule/execution';
import type { Proof } from '@devcapsules/capsule/proof/proof';
import { prove } from '@devcapsules/capsule/proof/prove';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { localMutants } from '../../packages/cli/src/executor/grammars.ts';
import type { Example } from '../lib/examples.ts';
import { problemNames, readProblem } from '../lib/problems.ts';
import { main, StepError } from '../lib/steps.ts';
import { renderTable } from '../lib/table.ts';
import { withRunner } from '../lib/with-runner.ts';

const HELP = `node tools/examples/prove.ts [options] [problem …]

Proves the problems of examples/problems, or those named, on a runner of its own, and tells what each proof found:
what failed, and each surviving mutant with the test that would kill it.

  --language NAME   only in this language
  --width N         proofs under way at once (2)
  --help            this text
`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { language: { type: 'string' }, width: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const wanted = (name: string) => positionals.length === 0 || positionals.some(part => name.includes(part));
  const examples = problemNames()
    .filter(wanted)
    .flatMap(readProblem)
    .filter(({ capsule }) => values.language === undefined || capsule.language === values.language);
  if (examples.length === 0) throw new StepError('There is no such problem.');
  return withRunner(executor => proveAll(examples, executor, Number(values.width ?? 2)));
});

async function proveAll(examples: Example[], executor: Executor, width: number): Promise<number> {
  const rows: (string | number)[][] = [];
  let failures = 0;
  await concurrently(examples, width, async ({ file, capsule }) => {
    const parsed = parseCapsule(capsule);
    if (!parsed.ok) throw new StepError(`${file}: ${JSON.stringify(parsed.problems)}`);
    const startedAt = performance.now();
    const proof = await prove(parsed.capsule, {
      executor,
      makeMutants: localMutants,
      newToken: () => crypto.randomUUID(),
      now: () => performance.now(),
    });
    const row = rowOf(file, proof, (performance.now() - startedAt) / 1000);
    rows.push(row);
    console.log(row.join('  '));
    for (const line of findingsOf(proof)) console.log(`    ${line}`);
    if (!proof.passed || proof.checks.some(check => check.warning)) failures++;
  });
  rows.sort(([a], [b]) => String(a).localeCompare(String(b)));
  const columns = [
    'problem',
    'passed',
    'made',
    'killed',
    'screened',
    'survived',
    '%',
    'quality',
    'runs',
    's',
  ];
  console.log(`\n${renderTable(columns, rows)}\n\n${examples.length - failures} of ${examples.length} hold.`);
  return failures === 0 ? 0 : 1;
}

function rowOf(file: string, { passed, mutation, quality, runs }: Proof, seconds: number) {
  const { made = 0, killed = 0, equivalent = 0, survivors = [], score = null } = mutation ?? {};
  return [
    ...[file, passed ? 'yes' : 'NO', made, killed, equivalent, survivors.length],
    ...[score === null ? '–' : Math.round(100 * score), quality ?? '–', runs, Number(seconds.toFixed(1))],
  ];
}

function findingsOf({ checks, mutation }: Proof): string[] {
  const failed = checks.filter(check => !check.passed);
  return [
    ...failed.flatMap(({ id, summary, details }) => [`✗ ${id}: ${summary}`, ...details.slice(0, 5)]),
    ...(mutation?.survivors ?? []).map(
      ({ diff, killer }) =>
        `survived: ${diff.replaceAll('\n', '\n      ')}${killer ? `\n      killed by ${JSON.stringify(killer)}` : ''}`,
    ),
  ];
}
