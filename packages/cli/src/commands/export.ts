import { writeFolder } from '@devcapsules/capsule/export/folder';
import { writeHumanEval } from '@devcapsules/capsule/export/humaneval';
import { writeKattis } from '@devcapsules/capsule/export/kattis';
import { type Capsule, hasJudge } from '@devcapsules/capsule/schema/capsule';
import type { Command } from '../command.ts';
import { EXIT, Failure } from '../exit.ts';
import { leftByHumanEval, leftByKattis } from '../files/left-behind.ts';
import { readCapsule } from '../files/read.ts';
import { writeFiles, writeOne } from '../files/write.ts';
import { checkPositionals, oneOf, parseLine } from '../options.ts';

const FORMS = ['folder', 'json', 'kattis', 'humaneval'] as const;

const HELP = `devcapsules export <dir> <path> --to FORM [options]

Writes a capsule in another form. Prints what could not be taken along.

  --to FORM        folder: to the folder <path>
                   json: the document, to the file <path>
                   kattis: a problem package, to the folder <path>; of stdio capsules
                   humaneval: one JSON line, to the file <path>; of Python program capsules with an entry point
  --force          replaces what is there
`;

export const exportCommand: Command = {
  summary: 'write a folder in another form',
  help: HELP,
  async run(args, { terminal }) {
    const { values, positionals } = parseLine(args, {
      to: { type: 'string' },
      force: { type: 'boolean', default: false },
    });
    const [dir = '', path = ''] = checkPositionals(
      positionals,
      'The folder of the capsule',
      'The path to write',
    );
    const form = oneOf('--to', FORMS, values.to);
    const { name, capsule } = await readCapsule(dir);
    const notes = await write[form](capsule, path, values.force, name);
    terminal.out(`${path}: “${capsule.title}”, ${capsule.tests.length} tests\n`);
    for (const note of notes) terminal.err(`${path}: ${note}\n`);
    return EXIT.ok;
  },
};

type Write = (capsule: Capsule, path: string, force: boolean, name: string) => Promise<string[]>;

/** Each returns notes on what could not be taken along. */
const write: Record<(typeof FORMS)[number], Write> = {
  async folder(capsule, path, force) {
    await writeFiles(path, writeFolder(capsule), { form: 'folder', force });
    return [];
  },
  async json(capsule, path, force) {
    await writeOne(path, `${JSON.stringify(capsule, null, 2)}\n`, force);
    return [];
  },
  async kattis(capsule, path, force, name) {
    if (!hasJudge(capsule, 'stdio')) {
      throw new Failure(
        EXIT.unreadable,
        `${name}: only a capsule with the stdio judge fits a Kattis package.`,
      );
    }
    await writeFiles(path, writeKattis(capsule), { form: 'kattis', force });
    return leftByKattis(capsule);
  },
  async humaneval(capsule, path, force, name) {
    const isProgram = hasJudge(capsule, 'program') && capsule.language === 'python';
    if (!isProgram || capsule.judge.entryPoint === undefined) {
      const only = 'only a Python capsule with the program judge and an entry point';
      throw new Failure(EXIT.unreadable, `${name}: ${only} fits HumanEval.`);
    }
    await writeOne(path, writeHumanEval(capsule), force);
    return leftByHumanEval(capsule);
  },
};
