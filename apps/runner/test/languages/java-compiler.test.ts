import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, startTestRunner, type TestRunner } from '../harness.ts';

const MIB = 1024 * 1024;
/** One less than the resident compiler was started with: such a compilation is done in its slot. */
const IN_SLOT = { compile_memory_limit: 511 * MIB };
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_CONCURRENCY: '4' });
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

async function compileOf(content: string | Body[], more: Body = {}) {
  const files = typeof content === 'string' ? [{ content }] : content;
  const answer = await runner.post('/api/v2/execute', { language: 'java', version: '*', files, ...more });
  expect(answer.status, answer.body.message).toBe(200);
  const { compile, run } = answer.body;
  if (!compile) throw new Error('there was no compilation');
  return { compile, run };
}

const hello = (word: string) =>
  `class Main { public static void main(String[] a) { System.out.println("${word}"); } }`;

/** The pids of resident compilers of this file's runner. */
function compilerPids(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
        return runner.ownsUid(uid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith('\0Serve\0');
      } catch {
        return false; // it ended meanwhile
      }
    });
}

/** Doubles a constant forty times. */
const MEMORY_BOMB = [
  'class Main {',
  '  static final String a0 = "0123456789abcdef";',
  ...Array.from({ length: 40 }, (_, i) => `  static final String a${i + 1} = a${i} + a${i};`),
  '  public static void main(String[] a) { System.out.println(a40); }\n}',
].join('\n');

let n = 0;
/** Takes any compiler seconds. */
const TIME_BOMB = Array.from(
  { length: 4000 },
  (_, i) =>
    `class A${i} { java.util.function.Function<String, Integer> f = x -> x.length() + ${i}; ${'int g(int x) { return x + 1; }'.repeat(8).replaceAll('int g', () => `int g${n++}`)} }`,
).join('\n');

describe('the resident compiler', () => {
  test.each<[string, string | Body[]]>([
    ['a program', hello('fine')],
    ['an error', 'class Main {\n  int x = "text";\n  void f() { return 1; }\n}\n'],
    ['many errors', `class Main {\n${'  int x = y;\n'.repeat(50)}}\n`],
    ['a syntax error', 'class Main { void f( { }\n'],
    ['nothing', ''],
    [
      'warnings',
      'import java.util.*;\nclass Main { List l = new ArrayList(); { l.add(1); new Thread().stop(); } public static void main(String[] a) {} }',
    ],
    ['text that is no ASCII', 'class Main { int ü = "häß\u2028🙂"; }'],
    ['expressions nested deep', `class Main { int x = ${'('.repeat(2000)}1${')'.repeat(2000)} + ""; }`],
    [
      'several files, one of them wrong',
      [
        { name: 'p/A.java', content: 'package p; class A { B b; C c; }' },
        { name: 'B.java', content: 'package p; class B {}' },
        { name: 'x.txt', content: 'no' },
      ],
    ],
    [
      'a public class of another name',
      'public class Other { public static void main(String[] a) { System.out.print(1); } }',
    ],
    [
      'the driver by its name',
      'class Main { Compile c; Serve s; Compiler d; com.sun.tools.javac.Main m; sun.misc.Unsafe u; }',
    ],
  ])('says what a compiler in a slot says of %s', async (_, content) => {
    const resident = await compileOf(content);
    const inSlot = await compileOf(content, IN_SLOT);
    const told = ({ compile, run }: typeof resident) => ({
      ...{ stdout: compile.stdout, stderr: compile.stderr, output: compile.output, code: compile.code },
      ...{ status: compile.status, message: compile.message, run: [run.stdout, run.stderr, run.code] },
    });
    expect(told(resident)).toEqual(told(inSlot));
    expect(resident.compile.cpu_time).toBeLessThan(inSlot.compile.cpu_time);
  });

  test('knows nothing of what it compiled before', async () => {
    const secret = 'package secret; public class Earlier { public static int f() { return 42; } }';
    const first = await compileOf([
      { content: hello('one') },
      { name: 'secret/Earlier.java', content: secret },
    ]);
    expect(first.compile.status).toBeNull();
    const { compile } = await compileOf('class Main { int x = secret.Earlier.f(); }');
    expect(compile).toMatchObject({ status: 'RE', code: 1 });
    expect(compile.stderr).toContain('package secret does not exist');
    const again = await compileOf('class Main { secret.Earlier e; Helper h; }');
    expect(again.compile.stderr).not.toContain('42');
  });

  test('compiles each source to its own program, many at a time', async () => {
    const words = Array.from({ length: 12 }, (_, i) => `word-${i}`);
    const answers = await Promise.all(words.map(word => compileOf(hello(word))));
    expect(answers.map(({ run }) => run.stdout)).toEqual(words.map(word => `${word}\n`));
  });

  test.each([
    ['time', TIME_BOMB, 'TO', { compile_timeout: 400 }],
    ['processor time', TIME_BOMB, 'TO', { compile_cpu_time: 400 }],
    ['memory', MEMORY_BOMB, 'ML', {}],
  ])('that runs out of %s is the fault of that request alone', async (_, bomb, status, more) => {
    const [pid] = compilerPids();
    const [bad, ...others] = await Promise.all([
      compileOf(bomb, more),
      compileOf(hello('beside')),
      compileOf(hello('and beside')),
    ]);
    expect(bad.compile).toMatchObject({ status, signal: 'SIGKILL' });
    expect(bad.run).toEqual(bad.compile);
    expect(others.map(({ run }) => run.stdout)).toEqual(['beside\n', 'and beside\n']);
    expect((await compileOf(hello('after'))).run.stdout).toBe('after\n');
    await runner.runner.settled();
    expect(compilerPids()).toHaveLength(1);
    expect(compilerPids()).not.toEqual([pid]);
  });

  test('stands expressions that are nested too deep', async () => {
    const { compile } = await compileOf(
      `class Main { int x = ${'('.repeat(50_000)}1${')'.repeat(50_000)}; }`,
    );
    expect(compile).toMatchObject({ status: 'RE', code: 1 });
    expect(compile.stderr).toContain('java.lang.StackOverflowError');
  });

  test('that dies is replaced, and no request sees it', async () => {
    const [pid] = compilerPids();
    if (pid === undefined) throw new Error('no compiler runs');
    process.kill(pid, 'SIGKILL');
    expect((await compileOf(hello('still'))).run.stdout).toBe('still\n');
    expect((await runner.runner.settled()).ready).toMatchObject({ 'java compiler': 1 });
    expect(compilerPids()).not.toEqual([pid]);
  });

  test('goes on after a client that went away', async () => {
    const gone = new AbortController();
    const body = { language: 'java', version: '*', files: [{ content: TIME_BOMB }] };
    const request = fetch(`${runner.url}/api/v2/execute`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 200);
    await expect(request).rejects.toThrow();
    expect((await compileOf(hello('on'))).run.stdout).toBe('on\n');
  });
});
