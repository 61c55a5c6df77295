import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Executor, PROGRAM_LANGUAGES, type ProgramLanguage } from '../../src/execution.ts';
import { judge } from '../../src/judges/judge.ts';
import { parseType } from '../../src/schema/type.ts';
import { constantAnswer } from '../../src/starter/constant.ts';
import type { Signature } from '../../src/starter/signature.ts';
import { starterFor } from '../../src/starter/starter.ts';
import { decodeValue } from '../../src/values/decode.ts';
import { startRunnerExecutor } from '../runner-executor.ts';
import { valid } from '../samples.ts';

let executor: Executor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ executor, close } = await startRunnerExecutor());
}, 60_000);
afterAll(() => close());

const ADD: Signature = {
  functionName: 'add',
  params: [
    { name: 'a', type: 'int' },
    { name: 'b', type: 'int' },
  ],
  returns: 'int',
};
type Call = { args: unknown[]; expected: unknown };

function run(language: ProgramLanguage, signature: Signature, source: string, calls: Call[]) {
  const capsule = valid({
    schemaVersion: 1,
    type: 'CODE',
    language,
    title: 'A function',
    difficulty: 'EASY',
    statement: 'Write it.',
    judge: { kind: 'function', ...signature },
    starter: '',
    solution: '-',
    tests: calls.map((call, i) => ({ name: `call ${i}`, ...call })),
  });
  return judge(capsule, source, { executor, newToken: () => crypto.randomUUID() });
}

const runAdd = (language: ProgramLanguage, source: string) =>
  run(language, ADD, source, [{ args: [1, 2], expected: 3 }]);

const SUM: Signature = {
  functionName: 'total',
  params: [
    { name: 'numbers', type: 'list<int>' },
    { name: 'names', type: 'list<string>' },
    { name: 'weights', type: 'map<string, list<float>>' },
  ],
  returns: 'map<string, list<optional<int>>>',
};

