import { parseArgs } from 'node:util';
import { concurrently } from '@devcapsules/capsule/concurrently';
import type { Executor } from '@devcapsules/capsule/execution';
import { prove } from '@devcapsules/capsule/proof/prove';
import { DIFFICULTIES, LANGUAGES, type Language } from '@devcapsules/capsule/schema/capsule';
import { renderTable } from '../../../tools/lib/table.ts';
import { withRunner } from '../../../tools/lib/with-runner.ts';
import { localMutants } from '../../cli/src/executor/grammars.ts';
import { draftOf, serves } from '../src/bank/draft.ts';
import { FAMILIES } from '../src/bank/families.ts';
import { complete } from '../src/complete.ts';

const HELP = `node packages/generation/tools/prove-bank.ts [options] [family …]

Proves exercises of the built-in bank on a runner of its own: every family named (or all), in every language and
difficulty it has, with some seeds each. Ends with 1 unless every proof holds with at least 85 % of the mutants killed.

  --language NAME   only in this language
  --seeds N         seeds of each (1)
  --width N         proofs under way at once (2)
  --help            this text
`;
const MIN_KILLED = 0.85;

const { values, positionals } = parseArgs({
  options: {
    language: { type: 'string' },
    seeds: { type: 'string' },
    width: { type: 'string' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.help) console.log(HELP);
else process.exitCode = await proveBank();

async function proveBank(): Promise<number> {
  const languages = LANGUAGES.filter(name => values.language === undefined || values.language === name);
  const seeds = Array.from({ length: Number(values.seeds ?? 1) }, (_, i) => `seed ${i + 1}`);
  const jobs = FAMILIES.filter(({ id }) => positionals.length === 0 || positionals.includes(id)).flatMap(
    family =>
      languages.flatMap(language =>
        DIFFICULTIES.filter(difficulty => serves(family, language, difficulty)).flatMap(difficulty =>
          seeds.map(seed => ({ family, language, difficulty, seed })),
        ),
      ),
  );
  const rows: (string | number)[][] = [];
  await withRunner(executor =>
    concurrently(jobs, Number(values.width ?? 2), async ({ family, language, difficulty, seed }) => {
      const startMs = performance.now();
      const found = await check(() => draftOf(family, language, difficulty, seed), executor, language);
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
      rows.push([family.id, language, difficulty, seed, ...found.row, seconds]);
      if (found.problems.length === 0) return;
      console.log(`✗ ${family.id}, ${language}, ${difficulty}, ${seed}\n  ${found.problems.join('\n  ')}`);
    }),
  );
  rows.sort((a, b) => a.join().localeCompare(b.join()));
  const good = rows.filter(row => row[4] === 'yes').length;
  console.log(
    `\n${renderTable(['family', 'language', 'difficulty', 'seed', 'holds', 'mutants', 'killed %', 's'], rows)}`,
  );
  console.log(`\n${good} of ${rows.length} hold.`);
  return good === rows.length && rows.length > 0 ? 0 : 1;
}

async function check(
  make: () => ReturnType<typeof draftOf>,
  executor: Executor,
  language: Language,
): Promise<{ row: (string | number)[]; problems: string[] }> {
  const newToken = () => crypto.randomUUID();
  const completed = await complete(make(), { executor, newToken });
  if (completed.kind !== 'complete')
    return { row: ['NO', 0, 0], problems: [`${language}: ${JSON.stringify(completed)}`] };
  const proof = await prove(completed.capsule, {
    executor,
    makeMutants: localMutants,
    newToken,
    now: () => performance.now(),
  });
  const { made = 0, score = null, survivors = [] } = proof.mutation ?? {};
  const killed = score ?? 1;
  const failed = proof.checks
    .filter(item => !item.passed)
    .flatMap(({ id, summary, details }) => [`${id}: ${summary}`, ...details.slice(0, 4)]);
  const holds = proof.passed && killed >= MIN_KILLED;
  const survived = holds ? [] : survivors.map(({ diff }) => `survived: ${diff}`);
  return { row: [holds ? 'yes' : 'NO', made, Math.round(100 * killed)], problems: [...failed, ...survived] };
}
