import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFolder } from '../src/export/folder.ts';
import { writeHumanEval } from '../src/export/humaneval.ts';
import { writeKattis } from '../src/export/kattis.ts';
import type { Imported } from '../src/import/folder.ts';
import { importHumanEval } from '../src/import/humaneval.ts';
import { importKattis } from '../src/import/kattis.ts';
import { readFolder } from '../src/import/own.ts';
import { judge } from '../src/judges/judge.ts';
import type { Capsule, ProgramCapsule, StdioCapsule } from '../src/schema/capsule.ts';
import { localExecutor } from './local-executor.ts';
import { clampDocument, echoDocument, factorialDocument, topDocument, valid } from './samples.ts';

const examples = join(import.meta.dirname, '../../../examples');

/** Every capsule that the repository ships. */
function shipped(): [string, Capsule][] {
  return ['python', 'javascript', 'store', 'chinook'].flatMap(folder =>
    readdirSync(join(examples, folder))
      .filter(file => file.endsWith('.json'))
      .map((file): [string, Capsule] => {
        const { capsule, wrong } = JSON.parse(readFileSync(join(examples, folder, file), 'utf8'));
        return [`${folder}/${file}`, valid({ ...capsule, wrongSolutions: wrong })];
      }),
  );
}

const read = (answer: Imported): Capsule => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.capsule;
};
const problem = (answer: Imported): string => {
  if (answer.ok) throw new Error('it was read');
  return answer.problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
};

describe('the folder form', () => {
  it('loses nothing, of any capsule that is shipped', () => {
    const all = shipped();
    expect(all.length).toBeGreaterThan(70);
    for (const [name, capsule] of all) expect(read(readFolder(writeFolder(capsule))), name).toEqual(capsule);
  });

  it('loses nothing of strange texts', () => {
    const strange = 'a: b\n---\n# "é" 🎈\t\'\\n\n  - x\n\n...';
    const capsule = valid({
      ...clampDocument,
      title: '- "yes": #1',
      statement: strange,
      tags: ['yes', '1.0', '~'],
      hints: [strange, 'null'],
      solution: `${clampDocument.solution}\r\n# é\n\n`,
      wrongSolutions: [{ why: strange.slice(0, 20).trim(), source: '' }],
    });
    expect(read(readFolder(writeFolder(capsule)))).toEqual(capsule);
  });

  it('puts programs and data in files of their own', () => {
    expect([...writeFolder(valid(topDocument)).keys()].sort()).toEqual([
      'capsule.md',
      'setup.sql',
      'solution.sql',
      'starter.sql',
      'tests.json',
    ]);
    const comparer = { kind: 'checker', language: 'cpp', source: 'int main() {}\n' };
    const checked = valid({ ...echoDocument, judge: { kind: 'stdio', comparer } });
    const folder = writeFolder(checked);
    expect(folder.get('checker.cpp')).toBe('int main() {}\n');
    expect(folder.get('capsule.md')).not.toContain('int main');
    expect(read(readFolder(folder))).toEqual(checked);
  });

  it('names the file that is wrong', () => {
    const folder = (changes: Record<string, string | null>) => {
      const files = new Map([...writeFolder(valid(clampDocument)), ...Object.entries(changes)]);
      return new Map([...files].filter((entry): entry is [string, string] => entry[1] !== null));
    };
    expect(problem(readFolder(folder({ 'solution.py': null })))).toBe('solution.py: is missing');
    expect(problem(readFolder(folder({ 'tests.json': '[' })))).toContain('tests.json: is not JSON');
    expect(problem(readFolder(folder({ 'capsule.md': 'Hello' })))).toContain('front matter');
    expect(problem(readFolder(folder({ 'capsule.md': '---\na: [\n---\n' })))).toContain('is not YAML');
    expect(problem(readFolder(folder({ 'capsule.md': '---\na: 1\n---\nx\n' })))).toContain('language');
    expect(
      problem(readFolder(folder({ 'tests.json': '[{"name": "x", "args": [], "expected": 1}]' }))),
    ).toContain('tests.0.args: has 0 arguments');
  });
});

