import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, startTestRunner, type TestRunner } from '../harness.ts';

const MIB = 1024 * 1024;
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

async function compileOf(language: string, content: string, more: Body = {}) {
  const body = { language, version: '*', files: [{ content }], ...more };
  const answer = await runner.post('/api/v2/execute', body);
  expect(answer.status, answer.body.message).toBe(200);
  const { compile, run } = answer.body;
  if (!compile) throw new Error('there was no compilation');
  return { compile, run };
}

/** Doubles a token forty times. */
const MACRO_BOMB = [
  '#define a0 1;',
  ...Array.from({ length: 40 }, (_, i) => `#define a${i + 1} a${i} a${i}`),
  'int main() { a40 }',
].join('\n');

describe.each(['c', 'gcc'])('C, asked for as %s', language => {
  test('reads stdin and arguments', async () => {
    const content = `#include <stdio.h>
#include <math.h>
int main(int n, char **v) { double x; scanf("%lf", &x); printf("%s %.1f\\n", v[1], sqrt(x)); }`;
    expect(await runner.run(language, content, { stdin: '16', args: ['-o'] })).toMatchObject({
      stdout: '-o 4.0\n',
      status: null,
    });
  });
});

describe.each(['c++', 'cpp', 'g++'])('C++, asked for as %s', language => {
  test('reads stdin and arguments, with C++20', async () => {
    const content = `#include <iostream>
#include <ranges>
#include <string>
int main(int, char **v) {
  std::string line;
  std::getline(std::cin, line);
  for (char c : line | std::views::reverse) std::cout << c;
  std::cout << ' ' << v[1] << '\\n';
}`;
    expect(await runner.run(language, content, { stdin: 'abc', args: ['x'] })).toMatchObject({
      stdout: 'cba x\n',
      status: null,
    });
  });
});

