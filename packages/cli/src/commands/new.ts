import { writeFolder } from '@devcapsules/capsule/export/folder';
import { LANGUAGES, type Language } from '@devcapsules/capsule/schema/capsule';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import type { Command } from '../command.ts';
import { EXIT, Failure } from '../exit.ts';
import { writeFiles } from '../files/write.ts';
import { checkPositionals, oneOf, parseLine } from '../options.ts';
import { ownFunction } from '../template/own.ts';
import { workedQuery } from '../template/query.ts';
import { parseSignature } from '../template/signature.ts';
import { JUDGES, type JudgeKind, workedExample } from '../template/worked.ts';

const HELP = `devcapsules new <dir> --language L [options]

Writes a folder with a small exercise that proves as it is, to be changed into one's own.

  --language L     ${LANGUAGES.join(', ')}
  --judge K        ${JUDGES.join(', ')}; function unless told, query for sql
  --title T        its title
  --function SIG   a function of your own instead, like "name(a: int, b: list<string>) -> int": the starter is
                   made for it, statement, solution and tests are then yours to write
  --force          replaces a capsule that is in <dir>
`;

export const newCommand: Command = {
  summary: 'make a folder with a small exercise',
  help: HELP,
  async run(args, { terminal }) {
    const { values, positionals } = parseLine(args, {
      language: { type: 'string' },
      judge: { type: 'string' },
      title: { type: 'string' },
      function: { type: 'string' },
      force: { type: 'boolean', default: false },
    });
    const [dir = ''] = checkPositionals(positionals, 'The folder to write');
    const language = oneOf('--language', LANGUAGES, values.language);
    const judge = oneOf('--judge', JUDGES, values.judge ?? (language === 'sql' ? 'query' : 'function'));
    const document = { ...documentOf(language, judge, values.function), ...titleOf(values.title) };
    const parsed = parseCapsule(document);
    if (!parsed.ok) {
      const problems = parsed.problems.map(({ path, message }) => `${path}: ${message}`);
      throw new Failure(EXIT.usage, `That makes no capsule: ${problems.join('; ')}.`);
    }
    await writeFiles(dir, writeFolder(parsed.capsule), { form: 'folder', force: values.force });
    const next =
      values.function === undefined
        ? `Prove it by: devcapsules verify ${dir}`
        : `Write ${dir}/capsule.md, the solution and tests.json; then: devcapsules verify ${dir}`;
    terminal.out(`${dir}: “${parsed.capsule.title}”\n${next}\n`);
    return EXIT.ok;
  },
};

function documentOf(language: Language, judge: JudgeKind, signature: string | undefined): object {
  const type = language === 'sql' ? 'SQL' : 'CODE';
  const head = { schemaVersion: 1, type, language, difficulty: 'EASY' };
  if (language === 'sql' || judge === 'query') {
    if (language !== 'sql' || judge !== 'query') {
      throw new Failure(
        EXIT.usage,
        `The judge ${judge} does not go with ${language}: query and sql go together.`,
      );
    }
    if (signature !== undefined) throw new Failure(EXIT.usage, '--function does not go with sql.');
    return { ...head, ...workedQuery() };
  }
  if (signature === undefined) return { ...head, ...workedExample(language, judge) };
  if (judge !== 'function') throw new Failure(EXIT.usage, `--function does not go with the judge ${judge}.`);
  return { ...head, ...ownFunction(language, parseSignature(signature)) };
}

function titleOf(title: string | undefined): object {
  return title === undefined ? {} : { title };
}
