import type { Executor, ProgramLanguage } from '@devcapsules/capsule/execution';
import { mainFile } from '@devcapsules/capsule/judges/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRunner } from '../../../apps/runner/test/harness.ts';
import { runnerExecutor } from '../../cli/src/executor/runner.ts';
import { explainError } from '../src/mentor/errors/explain.ts';

/** What goes wrong in programs of learners, as the real compilers and interpreters say it, and what is made of it. */
const PROGRAMS: [ProgramLanguage, string, string][] = [
  ['python', 'def f():\nreturn 1', 'indented lines that belong to it'],
  ['python', 'print((1 + 2)', 'A `(` was opened'],
  ['python', 'if 1 == 1\n    print(1)', 'ends with a colon'],
  ['python', 'if 1 = 1:\n    pass', '`=` stores a value'],
  ['python', 'count = 1\ndef f():\n    count += 1\nf()', 'before that'],
  ['python', 'print(valeu)', 'Nothing is called `valeu`'],
  ['python', 'print([1][1])', 'The list has no element'],
  ['python', "print({}['a'])", "no entry 'a'"],
  ['python', 'print(1 / 0)', 'divided by zero'],
  ['python', 'print(len([2, 1].sort()))', '`None` where a value'],
  ['python', "print('a' + 1)", '`+` joins'],
  ['python', "print(1 + 'a')", '`+` does not work between int and str'],
  ['python', 'def f(a): pass\nf()', 'another number of arguments'],
  ['python', "int('1.5')", 'no whole number'],
  ['python', '[].push(1)', 'knows no `push`'],
  ['python', 'def f(): return f()\nf()', 'calls itself'],
  ['javascript', 'console.log(valeu)', 'Nothing is called `valeu`'],
  ['javascript', 'console.log(a); let a = 1', 'above the line'],
  ['javascript', 'console.log([][0].length)', 'undefined where a value with `length`'],
  ['javascript', '[].add(1)', '`[].add` is called'],
  ['javascript', 'const a = 1; a = 2', 'keeps its value'],
  ['javascript', '1n + 1', 'BigInt'],
  ['javascript', 'const f = () => f(); f()', 'calls itself'],
  ['javascript', 'let a; let a', 'declared twice'],
  ['javascript', 'console.log((1)', 'bracket'],
  ['java', 'class Main { public static void main(String[] a) { int x = 1 } }', 'semicolon'],
  [
    'java',
    'class Main { public static void main(String[] a) { System.out.println(x); } }',
    'no variable `x`',
  ],
  [
    'java',
    'class Main { public static void main(String[] a) { int x = 1L; } }',
    'A long may not fit into a int',
  ],
  ['java', 'class Main { public static void main(String[] a) { String s = 1; } }', 'type int where a String'],
  ['java', 'class Main { static int f() { } public static void main(String[] a) { } }', 'without `return`'],
  [
    'java',
    'class Main { public static void main(String[] a) { int[] x = {}; System.out.println(x[0]); } }',
    '0 elements',
  ],
  ['java', 'class Main { public static void main(String[] a) { String s = null; s.length(); } }', '`null`'],
  [
    'java',
    'class Main { public static void main(String[] a) { System.out.println(1 / (a.length)); } }',
    'divided by zero',
  ],
  [
    'java',
    'class Main { static void f() { f(); } public static void main(String[] a) { f(); } }',
    'calls itself',
  ],
  ['c', 'int main(void) { int a = 1 return a; }', 'semicolon'],
  ['c', 'int main(void) { return a; }', 'Nothing is called `a`'],
  ['c', 'int f(int a) { return a; } int main(void) { return f(); }', 'too few arguments'],
  ['c', 'int f(void); int main(void) { return f(); }', 'exists nowhere'],
  ['c', '#include <stdlib.h>\nint main(void) { volatile int *p = NULL; return *p; }', 'not its own'],
  ['c', 'int main(int c, char **v) { volatile int z = c - 1; return 10 / z; }', 'divided by zero'],
  ['cpp', 'int main() { std::vector<int> v; }', '`std'],
  ['cpp', '#include <vector>\nint main() { std::vector<int> v; return v.at(0); }', 'isn’t there'],
  ['cpp', 'void f(int) {} int main() { f("a", 1); }', 'arguments'],
  ['cpp', 'int main() { return a; }', 'Nothing is called `a`'],
];

const QUERIES: [string, string][] = [
  ['SELECT * FROM missing', 'no table `missing`'],
  ['SELECT nam FROM item', 'column `nam`'],
  ['SELECT id FROM item AS a, item AS b', 'Several tables'],
  ['SELECT id FROM item WHERE count(*) > 1', 'HAVING'],
  ['SELECT year(day) FROM item', 'no function `year`'],
  ['SELECT id FRM item', 'at `item`'],
  ['SELECT id FROM item WHERE (id = 1', 'too early'],
  ['SELECT id FROM item UNION SELECT id, day FROM item', 'equally many'],
  ['SELECT * FROM item WHERE id = (SELECT id, day FROM item)', 'one value'],
];

let executor: Executor;
let close: () => Promise<void>;

beforeAll(async () => {
  const runner = await startTestRunner({});
  close = () => runner.close();
  executor = runnerExecutor({ url: runner.url, secret: undefined, signal: new AbortController().signal });
});
afterAll(() => close());

describe('what an error means', () => {
  it.each(PROGRAMS)('is told in %s: %s', async (language, source, expected) => {
    const { compile, cases } = await executor.runProgram({
      language,
      files: [mainFile(language, source)],
      cases: [{ stdin: '' }],
      limits: { timeMs: 3000, memoryMb: 256 },
    });
    const [outcome] = cases;
    const message = `${compile?.stderr ?? ''}\n${outcome?.stderr ?? ''}\n${outcome?.signal ?? ''}`;
    const verdict = compile && !compile.ok ? 'compile_error' : 'runtime_error';
    const explained = explainError(language, verdict, message);
    expect(`${explained?.meaning} ${explained?.look}`, `${message} ${JSON.stringify(outcome)}`).toContain(
      expected,
    );
  });

  it.each(QUERIES)('is told in SQL: %s', async (source, expected) => {
    const setup = ['CREATE TABLE item (id INTEGER, day TEXT);'];
    const limits = { timeMs: 2000, memoryMb: 64 };
    const [outcome] = await executor.runQuery({ source, cases: [{ setup }], limits });
    const explained = explainError('sql', 'runtime_error', outcome?.message ?? '');
    expect(`${explained?.meaning} ${explained?.look}`, outcome?.message ?? '').toContain(expected);
  });

  it('is told by the verdict where no message says it', () => {
    expect(explainError('python', 'time_limit', '')?.meaning).toContain('did not come to its end');
    expect(explainError('python', 'accepted', 'anything')).toBeNull();
  });
});
