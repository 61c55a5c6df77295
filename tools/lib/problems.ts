import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM_LANGUAGES, type ProgramLanguage } from '@devcapsules/capsule/execution';
import { EXTENSION } from '@devcapsules/capsule/export/languages';
import { DIFFICULTIES } from '@devcapsules/capsule/schema/capsule';
import { functionJudge } from '@devcapsules/capsule/schema/judge';
import { functionTest } from '@devcapsules/capsule/schema/tests';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import { z } from 'zod';
import { ROOT } from './command.ts';
import type { Example } from './examples.ts';

/** A text of the solution, found in it exactly once, and what the mistake has in its place. */
const edit = z.tuple([z.string().min(1), z.string()]);

const headSchema = z.strictObject({
  title: z.string(),
  difficulty: z.enum(DIFFICULTIES),
  tags: z.array(z.string()),
  objectives: z.array(z.string()),
  judge: functionJudge,
  hints: z.array(z.string()),
});
const mistakesSchema = z
  .array(z.strictObject({ why: z.string(), edits: z.record(z.enum(PROGRAM_LANGUAGES), edit) }))
  .min(3);

const folder = join(ROOT, 'examples/problems');

/** A first start proves these few, so that it stays quick. */
const SEED: Record<string, readonly ProgramLanguage[]> = {
  '01-sticker-sheets': PROGRAM_LANGUAGES,
  '05-lone-socks': ['python'],
  '10-the-pantry': ['javascript'],
  '14-knitting-pattern': ['c'],
  '18-at-the-counter': ['java'],
  '23-the-largest-poster': ['cpp'],
};

/** The names of all problems, in the order to learn in. */
export function problemNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/**
 * One description, written for no language, as a capsule in each.
 * @throws ZodError | SyntaxError on a bad file, RangeError for a mistake that can't be made
 */
export function readProblem(name: string): Example[] {
  const text = (file: string) => readFileSync(join(folder, name, file), 'utf8');
  const json = (file: string): unknown => JSON.parse(text(file));
  const { judge, ...head } = headSchema.parse(json('problem.json'));
  const statement = text('statement.md');
  const tests = z.array(functionTest).parse(json('tests.json'));
  const mistakes = mistakesSchema.parse(json('mistakes.json'));
  return PROGRAM_LANGUAGES.map(language => {
    const solution = text(`solution.${EXTENSION[language]}`);
    const wrong = mistakes.map(({ why, edits }) => ({
      why,
      source: withMistake(solution, edits[language], `${name}, "${why}", ${language}`),
    }));
    const starter = starterFor(language, judge);
    return {
      file: `problems/${name} (${language})`,
      capsule: {
        ...{ schemaVersion: 1, type: 'CODE', language, ...head, statement, judge, starter, solution, tests },
        wrongSolutions: wrong,
      },
      wrong,
    };
  });
}

function withMistake(solution: string, [right, wrong]: z.infer<typeof edit>, place: string): string {
  const parts = solution.split(right);
  if (parts.length !== 2)
    throw new RangeError(`${place}: the text stands ${parts.length - 1} times: ${right}`);
  return parts.join(wrong);
}

/** One problem in every language, and one more for each. */
export function seedProblems(): Example[] {
  return Object.entries(SEED).flatMap(([name, languages]) =>
    readProblem(name).filter(({ capsule }) => languages.some(language => language === capsule.language)),
  );
}