describe.each([
  ['c', 'main.c', 'extra.c'],
  ['c++', 'main.cpp', 'extra.cpp'],
])('%s', (language, main, extra) => {
  test("errors name the learner's own file and line", async () => {
    const { compile, run } = await compileOf(language, 'int main() {\n  return x;\n}\n');
    expect(compile).toMatchObject({ status: 'RE', code: 1 });
    expect(compile.stderr).toMatch(new RegExp(`^${main}: In function`));
    expect(compile.stderr).toContain(`${main}:2:10: error:`);
    expect(run).toEqual(compile);
  });

  test('warnings are told and stop nothing', async () => {
    const { compile, run } = await compileOf(language, 'int main() { int unused; return 0; }');
    expect(compile).toMatchObject({ status: null, code: 0 });
    expect(compile.stderr).toContain(`${main}:1:18: warning: unused variable`);
    expect(run.status).toBeNull();
  });

  test('several files make one program, whatever they are called', async () => {
    const files = [
      { name: '-main', content: '#include "sub/f.h"\nint main() { return f(); }' },
      { name: extra, content: '#include "sub/f.h"\nint f() { return 7; }' },
      { name: 'sub/f.h', content: 'int f();' },
      { name: 'notes.txt', content: 'not a program' },
    ];
    const { run } = await compileOf(language, '', { files });
    expect(run).toMatchObject({ code: 7, status: 'RE' });
  });

  test('a source that the first file includes is part of it, and not compiled once more', async () => {
    const files = [
      { name: main, content: `#include "${extra}"\nint main() { return f(); }` },
      { name: extra, content: 'int f() { return 7; }' },
    ];
    const { compile, run } = await compileOf(language, '', { files });
    expect(compile.stderr).toBe('');
    expect(run).toMatchObject({ code: 7, status: 'RE' });
  });

  test('a signal is told by its name', async () => {
    const segv = 'int main() { volatile int *p = 0; return *p; }';
    expect(await runner.run(language, segv)).toMatchObject({ status: 'SG', signal: 'SIGSEGV', code: null });
    const abort = '#include <stdlib.h>\nint main() { abort(); }';
    expect(await runner.run(language, abort)).toMatchObject({ status: 'SG', signal: 'SIGABRT' });
  });

  test('a program that takes too much memory or time is told so', async () => {
    const content = `#include <stdlib.h>
#include <string.h>
int main() { for (;;) memset(malloc(1 << 20), 1, 1 << 20); }`;
    const memory = await runner.run(language, content, { run_memory_limit: 64 * MIB });
    expect(memory.status).toBe('ML');
    const endless = 'int main() { for (volatile int i = 0;; i++); }';
    expect((await runner.run(language, endless, { run_timeout: 300 })).status).toBe('TO');
  });

  test('an array larger than memory does not take the machine', async () => {
    const { compile, run } = await compileOf(
      language,
      '#include <string.h>\nstatic char a[8LL << 30];\nint main() { memset(a, 1, sizeof a); return a[9]; }',
    );
    expect([compile.status, run.status]).not.toEqual([null, null]);
    const filled = await compileOf(language, 'char a[8LL << 30] = {1};\nint main() { return a[9]; }');
    expect(filled.compile.status).not.toBeNull();
  });

  test.each(['/etc/passwd', '/etc/shadow', '/etc/hostname'])(
    'the compiler shows nothing of the machine: %s',
    async path => {
      const { compile } = await compileOf(language, `#include "${path}"\nint main() {}`);
      expect(compile.status).toBe('RE');
      // A slot has a passwd file of its own; what is compared is the machine's.
      const lines = readFileSync(path, 'latin1').split('\n');
      for (const line of lines.filter(line => line.length > 5)) expect(compile.output).not.toContain(line);
    },
  );

  test('the assembler reads no file of the machine', async () => {
    const { compile } = await compileOf(language, '__asm__(".incbin \\"/etc/shadow\\"");\nint main() {}');
    expect(compile.status).toBe('RE');
    expect(compile.stderr).toContain('/etc/shadow');
  });

  test.each([
    ['a device', '#include "/dev/zero"\nint main() {}'],
    ['a file that includes itself', '#include __FILE__\nint main() {}'],
    ['a macro bomb', MACRO_BOMB],
  ])('the compiler meets its limits with %s', async (_, content) => {
    const { compile } = await compileOf(language, content, { compile_timeout: 2000 });
    expect(['TO', 'ML', 'EL', 'RE']).toContain(compile.status);
    expect(compile.wall_time).toBeLessThan(2000 + 1500);
    expect(compile.memory).toBeLessThanOrEqual(512 * MIB);
  });

  test('a batch compiles once', async () => {
    const content = '#include <stdio.h>\nint main() { printf("%s", __TIME__); return getchar(); }';
    const { body } = await runner.post('/api/v2/execute/batch', {
      language,
      version: '*',
      files: [{ content }],
      cases: [{ stdin: '\u0001' }, { stdin: '\u0002' }],
    });
    expect(body.compile?.status).toBeNull();
    expect(body.cases.map(one => one.code)).toEqual([1, 2]);
    expect(body.cases[0]?.stdout).toBe(body.cases[1]?.stdout);
  });
});

describe('bombs of templates', () => {
  test.each([
    [
      'depth',
      'template <int n> struct F { static const int v = F<n + 1>::v; };\nint main() { return F<0>::v; }',
    ],
    [
      'width',
      'template <int n, int m> struct F { static const int v = F<n - 1, 2 * m>::v + F<n - 1, 2 * m + 1>::v; };\ntemplate <int m> struct F<0, m> { static const int v = m; };\nint main() { return F<26, 0>::v; }',
    ],
    ['constexpr', 'constexpr long f() { for (long i = 0;; i++); }\nconstexpr long x = f();\nint main() {}'],
  ])('by %s end within the limits', async (_, content) => {
    const { compile } = await compileOf('c++', content, { compile_timeout: 3000 });
    expect(['TO', 'ML', 'RE']).toContain(compile.status);
    expect(compile.memory).toBeLessThanOrEqual(512 * MIB);
  });

  test('a flood of errors is cut', async () => {
    const { compile } = await compileOf('c++', 'x;\n'.repeat(10_000));
    expect(compile.status).toBe('RE');
    expect(compile.stderr.length).toBeLessThan(20_000);
  });
});
