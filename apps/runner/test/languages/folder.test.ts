import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import { startTestRunner } from '../harness.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples/languages');

/** Takes part of the log's `language left out` lines. */
function leftOut(): { log: Log; lines: unknown[] } {
  const lines: unknown[] = [];
  return { lines, log: (_, message, fields) => message === 'language left out' && lines.push(fields) };
}

test('a further folder of languages adds to those that are there', async () => {
  const runner = await startTestRunner({ RUNNER_LANGUAGES_DIR: EXAMPLES });
  try {
    expect(runner.runner.languages.map(one => one.id)).toEqual([
      'bash',
      'c',
      'c++',
      'java',
      'javascript',
      'python',
    ]);
    const run = await runner.run('bash', 'read -r line; echo "$line $1" | tr a-z A-Z; exit 3', {
      stdin: 'in',
      args: ['arg'],
    });
    expect(run).toMatchObject({ stdout: 'IN ARG\n', code: 3, status: 'RE' });
    await runner.stillStands();
  } finally {
    await runner.close();
  }
});

test('a language whose toolchain is missing, or whose name is taken, is left out and told why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  mkdirSync(join(folder, 'absent'));
  writeFileSync(
    join(folder, 'absent/manifest.ts'),
    "export const detect = async () => ({ found: false, reason: 'install the apt package absent' });\n",
  );
  cpSync(join(EXAMPLES, 'bash'), join(folder, 'shell'), { recursive: true });
  const { log, lines } = leftOut();
  const runner = await startTestRunner({ RUNNER_LANGUAGES_DIR: folder }, log, EXAMPLES);
  try {
    expect(runner.runner.languages.map(one => one.id)).toEqual(['bash']);
    expect(lines).toEqual([
      { language: 'absent', reason: 'install the apt package absent' },
      { language: 'shell', reason: 'bash is there already' },
    ]);
  } finally {
    await runner.close();
    rmSync(folder, { recursive: true });
  }
});
