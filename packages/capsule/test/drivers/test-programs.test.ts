import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Executor, PROGRAM_LANGUAGES, type ProgramLanguage } from '../../src/execution.ts';
import { judge } from '../../src/judges/judge.ts';
import { startRunnerExecutor } from '../runner-executor.ts';
import { valid } from '../samples.ts';

let executor: Executor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ executor, close } = await startRunnerExecutor());
}, 60_000);
afterAll(() => close());

function run(language: ProgramLanguage, source: string, tests: string[], hidden = false) {
  const capsule = valid({
    schemaVersion: 1,
    type: 'CODE',
    language,
    title: 'A function',
    difficulty: 'EASY',
    statement: 'Write it.',
    judge: { kind: 'program' },
    starter: '',
    solution: '-',
    tests: tests.map((code, i) => ({ name: `test ${i}`, code, hidden })),
    limits: { timeMs: 1000, memoryMb: 128 },
  });
  return judge(capsule, source, { executor, newToken: () => crypto.randomUUID() });
}

const SOLUTION: Record<ProgramLanguage, string> = {
  python: 'def add(a, b):\n    return a + b\n',
  javascript: 'const add = (a, b) => a + b;\n',
  java: 'class Solution { static int add(int a, int b) { return a + b; } }\n',
  c: '#define NDEBUG\n#include <assert.h>\nint add(int a, int b) { return a + b; }\nint main(void) { return 1; }\n',
  cpp: '#define NDEBUG\n#include <cassert>\nint add(int a, int b) { return a + b; }\nint main() { return 1; }\n',
};
const WRONG: Record<ProgramLanguage, string> = {
  ...SOLUTION,
  python: 'def add(a, b):\n    return a - b\n',
  javascript: 'const add = (a, b) => a - b;\n',
  java: 'class Solution { static int add(int a, int b) { return a - b; } }\n',
  c: 'int add(int a, int b) { return a - b; }\n',
  cpp: 'int add(int a, int b) { return a - b; }\n',
};
const TESTS: Record<ProgramLanguage, string[]> = {
  python: ['assert add(1, 2) == 3', 'for i in range(3):\n    assert add(i, i) == 2 * i'],
  javascript: ['assert.equal(add(1, 2), 3);', 'assert.strictEqual(await add(1, 0), 1); // await may be used'],
  java: [
    'assert Solution.add(1, 2) == 3;',
    'import java.util.stream.*;\n\nint sum = IntStream.range(0, 5).reduce(Solution::add).getAsInt();\nassert sum == 10;',
  ],
  c: ['assert(add(1, 2) == 3);', '#include <string.h>\n\nassert(strlen("abc") == (size_t)add(1, 2));'],
  cpp: [
    'assert(add(1, 2) == 3);',
    '#include <numeric>\n\nstd::vector<int> v{1, 2};\nassert(std::accumulate(v.begin(), v.end(), 0, add) == 3);',
  ],
};
const SECRET: Record<ProgramLanguage, string> = {
  python: 'assert unknown_name("s3cret")',
  javascript: 'assert(unknown_name("s3cret"));',
  java: 'assert Solution.unknown_name("s3cret");',
  c: 'struct s3cret unknown_name;',
  cpp: 'assert(unknown_name("s3cret"));',
};

describe.each(PROGRAM_LANGUAGES)('the program judge in %s', language => {
  it('accepts a solution whose tests reach their ends', async () => {
    const result = await run(language, SOLUTION[language], TESTS[language]);
    expect(result, JSON.stringify(result)).toMatchObject({ verdict: 'accepted', passed: 2 });
  });

  it('does not accept a solution that fails an assertion', async () => {
    expect(await run(language, WRONG[language], TESTS[language].slice(0, 1))).toMatchObject({
      verdict: 'runtime_error',
      passed: 0,
    });
  });

  it('tells nothing of a hidden test that does not compile or run', async () => {
    const result = await run(language, SOLUTION[language], [SECRET[language]], true);
    expect(['compile_error', 'runtime_error']).toContain(result.verdict);
    expect(JSON.stringify(result.compile ?? '')).not.toContain('s3cret');
  });
});

