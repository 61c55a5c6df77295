/** A language of one's own: point RUNNER_LANGUAGES_DIR at the folder that this folder lies in. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Detect } from '../../../src/languages/language.ts';

const BASH = '/usr/bin/bash';

/** What a shell script expects to find, of what the machine has. */
const TOOLS = ['cat', 'cut', 'head', 'printf', 'seq', 'sort', 'tail', 'tr', 'uniq', 'wc'];

async function findVersion(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(BASH, ['-c', 'echo "$BASH_VERSION"']);
    return /^\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? null;
  } catch {
    return null; // absent or broken: the operator is told the same
  }
}

export const detect: Detect = async () => {
  const version = await findVersion();
  if (version === null)
    return { found: false, reason: `${BASH} does not work: install the apt package bash` };
  return {
    found: true,
    language: {
      id: 'bash',
      version,
      aliases: ['sh'],
      defaultFileName: 'main.sh',
      binds: [BASH, ...TOOLS.map(name => `/usr/bin/${name}`)].map(source => ({ source })),
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.sh'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      command: ({ entry, args }) => ({ argv: [BASH, '--', entry, ...args] }),
      addressSpaceLimit: true,
    },
  };
};
