import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, startTestRunner, type TestRunner } from '../harness.ts';

const MIB = 1024 * 1024;
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

/** The body of `main`, in the class that a file is called after. */
function program(body: string, members = ''): string {
  return `import java.util.*;\npublic class Main {\n  ${members}\n  public static void main(String[] args) throws Exception {\n    ${body}\n  }\n}\n`;
}

async function answerOf(files: Body[], more: Body = {}) {
  const body = { language: 'java', version: '*', files, ...more };
  const answer = await runner.post('/api/v2/execute', body);
  expect(answer.status, answer.body.message).toBe(200);
  return answer.body;
}

describe('java', () => {
  test('reads stdin and arguments, as UTF-8', async () => {
    const content = program(
      'System.out.println(new Scanner(System.in).nextLine() + " " + args[0] + " " + "é".length());',
    );
    expect(await runner.run('java', content, { stdin: 'häh', args: ['ü'] })).toMatchObject({
      stdout: 'häh ü 1\n',
      status: null,
    });
  });

  test("errors name the learner's own file and line", async () => {
    const { compile, run } = await answerOf([{ content: program('int x = "text";') }]);
    expect(compile).toMatchObject({ status: 'RE', code: 1 });
    expect(compile?.stderr).toMatch(/^Main\.java:5: error: incompatible types/);
    expect(run).toEqual(compile);
  });

  test('an exception shows its native trace', async () => {
    const run = await runner.run('java', program('f();', 'static void f() { Object o = List.of().get(3); }'));
    expect(run).toMatchObject({ status: 'RE', code: 1 });
    expect(run.stderr).toMatch(/^Exception in thread "main" java\.lang\.ArrayIndexOutOfBoundsException/);
    expect(run.stderr).toContain('at Main.f(Main.java:3)');
    expect(run.stderr).toContain('at Main.main(Main.java:5)');
  });

  test('System.exit ends it at once, in a static block too', async () => {
    const run = await runner.run(
      'java',
      program('System.out.println("main");', 'static { System.exit(3); }'),
    );
    expect(run).toMatchObject({ status: 'RE', code: 3, stdout: '' });
    expect(await runner.run('java', program('System.exit(0);'))).toMatchObject({ status: null, code: 0 });
  });

  test.each([
    [
      'the class with a main method, whatever it is called',
      [
        {
          content:
            'class Helper {}\npublic class Solution { @Override public String toString() { return "s"; } public static void main(String[] a) { System.out.print(new Solution()); } }',
        },
      ],
      's',
    ],
    [
      'the class the entry is called after, of several with a main method',
      [
        {
          content:
            'class A { public static void main(String[] a) { System.out.print("a"); } }\nclass Main { public static void main(String... a) { System.out.print("m"); } }',
        },
      ],
      'm',
    ],
    [
      'a class of another file and in a package',
      [
        { name: 'Tool.java', content: 'package p.q; class Tool { static int f() { return 4; } }' },
        {
          name: 'p/App.java',
          content:
            'package p.q; class App { public static void main(String[] a) { System.out.print(Tool.f()); } }',
        },
        { name: 'notes.txt', content: 'not java' },
      ],
      '4',
    ],
  ])('runs %s', async (_, files, stdout) => {
    const { compile, run } = await answerOf(files);
    expect(compile).toMatchObject({ status: null, output: '' });
    expect(run).toMatchObject({ stdout, status: null });
  });

  test('a program without a main method is told so by java itself', async () => {
    const { run } = await answerOf([{ content: 'class Main { int x; }' }]);
    expect(run).toMatchObject({ status: 'RE', code: 1 });
    expect(run.stderr).toContain('Main method not found in class Main');
  });

  test.each(['Byte[] keep', 'byte[] keep'])('too much memory is a memory limit: %s', async kind => {
    const body = kind.startsWith('Byte')
      ? 'List<Object> all = new ArrayList<>(); for (int i = 0;; i++) all.add(new int[1000]);'
      : 'int[] all = new int[1 << 30]; System.out.println(all.length);';
    const run = await runner.run('java', program(body), { run_memory_limit: 128 * MIB });
    expect(run).toMatchObject({ status: 'ML', message: 'Memory limit exceeded' });
    expect(run.memory).toBeLessThanOrEqual(128 * MIB);
  });

  test('what lies within the limit is not a memory limit', async () => {
    const body = `long sum = 0; for (int i = 0; i < 4000; i++) { byte[] b = new byte[1 << 20]; sum += b.length; }
byte[] keep = new byte[100 << 20]; System.out.println(sum + keep.length > 0);`;
    const run = await runner.run('java', program(body), { run_memory_limit: 256 * MIB });
    expect(run).toMatchObject({ stdout: 'true\n', status: null });
  });

  test('time runs out, also with threads that never end', async () => {
    const more = { run_timeout: 1500 };
    expect((await runner.run('java', program('while (true);'), more)).status).toBe('TO');
    const threads = 'for (int i = 0; i < 40; i++) new Thread(() -> { while (true); }).start();';
    expect((await runner.run('java', program(threads), more)).status).toBe('TO');
  });

  test('more threads than are allowed take nothing but the program', async () => {
    const body =
      'for (int i = 0; i < 10000; i++) new Thread(() -> { try { Thread.sleep(60000); } catch (Exception e) {} }).start();';
    const run = await runner.run('java', program(body), { run_timeout: 3000 });
    expect(run.status).not.toBeNull();
  });

  test('an annotation processor is not run', async () => {
    const processor = `import java.util.*; import javax.annotation.processing.*; import javax.lang.model.element.*;
@SupportedAnnotationTypes("*") public class Evil extends AbstractProcessor {
  @Override public boolean process(Set<? extends TypeElement> a, RoundEnvironment e) { throw new Error("EVIL"); }
}`;
    const compiled = await answerOf([
      { content: program('System.out.print("fine");') },
      { name: 'Evil.java', content: processor },
      { name: 'META-INF/services/javax.annotation.processing.Processor', content: 'Evil\n' },
    ]);
    expect(compiled.compile).toMatchObject({ status: null, output: expect.not.stringContaining('EVIL') });
    expect(compiled.run.stdout).toBe('fine');
  });

  test('a batch compiles once; no case sees what another did', async () => {
    const content = program(
      'count++; System.out.print(count + new Scanner(System.in).nextLine());',
      'static int count;',
    );
    const cases = await runner.batch('java', content, [{ stdin: 'a' }, { stdin: 'b' }]);
    expect(cases.map(one => one.stdout)).toEqual(['1a', '1b']);
  });
});