describe.each(PROGRAM_LANGUAGES)('in %s', language => {
  it('starters compile and are not accepted', async () => {
    const expected = { 'é\0"\\': [1, null, '-9223372036854775808'], b: [] };
    const args = [[1], ['x'], { y: [0.5] }];
    const starter = await run(language, SUM, starterFor(language, SUM), [{ args, expected }]);
    expect(starter.compile).toBeUndefined();
    expect(['wrong_answer', 'runtime_error']).toContain(starter.verdict);
  });

  it.each([
    ['map<string, list<optional<int>>>', { 'é\0"\\': [1, null, '-9223372036854775808'], b: [], __proto: [] }],
    ['list<float>', ['NaN', '-Infinity', 'Infinity', 0.1, 1e300, 3]],
    ['list<string>', ['one', 'two', '?' + '?/', '\u0000', '𝄞\ud800', '\u0001234']],
    ['list<list<bool>>', [[true], [], [false, true]]],
    ['optional<map<string, optional<string>>>', { a: null, b: 'c' }],
    ['optional<map<string, optional<string>>>', null],
    ['list<optional<list<float>>>', [null, [1.5]]],
    ['int', '-9223372036854775808'],
    ['string', 'a"b'],
  ])('a constant answer of %s returns its value', async (returns, expected) => {
    const signature = { ...SUM, returns };
    const value = decodeValue(parseType(returns), expected);
    const source = constantAnswer(language, signature, value);
    const call = { args: [[], [], {}], expected };
    expect(await run(language, signature, source, [call])).toMatchObject({ verdict: 'accepted' });
  });

  it('an empty answer is told which function there must be', async () => {
    const { verdict, compile, tests } = await runAdd(language, '');
    expect(['runtime_error', 'compile_error']).toContain(verdict);
    expect(compile?.stderr ?? tests[0]?.stderr).toMatch(/There must be .*add\(|there must be .*add\(/);
  });
});

describe('an error names the file and the line of the learner', () => {
  it.each<[ProgramLanguage, string, string]>([
    ['python', 'x = 1\ndef add(a, b):\n    return a +\n', 'File "solution.py", line 3'],
    ['javascript', 'let x;\nfunction add(a, b) { return a +; }\n', 'solution.js:2'],
    [
      'java',
      'class Solution {\n  static long add(long a, long b) { return c; }\n}\n',
      'Solution.java:2: error',
    ],
    ['c', 'int x;\nlong long add(long long a, long long b) { return c; }\n', 'solution.c:2:50: error'],
    ['cpp', 'int x;\nlong long add(long long a, long long b) { return c; }\n', 'solution.cpp:2:50: error'],
    [
      'cpp',
      '#include <vector>\nstd::vector<void> v;\nint add(int a, int b) { return a; }\n',
      'solution.cpp:2:19',
    ],
  ])('when %s does not compile', async (language, source, place) => {
    const { compile, tests } = await runAdd(language, source);
    const said = compile?.stderr ?? tests[0]?.stderr ?? '';
    expect(said).toContain(place);
    expect(said).not.toMatch(/main\.(c|cpp|js|py)|Main\.java|devcapsules/);
  });

  it.each<[ProgramLanguage, string, string]>([
    ['python', 'def add(a, b):\n    return 1 // 0\n', 'File "solution.py", line 2, in add'],
    ['javascript', 'function add(a, b) {\n  return a.b.c;\n}\n', 'at add (solution.js:2:14)'],
    ['javascript', 'export function add(a, b) {\n  return a.b.c;\n}\n', 'at add (solution.js:2:14)'],
    ['javascript', 'async function add(a, b) {\n  await 1;\n  throw new Error("x");\n}\n', 'solution.js:3:9'],
    [
      'java',
      'class Solution {\n  static long add(long a, long b) {\n    return 1 / 0;\n  }\n}\n',
      'Solution.add(Solution.java:3)',
    ],
    ['cpp', '#include <stdexcept>\nint add(int, int) { throw std::logic_error("so it is"); }\n', 'so it is'],
  ])('when %s fails at run time', async (language, source, place) => {
    const { verdict, tests } = await runAdd(language, source);
    expect(verdict).toBe('runtime_error');
    expect(tests[0]?.stderr).toContain(place);
    expect(tests[0]?.stderr).not.toMatch(/main\.js|main\.py|Main\.java|devcapsules|jdk\.internal|node:/);
  });
});

describe('learners may write', () => {
  it.each<[ProgramLanguage, string, string]>([
    ['javascript', 'a function', 'function add(a, b) { return a + b; }'],
    ['javascript', 'a constant', 'const add = (a, b) => a + b;'],
    ['javascript', 'exports of CommonJS', 'const sum = (a, b) => a + b;\nmodule.exports = { add: sum };'],
    ['javascript', 'one export of CommonJS', 'module.exports = function add(a, b) { return a + b; };'],
    ['javascript', 'a module', "import fs from 'node:fs';\nexport const add = (a, b) => a + b;"],
    ['javascript', 'an asynchronous function', 'async function add(a, b) { return a + b; }'],
    ['javascript', 'bigint', 'const add = (a, b) => BigInt(a + b);'],
    [
      'javascript',
      'names that are globals',
      'const process = 1, module = 2, require = 3;\nfunction add(a, b) { return a + b; }',
    ],
    ['java', 'int', 'class Solution { static int add(int a, Integer b) { return a + b; } }'],
    [
      'java',
      'an instance method',
      'public class Solution { public long add(Long a, short b) { return a + b; } }',
    ],
    [
      'java',
      'BigInteger',
      'import java.math.*; class Solution { BigInteger add(BigInteger a, long b) { return a.add(BigInteger.valueOf(b)); } }',
    ],
    [
      'java',
      'overloads',
      'class Solution { static long add(String a, String b) { return 0; } static long add(long a) { return 0; } static long add(long a, long b) { return a + b; } }',
    ],
    [
      'java',
      'a main of its own',
      'public class Solution { static long add(long a, long b) { return a + b; } public static void main(String[] args) { System.exit(3); } }',
    ],
    [
      'c',
      'a main of its own',
      '#include <stdio.h>\nstatic long long help(long long a) { return a; }\nlong long add(long long a, long long b) { return help(a) + b; }\nint main() { puts("main"); }',
    ],
    [
      'c',
      'names of system calls',
      'static int read(int x) { return x; }\nstatic int write(int x) { return x; }\nstatic int pipe, index, exit;\nlong long add(long long a, long long b) { return read(a) + write(b) + pipe + index + exit; }',
    ],
    [
      'cpp',
      'int and a macro',
      '#define int long long\nusing namespace std;\nint add(int a, const int& b) { return a + b; }\nsigned main() { return 1; }',
    ],
    [
      'cpp',
      'overloads',
      'int add(int a) { return a; }\nlong add(long a, int b) { return add(a) + b; }\nint add(int, int, int) { return 0; }',
    ],
    [
      'cpp',
      'everything included',
      '#include <bits/stdc++.h>\nusing namespace std;\nint add(int a, int b) { return a + b; }',
    ],
    [
      'cpp',
      'macros over words',
      '#define auto int\n#define void int\n#define template x\nlong long add(long long a, long long b) { return a + b; }',
    ],
  ])('%s: %s', async (language, _, source) => {
    const result = await runAdd(language, source);
    expect(result.verdict, JSON.stringify(result)).toBe('accepted');
  });

  const lists: Signature = {
    functionName: 'f',
    params: [
      { name: 'a', type: 'list<int>' },
      { name: 'b', type: 'map<string, int>' },
      { name: 'c', type: 'string' },
    ],
    returns: 'list<int>',
  };

  it.each<[ProgramLanguage, string]>([
    [
      'java',
      'import java.util.*; class Solution { static int[] f(int[] a, Map<String, Integer> b, String c) { return a; } }',
    ],
    [
      'java',
      'import java.util.*; class Solution { static Set<Integer> f(Set<Integer> a, TreeMap<String, Long> b, char c) { return a; } }',
    ],
    [
      'java',
      'import java.util.*; class Solution { static Collection<Long> f(Collection<Long> a, HashMap<String, Object> b, char[] c) { return a; } }',
    ],
    [
      'java',
      'import java.util.*; class Solution { static Deque<Long> f(Deque<Long> a, Object b, CharSequence c) { return a; } }',
    ],
    [
      'cpp',
      '#include <set>\n#include <string_view>\n#include <unordered_map>\nstd::set<int> f(std::set<int> a, std::unordered_map<std::string, int>& b, std::string_view c) { return a; }',
    ],
    [
      'cpp',
      '#include <deque>\n#include <string>\nusing namespace std;\nconst deque<short>& f(const deque<short>& a, const map<string, unsigned>&& b, const char* c) { static deque<short> kept; return kept = a; }',
    ],
    ['javascript', 'const f = a => new Int32Array(a);'],
    ['python', 'def f(a, b, c):\n    return tuple(a)\n'],
  ])('collections of their choice in %s: %s', async (language, source) => {
    const result = await run(language, lists, source, [
      { args: [[1, 2, 3], { x: 1 }, 'c'], expected: [1, 2, 3] },
    ]);
    expect(result.verdict, JSON.stringify(result)).toBe('accepted');
  });
});

describe('a value that does not fit is told', () => {
  const call = [{ args: [2 ** 40, 2], expected: 2 ** 40 + 2 }];

  it.each<[ProgramLanguage, string, string]>([
    [
      'java',
      'class Solution { static long add(int a, long b) { return a + b; } }',
      '1099511627776 does not fit into int',
    ],
    ['cpp', 'long long add(int a, long long b) { return a + b; }', '1099511627776 does not fit into int'],
    [
      'cpp',
      '#include <string>\nlong long add(std::string a, long long b) { return b; }',
      'the type of parameter 1 is std::',
    ],
  ])('into a parameter in %s', async (language, source, sentence) => {
    const { verdict, tests } = await run(language, ADD, source, call);
    expect(verdict).toBe('runtime_error');
    expect(tests[0]?.stderr).toContain(sentence);
  });

  it.each<[ProgramLanguage, string, string]>([
    ['python', 'def add(a, b):\n    return str(a)\n', 'str'],
    ['javascript', 'const add = (a, b) => a + b + 0.5;', 'a number that is no integer'],
    ['javascript', 'const add = () => {};', 'undefined'],
    ['java', 'class Solution { static double add(long a, long b) { return a + b; } }', 'java.lang.Double'],
    ['java', 'class Solution { static Long add(long a, long b) { return null; } }', 'null'],
    ['cpp', 'double add(long long a, long long b) { return a + b; }', 'double'],
    ['cpp', 'void add(long long a, long long b) {}', 'void'],
    [
      'cpp',
      '#include <vector>\nstd::vector<int> add(long long a, long long b) { return {}; }',
      'std::vector<int>',
    ],
  ])('out of a function in %s: %s', async (language, source, what) => {
    const { verdict, tests } = await run(language, ADD, source, call);
    expect(verdict).toBe('wrong_answer');
    expect(tests[0]?.message).toBe(`The function must return int; it returned ${what}.`);
  });

  it('as a string that is not UTF-8 in C', async () => {
    const signature = { ...ADD, returns: 'string' };
    const source = '#include "capsule.h"\nconst char *add(long long a, long long b) { return "\\377"; }\n';
    const { tests } = await run('c', signature, source, [{ args: [1, 2], expected: '' }]);
    expect(tests[0]?.message).toContain('a string that is not UTF-8');
  });
});
