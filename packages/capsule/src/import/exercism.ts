import { z } from 'zod';
import type { ProgramLanguage } from '../execution.ts';
import { jestTest } from './exercism/jest.ts';
import { unittestTests } from './exercism/unittest.ts';
import { type Folder, type Imported, imported, need, parseJson, Unreadable } from './folder.ts';

/** `.meta/config.json` of a practice exercise, as far as it is used here. */
const configSchema = z.looseObject({
  blurb: z.string().optional(),
  files: z.looseObject({
    solution: z.array(z.string()).min(1),
    test: z.array(z.string()).min(1),
    example: z.array(z.string()).min(1),
  }),
});

const LANGUAGE_OF: Record<string, ProgramLanguage> = { py: 'python', js: 'javascript' };

/**
 * Reads an Exercism practice exercise as a `program` capsule whose tests are the track's own test file:
 * Python's with unittest, JavaScript's with a small part of Jest. Java's, C's and C++'s need JUnit, Unity
 * and Catch2, which can't be had without a network: those are refused.
 */
export function importExercism(folder: Folder, slug: string): Imported {
  return imported(() => {
    const config = configSchema.safeParse(parseJson(folder, '.meta/config.json'));
    if (!config.success)
      throw new Unreadable('.meta/config.json', config.error.issues[0]?.message ?? 'is none');
    const { files, blurb } = config.data;
    const [solutionFile = '', ...others] = files.solution;
    const extension = solutionFile.split('.').at(-1) ?? '';
    const language = LANGUAGE_OF[extension];
    if (!language) {
      throw new Unreadable(solutionFile, 'is of a track whose tests need a framework that is not here');
    }
    if (others.length > 0) throw new Unreadable(solutionFile, 'is one of several files; a capsule has one');
    const testFile = files.test.find(name => name.endsWith(extension)) ?? '';
    const tests = need(folder, testFile);
    const module = solutionFile.replace(/\.\w+$/, '');
    const document = {
      schemaVersion: 1,
      type: 'CODE',
      language,
      title: titleOf(folder, slug),
      difficulty: 'MEDIUM',
      tags: ['exercism'],
      statement: statementOf(folder, blurb),
      judge: { kind: 'program' },
      starter: need(folder, solutionFile),
      solution: need(folder, files.example[0] ?? ''),
      tests:
        language === 'python' ? unittestTests(testFile, tests, module) : [jestTest(testFile, tests, module)],
      limits: { timeMs: 5000, memoryMb: 256 },
    };
    return { document, notes: [] };
  });
}

function titleOf(folder: Folder, slug: string): string {
  const heading = /^#\s+(.+)$/m.exec(folder.get('README.md') ?? '')?.[1];
  return (
    heading ??
    slug.replace(/(^|-)(\w)/g, (_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`)
  );
}

function statementOf(folder: Folder, blurb: string | undefined): string {
  const parts = ['.docs/introduction.md', '.docs/instructions.md', '.docs/instructions.append.md'];
  const text = parts.flatMap(path => folder.get(path) ?? []).join('\n\n');
  if (text.trim() === '' && blurb === undefined) throw new Unreadable('.docs/instructions.md', 'is missing');
  return text.trim() || (blurb ?? '');
}