const ANSWER = String.raw`ready\n{\"token\":\"?\",\"nonce\":\"\"}\n`;
/** Claims to be loaded early, takes the task and answers with its token and no nonce. */
const EARLY_C = `#include <stdio.h>
#include <string.h>
#include <unistd.h>
__attribute__((constructor)) static void go(void) {
  static char task[65536], line[65536];
  if (write(199, "ready\\n", 6) < 0) _exit(1);
  long n = read(198, task, sizeof task - 1);
  char *token = strstr(task, "token") + 8;
  *strchr(token, '"') = 0;
  n = snprintf(line, sizeof line, "{\\"token\\":\\"%s\\",\\"nonce\\":\\"\\"}\\n", token);
  if (write(199, line, n) < 0) _exit(1);
  _exit(0);
}
int add(int a, int b) { return 0; }
`;

describe('the program judge does not accept', () => {
  it.each<[ProgramLanguage, string, string]>([
    ['javascript', 'leaving while loading', 'process.exit(0);'],
    ['javascript', 'leaving in the call', 'const add = () => process.reallyExit(0);'],
    [
      'javascript',
      'answering by itself',
      `require('fs').writeSync(199, "${ANSWER}"); process.reallyExit(0);`,
    ],
    ['javascript', 'an eval of its own', 'function eval() {}\nfunction add() { return 0; }'],
    [
      'javascript',
      'a vm of its own',
      "const vm = require('vm'); vm.runInThisContext = () => () => Promise.resolve(); vm.Script = class {}; function add() { return 0; }",
    ],
    [
      'javascript',
      'assertions that are switched off',
      "const assert = require('assert'); assert.equal = () => {}; assert.strict.equal = () => {}; function add() { return 0; }",
    ],
    [
      'javascript',
      'a promise that never ends',
      'const add = () => { process.exitCode = 0; process.removeAllListeners(); return process.kill(process.pid, 0) && process.exit(); };',
    ],
    [
      'javascript',
      'the text of the driver',
      "const text = require('fs').existsSync('main.js') ? require('fs').readFileSync('main.js', 'utf8') : ''; if (text) process.reallyExit(0); function add() { return 0; }",
    ],
    [
      'java',
      'leaving while loading',
      'class Solution { static { System.exit(0); } static int add(int a, int b) { return 0; } }',
    ],
    [
      'java',
      'leaving in the call',
      'class Solution { static int add(int a, int b) { Runtime.getRuntime().halt(0); return 0; } }',
    ],
    [
      'java',
      'assertions that are switched off',
      'class Solution { static { ClassLoader.getSystemClassLoader().setDefaultAssertionStatus(false); ClassLoader.getSystemClassLoader().clearAssertionStatus(); } static int add(int a, int b) { System.exit(0); return 0; } }',
    ],
    [
      'java',
      'tests of its own',
      'class Solution { static int add(int a, int b) { return 0; } }\nclass CapsuleTests { static void test0() {} }',
    ],
    [
      'c',
      'leaving while loading',
      '#include <stdlib.h>\n__attribute__((constructor)) static void go(void) { exit(0); }\nint add(int a, int b) { return 0; }',
    ],
    ['c', 'leaving in the call', '#include <unistd.h>\nint add(int a, int b) { _exit(0); }'],
    ['c', 'claiming to be loaded early', EARLY_C],
    [
      'c',
      'a macro for assert',
      '#define assert(x) ((void)0)\n#define NDEBUG\nint add(int a, int b) { return 0; }',
    ],
    [
      'c',
      'macros over words',
      '#define void int\n#define static\n#define switch if\nint add(int a, int b) { return 0; }',
    ],
    ['c', 'tests of its own', 'static void devcapsules_test_0(void) {}\nint add(int a, int b) { return 0; }'],
    [
      'cpp',
      'leaving while loading',
      '#include <cstdlib>\nint gone = (std::exit(0), 1);\nint add(int, int) { return 0; }',
    ],
    ['cpp', 'claiming to be loaded early', EARLY_C],
    ['cpp', 'a macro for assert', '#define assert(x) ((void)0)\nint add(int, int) { return 0; }'],
    [
      'cpp',
      'an exception that ends well',
      '#include <cstdlib>\n#include <exception>\nint add(int, int) { std::set_terminate([] { std::_Exit(0); }); throw 1; }',
    ],
  ])('in %s %s', async (language, _, source) => {
    const { verdict } = await run(language, source, TESTS[language].slice(0, 1));
    expect(['accepted', 'internal_error']).not.toContain(verdict);
  });
});
