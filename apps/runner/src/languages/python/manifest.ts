import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { CaseInput, Detect } from '../language.ts';

const INTERPRETER = '/usr/bin/python3';
const HOOKS = '/opt/python-hooks';
const ENTRY = 'main.py';

function command(input: CaseInput) {
  const env = input.hashSeed === undefined ? {} : { PYTHONHASHSEED: String(input.hashSeed) };
  return { argv: [INTERPRETER, input.entry, ...input.args], env };
}

/** The waiting interpreter has its script name and hash seed already; only arguments can still come. */
function gate(input: CaseInput & { withChannel: boolean }): Buffer | null {
  if (input.entry !== ENTRY || input.hashSeed !== undefined) return null;
  return Buffer.from([input.withChannel ? '1' : '0', ...input.args].join('\0'));
}

export const detect: Detect = async stage => {
  let real: string;
  try {
    real = await realpath(INTERPRETER);
  } catch {
    return { found: false, reason: `${INTERPRETER} is missing: install the apt package python3` };
  }
  const { stdout } = await promisify(execFile)(real, [
    '-c',
    'import platform; print(platform.python_version())',
  ]);
  const hook = await stage(join(import.meta.dirname, 'sitecustomize.py'), 'python-hooks/sitecustomize.py');
  return {
    found: true,
    language: {
      id: 'python',
      version: stdout.trim(),
      aliases: ['py', 'py3', 'python3'],
      defaultFileName: ENTRY,
      binds: [
        { source: real, target: INTERPRETER },
        { source: `/usr/lib/${basename(real)}` },
        { source: '/usr/lib/python3' },
        { source: dirname(hook), target: HOOKS },
      ],
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.py'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      command,
      warmth: { command: { argv: [INTERPRETER, ENTRY], env: { PYTHONPATH: HOOKS } }, gate, spread: false },
      addressSpaceLimit: true,
    },
  };
};
