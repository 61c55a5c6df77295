import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { concurrently } from '@devcapsules/capsule/concurrently';
import { corpus } from './corpora.ts';
import { abuseSql } from './demo/abuse.ts';
import { chinook, examples, humanEval, problems, type Subject } from './demo/subjects.ts';
import { abuseTable, type Published, proofTable, type Submission, submissionTable } from './demo/tables.ts';
import { ApiUser } from './lib/api.ts';
import { publishCapsule, submit } from './lib/capsules.ts';
import { ownFolders } from './lib/examples.ts';
import { Progress } from './lib/progress.ts';
import { LOCAL_STATE, startStack } from './lib/stack.ts';
import { main, StepError } from './lib/steps.ts';
import { RUNNER_PACKAGES, requireSystemPackages, rootPrefix } from './lib/system.ts';

const HELP = `npm run demo -- [options]

Starts from an empty database, imports HumanEval, the Chinook capsules and our own examples, proves and
publishes each, submits references, stubs, forgeries and known wrong answers, and prints what was accepted.
Ends with 1 if anything differs from what must be.

  --only TEXT     only the sets and capsules whose name contains TEXT: chinook, 24-the-smallest-boat, (cpp)
  --every N       only every Nth capsule of a set (1)
  --width N       capsules under way at once (4); with 1, seconds are what a proof takes by itself
  --help          this text

HumanEval and Chinook are read from DEVCAPSULES_CORPORA, or ../shared/corpora.
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      every: { type: 'string' },
      width: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const subjects = collect(values.only ?? '', Number(values.every ?? 1));
  await requireRunner();
  const stateDir = join(LOCAL_STATE, 'demo');
  const stack = await startStack({ stateDir, startsEmpty: true, runner: 'full', plan: 'enterprise' });
  try {
    return await prove(stack.url, subjects, Number(values.width ?? 4));
  } finally {
    await stack.stop();
  }
});

/** A set's name, the corpus file it needs, and how it is read. */
type Source = [string, string | null, () => Subject[]];

/** @throws StepError when nothing is left to do: an empty demo must not look like a good one */
function collect(only: string, every: number): Subject[] {
  if (!Number.isInteger(every) || every < 1) throw new StepError('--every must be a whole number from 1 on.');
  const sources: Source[] = [
    ['HumanEval', 'humaneval/HumanEval.jsonl', humanEval],
    ['Chinook', 'chinook/Chinook_Sqlite.sql', chinook],
    ...ownFolders().map((folder): Source => [`examples/${folder}`, null, () => examples(folder)]),
    ['examples/problems', null, problems],
  ];
  const meant = (name: string) => name.toLowerCase().includes(only.toLowerCase());
  const subjects = sources.flatMap(([set, file, read]) => {
    if (file === null || existsSync(corpus(file)))
      return read()
        .filter(({ name }) => meant(set) || meant(name))
        .filter((_, i) => i % every === 0);
    if (!meant(set)) return [];
    console.warn(`! SKIPPED ${set}: there is no ${corpus(file)}. Set DEVCAPSULES_CORPORA to where it is.`);
    return [];
  });
  if (subjects.length === 0) throw new StepError(`No set or capsule to run is named like "${only}".`);
  return subjects;
}

async function requireRunner(): Promise<void> {
  await requireSystemPackages(RUNNER_PACKAGES);
  if ((await rootPrefix()) === null) throw new StepError('The demo needs root, or sudo without a password.');
}

async function prove(url: string, subjects: Subject[], width: number): Promise<number> {
  const [author, learner] = [new ApiUser(url), new ApiUser(url)];
  await author.enter({ email: 'author@devcapsules.example', password: 'author of the demo', name: 'Author' });
  await learner.enter({
    email: 'learner@devcapsules.example',
    password: 'learner of the demo',
    name: 'Learner',
  });

  const proving = new Progress('Capsules created, proven and published', subjects.length);
  const failures: string[] = [];
  const published: Published[] = [];
  const ids = await concurrently(subjects, width, async ({ set, name, document }) => {
    const startedAt = performance.now();
    const outcome = await publishCapsule(author, document);
    proving.advance();
    if (outcome.ok) {
      const { evidence, id } = outcome;
      published.push({ set, name, document, evidence, seconds: (performance.now() - startedAt) / 1000 });
      return id;
    }
    failures.push(`${name} was not published: ${outcome.why}`);
    return null;
  });

  const jobs = subjects.flatMap((subject, i) => {
    const id = ids[i];
    return id ? subject.answers.map(answer => ({ subject, answer, id })) : [];
  });
  const solving = new Progress('Submissions judged', jobs.length);
  const submissions = await concurrently(
    jobs,
    width,
    async ({ subject, answer, id }): Promise<Submission> => {
      const startedAt = performance.now();
      const { verdict } = await submit(learner, id, answer.source);
      solving.advance();
      const accepted = verdict === 'accepted';
      if (accepted !== answer.accepted) failures.push(`${subject.name}, ${answer.kind}: ${verdict}`);
      return {
        set: subject.set,
        kind: answer.kind,
        accepted,
        mustBe: answer.accepted,
        ms: performance.now() - startedAt,
      };
    },
  );

  console.log(`\n${proofTable(published)}`);
  console.log(`\n${submissionTable(submissions)}`);
  const target = jobs.find(({ subject }) => subject.set === 'Chinook');
  if (target) {
    const abuse = await abuseSql(learner, target.id, target.answer.source);
    console.log(`\n${abuseTable(abuse)}`);
    for (const { statement, verdict, nextIsFine } of abuse) {
      if (verdict === 'accepted' || verdict === 'wrong_answer') failures.push(`${statement}: ${verdict}`);
      if (!nextIsFine) failures.push(`after ${statement} an honest solution is not accepted`);
    }
  }
  console.log(
    `\n${published.length} of ${subjects.length} capsules published, ${submissions.length} submissions judged.`,
  );
  for (const failure of failures) console.error(`✗ ${failure}`);
  if (failures.length === 0) console.log('✓ Everything is as it must be.');
  return failures.length === 0 ? 0 : 1;
}
