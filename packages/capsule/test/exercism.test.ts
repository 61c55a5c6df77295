import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExercism } from '../src/import/exercism.ts';
import type { Imported } from '../src/import/folder.ts';
import { judge } from '../src/judges/judge.ts';
import type { Capsule } from '../src/schema/capsule.ts';
import { startRunnerExecutor } from './runner-executor.ts';

/** In the form of a practice exercise; the exercises are ours. */
const common = (extension: string, test: string, example: string) => ({
  '.docs/instructions.md': '# Instructions\n\nWeigh the apples.\n',
  '.meta/config.json': JSON.stringify({
    blurb: 'Apples.',
    files: { solution: [`apple_scales.${extension}`], test: [test], example: [example] },
  }),
});
const python = {
  ...common('py', 'apple_scales_test.py', '.meta/example.py'),
  'apple_scales.py': 'def weigh(apples):\n    pass\n',
  '.meta/example.py':
    'def weigh(apples):\n    if not apples:\n        raise ValueError("no apples")\n    return sum(apples)\n',
  'apple_scales_test.py': `
import unittest

from apple_scales import (
    weigh,
)


class AppleScalesTest(unittest.TestCase):
    def setUp(self):
        self.three = [1, 2, 3]

    def test_three(self):
        self.assertEqual(weigh(self.three), 6)

    def test_none(self):
        with self.assertRaises(ValueError) as err:
            weigh([])
        self.assertEqual(err.exception.args[0], "no apples")


if __name__ == "__main__":
    unittest.main()
`,
};
const javascript = {
  ...common('js', 'apple_scales.spec.js', '.meta/proof.ci.js'),
  'apple_scales.js': "export const weigh = apples => {\n  throw new Error('Remove this');\n};\n",
  '.meta/proof.ci.js':
    "export const weigh = apples => {\n  if (apples.length === 0) throw new Error('no apples');\n  return apples.reduce((a, b) => a + b, 0);\n};\nexport class Scales { constructor() { this.apples = []; } put(apple) { this.apples.push({ apple }); return this; } }\n",
  'apple_scales.spec.js': `
import { describe, expect, test, xtest } from '@jest/globals';
import { Scales as Weighing, weigh } from './apple_scales';

describe('apple scales', () => {
  let three;
  beforeEach(() => {
    three = [1, 2, 3];
  });
  test('three', () => {
    expect(weigh(three)).toBe(6);
    expect(weigh([0.1, 0.2])).toBeCloseTo(0.3);
    expect(weigh(three)).not.toEqual(7);
  });
  xtest('none', async () => {
    expect(() => weigh([])).toThrow('no apples');
    expect(() => weigh([])).toThrow(new Error('no apples'));
  });
  describe('objects', () => {
    xtest('equal', () => {
      expect(new Weighing().put(3).apples).toEqual([{ apple: 3, weight: undefined }]);
      expect(new Weighing().put(3)).toMatchObject({ apples: [{ apple: 3 }] });
    });
  });
  test.each([[1, 1], [2, 2]])('one of %i', (weight, wanted) => {
    expect(weigh([weight])).toStrictEqual(wanted);
  });
});
`,
};

const folder = (files: Record<string, string>) => new Map(Object.entries(files));
const read = (answer: Imported): Capsule => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.capsule;
};

let runner: Awaited<ReturnType<typeof startRunnerExecutor>>;
beforeAll(async () => {
  runner = await startRunnerExecutor();
}, 60_000);
afterAll(() => runner.close());

const verdict = async (capsule: Capsule, source: string) => {
  const { executor } = runner;
  return judge(capsule, source, { executor, newToken: () => crypto.randomUUID() });
};

describe('an Exercism practice exercise', () => {
  it('in Python is tested by its own unittest methods', async () => {
    const capsule = read(importExercism(folder(python), 'apple-scales'));
    expect(capsule).toMatchObject({ title: 'Apple Scales', language: 'python', judge: { kind: 'program' } });
    expect(capsule.tests.map(test => test.name)).toEqual(['test_three', 'test_none']);
    const { verdict: right } = await verdict(capsule, capsule.solution);
    expect(right).toBe('accepted');
    const half = await verdict(capsule, 'def weigh(apples):\n    return sum(apples)\n');
    expect(half.tests.map(test => test.verdict)).toEqual(['accepted', 'runtime_error']);
    expect((await verdict(capsule, capsule.starter)).passed).toBe(0);
  });

  it('in JavaScript is tested by its own spec', async () => {
    const capsule = read(importExercism(folder(javascript), 'apple-scales'));
    expect(capsule.language).toBe('javascript');
    const right = await verdict(capsule, capsule.solution);
    expect([right.verdict, right.tests[0]?.stderr]).toEqual(['accepted', '']);
    const wrong = capsule.solution.replace('a + b', 'a + b + 1');
    const judgement = await verdict(capsule, wrong);
    expect(judgement.verdict).toBe('runtime_error');
    expect(judgement.tests[0]?.stderr).toContain('apple scales > three: expect(9).toBe(6) does not hold');
    expect((await verdict(capsule, capsule.starter)).passed).toBe(0);
  });

  it.each<[string, Record<string, string>, string]>([
    ['whose tests need pytest', { ...python, 'apple_scales_test.py': 'import pytest\n' }, 'needs pytest'],
    ['that mocks with jest', { ...javascript, 'apple_scales.spec.js': 'jest.fn();' }, 'needs jest.fn'],
    [
      'whose spec imports something else',
      { ...javascript, 'apple_scales.spec.js': "import x from 'lodash';\n" },
      'imports lodash',
    ],
    [
      'of another track',
      {
        ...python,
        '.meta/config.json': '{"files": {"solution": ["A.java"], "test": ["T.java"], "example": ["E.java"]}}',
      },
      'needs a framework that is not here',
    ],
  ])('%s is refused with the reason', (_, files, reason) => {
    const answer = importExercism(folder(files), 'apple-scales');
    expect(!answer.ok && answer.problems[0]?.message.includes(reason.replace('needs a ', 'need a '))).toBe(
      true,
    );
  });
});