describe('a Kattis problem package', () => {
  const files = {
    'problem.yaml': 'name: Sum\nvalidator_flags: float_tolerance 1e-6\nkeywords: [maths]\n',
    'problem_statement/problem.en.md': 'Add two numbers.\n',
    'data/sample/1.in': '1 2\n',
    'data/sample/1.ans': '3\n',
    'data/secret/group/2.in': '1 2.5\n',
    'data/secret/group/2.ans': '3.5\n',
    'submissions/accepted/a.py': 'print(sum(map(float, input().split())))\n',
    'submissions/accepted/b.rs': 'fn main() {}\n',
    'submissions/wrong_answer/product.py': 'a, b = map(float, input().split())\nprint(a * b)\n',
    'submissions/wrong_answer/other.cpp': 'int main() {}\n',
  };
  const packed = (changes: Record<string, string> = {}) => new Map(Object.entries({ ...files, ...changes }));

  it('becomes a stdio capsule: samples visible, secret data hidden', async () => {
    const capsule = read(importKattis(packed()));
    expect(capsule).toMatchObject({
      title: 'Sum',
      language: 'python',
      tags: ['maths'],
      judge: { kind: 'stdio', comparer: { kind: 'float', relative: 1e-6, absolute: 1e-6 } },
      tests: [
        { name: 'sample 1', stdin: '1 2\n', expected: '3\n', hidden: false },
        { name: 'secret group/2', hidden: true },
      ],
      wrongSolutions: [{ why: 'product.py' }],
    });
    const context = { executor: localExecutor, newToken: () => crypto.randomUUID() };
    expect((await judge(capsule, capsule.solution, context)).verdict).toBe('accepted');
    const [wrong] = capsule.wrongSolutions ?? [];
    expect((await judge(capsule, wrong?.source ?? '', context)).verdict).toBe('wrong_answer');
  });

  it('says what could not be taken along', () => {
    const answer = importKattis(packed({ 'problem.yaml': 'name: {en: Sum}\nvalidation: custom\n' }));
    expect(answer.ok && answer.notes.join()).toContain('write a checker');
    const { 'problem_statement/problem.en.md': _, ...rest } = files;
    const latex = new Map(
      Object.entries({ ...rest, 'problem_statement/problem.tex': '\\problemname{Two}\nAdd $a$.' }),
    );
    const read = importKattis(latex);
    expect(read.ok && read.notes.join()).toContain('LaTeX');
  });

  it('without an answer or a submission that can be run is refused by name', () => {
    const { 'data/sample/1.ans': _, ...noAnswer } = files;
    expect(problem(importKattis(new Map(Object.entries(noAnswer))))).toBe('data/sample/1.ans: is missing');
    const { 'submissions/accepted/a.py': __, ...noSolution } = files;
    expect(problem(importKattis(new Map(Object.entries(noSolution))))).toContain('submissions/accepted');
  });

  it('comes back from an export with the same tests, programs and limits', () => {
    for (const [name, capsule] of shipped()) {
      if (capsule.judge.kind !== 'stdio') continue;
      const back = read(importKattis(writeKattis(capsule as StdioCapsule))) as StdioCapsule;
      const bare = ({ tests }: StdioCapsule) =>
        tests.map(({ stdin, expected, hidden }) => ({ stdin, expected, hidden }));
      expect(bare(back), name).toEqual(
        bare(capsule as StdioCapsule).sort((a, b) => Number(a.hidden) - Number(b.hidden)),
      );
      expect([back.title, back.solution, back.limits, back.statement]).toEqual([
        ...[capsule.title, capsule.solution, capsule.limits, capsule.statement],
      ]);
      expect(back.wrongSolutions?.map(one => one.source)).toEqual(
        capsule.wrongSolutions?.map(one => one.source),
      );
    }
  });
});

describe('HumanEval lines', () => {
  it('come back from an export with the same judgement', async () => {
    const line = writeHumanEval(valid(factorialDocument) as ProgramCapsule);
    const [problem] = importHumanEval(line);
    if (!problem) throw new Error('nothing was read');
    const context = { executor: localExecutor, newToken: () => crypto.randomUUID() };
    expect((await judge(problem.capsule, factorialDocument.solution, context)).verdict).toBe('accepted');
    expect((await judge(problem.capsule, 'def factorial(n):\n    return 1\n', context)).verdict).not.toBe(
      'accepted',
    );
  });
});
