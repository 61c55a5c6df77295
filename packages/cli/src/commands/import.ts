import { join } from 'node:path';
import { writeFolder } from '@devcapsules/capsule/export/folder';
import type { Command } from '../command.ts';
import { EXIT, Failure } from '../exit.ts';
import { FORMS, readCapsules } from '../files/read.ts';
import { refuseExisting, writeFiles } from '../files/write.ts';
import { checkPositionals, oneOf, parseLine } from '../options.ts';

const HELP = `devcapsules import <path> <dir> [options]

Reads a capsule in another form and writes it as a folder. Of a file with several, each gets a folder in <dir>.
Prints what could not be taken along.

  --from FORM      ${FORMS.join(', ')}; recognised by its files unless told
  --force          replaces a capsule that is in <dir>

  folder     capsule.md, starter.*, solution.*, tests.json
  json       capsule.json, or any file with the document
  kattis     a problem package: problem.yaml, data, submissions
  exercism   a practice exercise: .meta/config.json
  humaneval  JSON lines, a problem each (.jsonl)
`;

export const importCommand: Command = {
  summary: 'read another form into a folder',
  help: HELP,
  async run(args, { terminal }) {
    const { values, positionals } = parseLine(args, {
      from: { type: 'string' },
      force: { type: 'boolean', default: false },
    });
    const [path = '', dir = ''] = checkPositionals(positionals, 'The path to import', 'The folder to write');
    const form = values.from === undefined ? undefined : oneOf('--from', FORMS, values.from);
    const found = await readCapsules(path, form);
    if (found.length === 0) throw new Failure(EXIT.unreadable, `${path}: holds no capsule.`);
    const targets = found.map(read => ({
      ...read,
      folder: found.length === 1 ? dir : join(dir, read.name.replace(/[^\w-]+/g, '-')),
    }));
    // All are looked at before any is written.
    if (!values.force) for (const { folder } of targets) await refuseExisting(folder, 'folder');
    for (const { capsule, folder, notes } of targets) {
      await writeFiles(folder, writeFolder(capsule), { form: 'folder', force: true });
      terminal.out(`${folder}: “${capsule.title}”, ${capsule.tests.length} tests\n`);
      for (const note of notes) terminal.err(`${folder}: ${note}\n`);
    }
    return EXIT.ok;
  },
};
