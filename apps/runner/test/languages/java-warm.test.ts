import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type Stage, startTestRunner, type TestRunner } from '../harness.ts';

const MIB = 1024 * 1024;
/** One less than the waiting machine was started for: such a case gets a fresh one. */
const FRESH = { run_memory_limit: 255 * MIB };
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

function program(body: string, members = ''): string {
  return `import java.util.*;\npublic class Main {\n  ${members}\n  public static void main(String[] args) throws Exception {\n    ${body}\n  }\n}\n`;
}

/** Processor time is what tells a machine that waited from a fresh one. */
function told({ stdout, stderr, code, signal, status, message, channel }: Stage) {
  return { stdout, stderr, code, signal, status, message, channel };
}

describe('a virtual machine that waited', () => {
  test.each<[string, string, Body?]>([
    ['says hello', program('System.out.println("hello");')],
    [
      'reads stdin, arguments and their bytes',
      program('System.out.println(new Scanner(System.in).nextLine() + Arrays.toString(args));'),
      { stdin: 'häh\n', args: ['ü', '', ' a b ', '-version'] },
    ],
    ['does not catch an exception', program('f(0);', 'static int f(int x) { return 1 / x; }')],
    [
      'throws with a cause',
      program(
        'try { Integer.parseInt("x"); } catch (Exception e) { throw new IllegalStateException("why", e); }',
      ),
    ],
    ['throws in a static block', program('', 'static int x = 1 / Integer.parseInt("0");')],
    ['exits in a static block', program('', 'static { System.exit(4); }')],
    ['exits', program('System.out.print("a"); System.exit(7);')],
    ['halts', program('Runtime.getRuntime().halt(5);')],
    [
      'runs hooks',
      program('Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("hook")));'),
    ],
    [
      'lives as long as its threads',
      program(
        'new Thread(() -> { try { Thread.sleep(200); } catch (Exception e) {} System.out.print("late"); }).start();',
      ),
    ],
    [
      'dies in another thread',
      program(
        'Thread t = new Thread(() -> { throw new RuntimeException("t"); }); t.start(); t.join(); System.out.print("on");',
      ),
    ],
    ['overflows its stack', program('f();', 'static void f() { f(); }')],
    [
      'has a deep stack',
      program('System.out.print(f(150000));', 'static int f(int n) { return n == 0 ? 0 : 1 + f(n - 1); }'),
    ],
    ['has no main method', 'class Main {}'],
    ['has a main method that is not static', 'class Main { public void main(String[] a) {} }'],
    [
      'tells its thread, stack and handlers',
      program(
        'Thread t = Thread.currentThread(); System.out.println(t + " " + t.isDaemon() + " " + Arrays.toString(t.getStackTrace()) + t.getContextClassLoader().getClass() + Thread.getDefaultUncaughtExceptionHandler());',
      ),
    ],
    [
      'tells its environment and properties',
      program(`System.out.println(new TreeMap<>(System.getenv()));
    Properties p = System.getProperties(); p.remove("java.vm.compressedOopsMode");
    System.out.println(new TreeMap<>(p)); System.out.println(new java.io.File(".").getCanonicalPath());`),
    ],
    [
      'finds resources and its own class',
      program(
        'System.out.print(Main.class.getResource("Main.class") + " " + Main.class.getProtectionDomain().getCodeSource().getLocation());',
      ),
    ],
    [
      'lists its descriptors',
      program(
        'String[] all = new java.io.File("/proc/self/fd").list(); for (String one : all) if (Integer.parseInt(one) > 100) System.out.print(one + " ");',
      ),
    ],
  ])('is as a fresh one when the program %s', async (_, content, more = {}) => {
    const waited = await runner.run('java', content, more);
    const fresh = await runner.run('java', content, { ...more, ...FRESH });
    expect(told(waited)).toEqual(told(fresh));
  });

  test('serves the verdict channel, and hands its input over only once asked', async () => {
    const content = program(`System.out.print(System.getenv("DEVCAPSULES_CHANNEL"));
    var out = new java.io.FileOutputStream("/proc/self/fd/199"); var in = new Scanner(new java.io.FileInputStream("/proc/self/fd/198"));
    out.write("ready\\n".getBytes()); out.write((in.nextLine() + "!").getBytes());`);
    const cases = [{ channel: 'task\n' }];
    const [waited] = await runner.batch('java', content, cases);
    const [fresh] = await runner.batch('java', content, cases, FRESH);
    expect(waited).toMatchObject({ stdout: '198,199', channel: 'ready\ntask!', status: null });
    expect(waited && told(waited)).toEqual(fresh && told(fresh));
  });

  test('costs its program less than a fresh one does', async () => {
    const content = program('System.out.println("hello");');
    const waited = await runner.run('java', content);
    const fresh = await runner.run('java', content, FRESH);
    expect(waited.cpu_time).toBeLessThan(fresh.cpu_time);
  });

  test('has the heap of its memory limit', async () => {
    const content = program('System.out.print(Runtime.getRuntime().maxMemory());');
    const [small, large] = await Promise.all([
      runner.run('java', content, { run_memory_limit: 128 * MIB }),
      runner.run('java', content, { run_memory_limit: 512 * MIB }),
    ]);
    const waited = await runner.run('java', content);
    expect(Number(small.stdout)).toBeLessThan(Number(waited.stdout));
    expect(Number(waited.stdout)).toBeLessThan(Number(large.stdout));
  });
});
