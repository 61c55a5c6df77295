import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, startTestRunner, type TestRunner } from '../harness.ts';
import { c } from './programs.ts';

const MARK = 'runner-environment-secret-4712';
const MIB = 1024 * 1024;
let runner: TestRunner;
beforeAll(async () => {
  process.env.RUNNER_TEST_MARK = MARK;
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

async function compile(language: string, files: Body[], more: Body = {}) {
  const { status, body } = await runner.post('/api/v2/execute', { language, version: '*', files, ...more });
  expect(status, body.message).toBe(200);
  if (!body.compile) throw new Error('there was no compilation');
  return { compile: body.compile, run: body.run };
}

/** A program whose text is a file of the machine that compiled it. */
const embed = (path: string) =>
  c(
    'fwrite(&from, 1, &until - &from, stdout); return 0;',
    `extern const char from, until;\n__asm__(".section .rodata\\nfrom: .incbin \\"${path}\\"\\nuntil: .byte 0\\n.text\\n.globl from\\n.globl until");`,
  );

describe('compilers turned on the machine', () => {
  test.each(['/proc/self/environ', '/proc/1/environ', '/etc/shadow', '/etc/passwd', '/proc/1/cmdline'])(
    'what the assembler embeds is the slot’s, or nothing: %s',
    async path => {
      const { compile: compiled, run } = await compile('c', [{ content: embed(path) }]);
      const told = compiled.output + run.output;
      expect(told).not.toContain(MARK);
      expect(told).not.toContain('RUNNER_');
      if (path.startsWith('/etc'))
        for (const line of readFileSync(path, 'latin1')
          .split('\n')
          .filter(line => line.length > 9))
          expect(told).not.toContain(line);
    },
  );

  test('a file called like a file of options is none', async () => {
    const files = [
      { name: '@options.c', content: 'int main() { return 4; }' },
      { name: 'options.c', content: '-DX -fno-such-option' },
    ];
    const { compile: compiled } = await compile('c', files.slice(0, 1));
    expect(compiled.status).toBe(null);
    const both = await compile('c', files);
    expect(both.compile.stderr).not.toContain('no-such-option"');
    expect(both.compile.stderr).toContain('options.c:1:');
  });

  test.each([
    ['c', 'a file without end', '#include "/dev/zero"\nint main() {}'],
    ['c', 'itself', '#include __FILE__\n#include __FILE__\nint main() {}'],
    ['c', 'an array of 8 GB that is filled', 'char a[8LL << 30] = {1};\nint main() { return a[9]; }'],
    ['c', 'an assembler that repeats', 'int main() {}\n__asm__(".rept 2000000000\\n.quad 1\\n.endr");'],
    ['c', 'an assembler that fills', 'int main() {}\n__asm__(".data\\n.fill 8000000000, 1, 1");'],
    [
      'c++',
      'templates without end',
      'template <class T> struct F { typedef typename F<F<T>>::t t; };\nint main() { F<int>::t x; }',
    ],
    [
      'c++',
      'a constant without end',
      'constexpr int f() { int i = 0; while (true) i ^= 1; return i; }\nstatic_assert(f());\nint main() {}',
    ],
    [
      'java',
      'a constant that doubles',
      `class Main { ${Array.from({ length: 30 }, (_, i) => `static final String s${i + 1} = s${i} + s${i};`).join('\n')} static final String s0 = "0123456789"; public static void main(String[] a) { System.out.println(s30); } }`,
    ],
    [
      'java',
      'expressions nested deeply',
      `class Main { static int x = ${'('.repeat(300_000)}1${')'.repeat(300_000)}; public static void main(String[] a) { } }`,
    ],
  ])('the compiler meets its limits: %s with %s', async (language, _, content) => {
    const { compile: compiled } = await compile(language, [{ content }], { compile_timeout: 4000 });
    expect(['TO', 'ML', 'RE', 'EL', 'OL', 'SG']).toContain(compiled.status);
    expect(compiled.wall_time).toBeLessThan(4000 + 3000);
    expect(compiled.memory).toBeLessThanOrEqual(512 * MIB);
  });

  test('an array of 8 GB that is not filled is a program that does not start, or fails', async () => {
    const { run } = await compile('c', [
      { content: c('memset(a, 1, sizeof a); return a[9];', 'static char a[8LL << 30];') },
    ]);
    expect(run.status).not.toBe(null);
    expect(run.memory).toBeLessThanOrEqual(512 * MIB);
  });

  test('an annotation processor among the sources does not run', async () => {
    const processor = `import javax.annotation.processing.*; import javax.lang.model.element.*; import java.util.*;
@SupportedAnnotationTypes("*") public class Evil extends AbstractProcessor {
  static { System.out.println("EVIL"); }
  public boolean process(Set<? extends TypeElement> a, RoundEnvironment r) { System.out.println("EVIL"); return true; } }`;
    const files = [
      {
        content:
          '@Deprecated public class Main { public static void main(String[] a) { System.out.println("fine"); } }',
      },
      { name: 'Evil.java', content: processor },
      { name: 'META-INF/services/javax.annotation.processing.Processor', content: 'Evil\n' },
    ];
    const { compile: compiled, run } = await compile('java', files);
    expect(compiled.output).not.toContain('EVIL');
    expect(run).toMatchObject({ stdout: 'fine\n', status: null });
  });
});

describe('machine code', () => {
  test.runIf(process.arch === 'x64')(
    'the kernel’s other interfaces are closed: 32-bit calls and x32',
    async () => {
      const attempt = (asm: string) => c(`long r; __asm__ volatile(${asm}); printf("%ld\\n", r); return 0;`);
      // getpid by int 0x80, and by the x32 table: neither is an interface a program has.
      for (const asm of [
        '"int $0x80" : "=a"(r) : "a"(20)',
        '"syscall" : "=a"(r) : "a"(0x40000000 + 39) : "rcx", "r11", "memory"',
      ]) {
        const run = await runner.run('c', attempt(asm));
        expect(run).toMatchObject({ status: 'SG', signal: 'SIGSYS', stdout: '' });
      }
    },
  );

  test('kill -9 -1 and kill -9 1 from C reach no one else', async () => {
    const run = await runner.run(
      'c',
      c(
        'printf("%d ", kill(1, 9)); fflush(stdout); for (int i = 1; i < 65; i++) kill(1, i); kill(-1, 9); puts("alive"); return 0;',
      ),
    );
    expect(run.stdout).toMatch(/^0 (alive\n)?$/);
    expect([null, 'SG']).toContain(run.status);
  });
});
