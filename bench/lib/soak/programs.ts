/** Programs of every kind with what must come of them. `#` stands for a text never seen before. */

export interface Program {
  language: string;
  content: string;
  /** Status and stdout of the run, or of the compilation where that is as far as it gets. */
  expected: { status: string | null; stdout?: string };
  more?: Record<string, unknown>;
}

const java = (lines: string) =>
  `class Main { public static void main(String[] a) throws Exception { ${lines} } } // #`;
const c = (lines: string) =>
  `#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nint main() { ${lines} } // #`;
const cpp = (lines: string) =>
  `#include <iostream>\n#include <string>\n#include <vector>\nint main() { ${lines} } // #`;

/** Nothing that is right may fail for being slow. */
const LONG = { run_timeout: 30_000, compile_timeout: 30_000 };
const SMALL = { ...LONG, run_memory_limit: 96 * 1024 * 1024 };
const SHORT = { ...LONG, run_timeout: 200 };

/** Reads a number and prints its square. */
export const SQUARES: Record<string, string> = {
  python: 'print(int(input()) ** 2) # #',
  javascript: "console.log(Number(require('fs').readFileSync(0, 'utf8')) ** 2); // #",
  java: java('int n = new java.util.Scanner(System.in).nextInt(); System.out.println(n * n);'),
  c: c('int n; scanf("%d", &n); printf("%d\\n", n * n);'),
  'c++': cpp('int n; std::cin >> n; std::cout << n * n << "\\n";'),
};

const right: Program[] = Object.entries(SQUARES).map(([language, content]) => ({
  language,
  content,
  expected: { status: null, stdout: '144\n' },
  more: { ...LONG, stdin: '12\n' },
}));

export const PROGRAMS: Program[] = [
  ...right,
  // The same ones without a new text: compiled programs come from the cache.
  ...right.map(one => ({ ...one, content: one.content.replace(/# #|\/\/ #/, '') })),
  { language: 'python', content: 'print( # #', expected: { status: 'RE', stdout: '' }, more: LONG },
  { language: 'javascript', content: 'let let; // #', expected: { status: 'RE', stdout: '' }, more: LONG },
  { language: 'java', content: java('int x = "";'), expected: { status: 'RE' }, more: LONG },
  { language: 'c', content: c('return x;'), expected: { status: 'RE' }, more: LONG },
  { language: 'c++', content: cpp('std::vector<int> v = "";'), expected: { status: 'RE' }, more: LONG },
  {
    language: 'python',
    content: 'while True: pass # #',
    expected: { status: 'TO', stdout: '' },
    more: SHORT,
  },
  { language: 'javascript', content: 'for (;;); // #', expected: { status: 'TO', stdout: '' }, more: SHORT },
  { language: 'java', content: java('for (;;);'), expected: { status: 'TO', stdout: '' }, more: SHORT },
  {
    language: 'c',
    content: c('for (volatile int i = 0;; i++);'),
    expected: { status: 'TO', stdout: '' },
    more: SHORT,
  },
  {
    language: 'c++',
    content:
      'constexpr int f() { for (int i = 0;; i++) if (i < 0) return i; }\nstatic_assert(f()); int main() {} // #',
    expected: { status: 'TO' },
    // A compiler that counts steps gives up by itself, later than this.
    more: { ...LONG, compile_timeout: 200 },
  },
  { language: 'python', content: 'x = bytearray(10**9) # #', expected: { status: 'ML' }, more: SMALL },
  {
    language: 'javascript',
    content: 'const all = []; for (;;) all.push(Buffer.alloc(1e7, 1)); // #',
    expected: { status: 'ML' },
    more: SMALL,
  },
  {
    language: 'java',
    content: java(
      'java.util.List<Object> l = new java.util.ArrayList<>(); for (;;) l.add(new byte[1 << 20]);',
    ),
    expected: { status: 'ML' },
    more: { ...LONG, run_memory_limit: 128 * 1024 * 1024 },
  },
  {
    language: 'c',
    content: c('for (;;) memset(malloc(1 << 20), 1, 1 << 20);'),
    expected: { status: 'ML' },
    more: SMALL,
  },
  {
    language: 'python',
    content: 'import os\nwhile True: os.write(1, b"x" * 65536) # #',
    expected: { status: 'OL' },
    more: LONG,
  },
  {
    language: 'python',
    content:
      'import os\nfor _ in range(50):\n  if os.fork() == 0:\n    os.setsid(); break\nwhile True: pass # #',
    expected: { status: 'TO' },
    more: { ...SHORT, run_memory_limit: 512 * 1024 * 1024 },
  },
  {
    language: 'python',
    content: 'import sys; sys.exit(3) # #',
    expected: { status: 'RE', stdout: '' },
    more: LONG,
  },
  { language: 'c', content: c('abort();'), expected: { status: 'SG', stdout: '' }, more: LONG },
];
