import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { CaseInput, Detect, GateInput } from '../language.ts';

const INTERPRETER = '/usr/bin/python3';
const HOOKS = '/opt/python-hooks';
const ENTRY = 'main.py';
/** What the operator installed for learners by apt. */
const PACKAGES = '/usr/lib/python3';

function command(input: CaseInput) {
  const env = input.hashSeed === undefined ? {} : { PYTHONHASHSEED: String(input.hashSeed) };
  return { argv: [INTERPRETER, input.entry, ...input.args], env };
}

/** The waiting interpreter has its script name and hash seed already; only arguments can still come. */
function gate(input: GateInput): Buffer | null {
  if (input.entry !== ENTRY || input.hashSeed !== undefined) return null;
  return Buffer.from([input.withChannel ? '1' : '0', ...input.args].join('\0'));
}

async function find(): Promise<{ real: string; version: string } | null> {
  try {
    const real = await realpath(INTERPRETER);
    const { stdout } = await promisify(execFile)(real, [
      '-c',
      'import platform; print(platform.python_version())',
    ]);
    return { real, version: stdout.trim() };
  } catch {
    return null; // absent or broken: the operator is told the same
  }
}

export const detect: Detect = async stage => {
  const python = await find();
  if (!python)
    return { found: false, reason: `${INTERPRETER} does not work: install the apt package python3` };
  const hook = await stage(join(import.meta.dirname, 'sitecustomize.py'), 'python-hooks/sitecustomize.py');
  return {
    found: true,
    language: {
      id: 'python',
      version: python.version,
      aliases: ['py', 'py3', 'python3'],
      defaultFileName: ENTRY,
      binds: [
        { source: python.real, target: INTERPRETER },
        { source: `/usr/lib/${basename(python.real)}` },
        ...(existsSync(PACKAGES) ? [{ source: PACKAGES }] : []),
        { source: dirname(hook), target: HOOKS },
      ],
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.py'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      command,
      warmth: {
        command: () => ({ argv: [INTERPRETER, ENTRY], env: { PYTHONPATH: HOOKS } }),
        gate,
        spread: false,
      },
      addressSpaceLimit: true,
    },
  };
};
