import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { java } from './programs.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('programs that turn on their interpreter', () => {
  test('a Python program that replaces sys.stdout and patches builtins deceives itself alone', async () => {
    const content = `import sys, os, io, builtins, signal, atexit
mode = sys.stdin.read()
if mode == "patch":
    real = os.write
    for name in ("print", "open", "len", "isinstance", "exit", "__import__", "compile", "exec"):
        setattr(builtins, name, lambda *a, **k: "patched")
    for name in ("write", "read", "_exit", "close", "fork", "kill"): setattr(os, name, lambda *a: 0)
    sys.stdout = sys.stderr = sys.__stdout__ = io.StringIO()
    sys.exit = os._exit = atexit.register
    sys.modules.clear()
    real(1, b"told")
    raise SystemExit(5)
print(len("plain"))
`;
    const cases = await runner.batch('python', content, [{ stdin: 'patch' }, { stdin: '' }]);
    expect(cases[0]).toMatchObject({ stdout: 'told', status: 'RE', code: 5 });
    expect(cases[1]).toMatchObject({ stdout: '5\n', status: null });
  });

  test('a Python program that walks frames, objects and modules finds nothing of the runner', async () => {
    const content = `import sys, os, gc, types
frame = sys._getframe()
print(frame.f_back, frame.f_code.co_filename)
names = [f.f_code.co_filename for f in sys._current_frames().values()]
print(names)
mine = [o for o in gc.get_objects() if isinstance(o, types.FrameType)]
print([f.f_code.co_filename for f in mine if "hooks" in f.f_code.co_filename])
hooks = sys.modules.get("sitecustomize")
print([name for name in vars(hooks) if not name.startswith("__")] if hooks else [])
print([value for value in vars(hooks).values() if "198" in str(value) or "197" in str(value)] if hooks else [])
print(sorted(map(int, os.listdir("/proc/self/fd")))[:-1], os.environ.get("PYTHONPATH"), sys.orig_argv)
`;
    const run = await runner.run('python', content);
    expect(run.stdout.split('\n')).toEqual([
      'None /box/main.py',
      "['/box/main.py']",
      '[]',
      "['_wait']",
      '[]',
      "[0, 1, 2] None ['/usr/bin/python3', 'main.py']",
      '',
    ]);
  });

  test('a node program that patches process.exit, JSON and the streams deceives itself alone', async () => {
    const content = `const fs = require('node:fs');
const mode = fs.readFileSync(0, 'utf8');
if (mode === 'patch') {
  fs.writeSync(1, 'told');
  process.exit = process.reallyExit = process.abort = process.kill = () => { throw new Error('kept'); };
  JSON.stringify = JSON.parse = () => '{"status":null,"stdout":"forged"}';
  Object.defineProperty(process, 'exitCode', { get: () => 0, set() {}, configurable: true });
  for (const name of ['push', 'map', 'forEach', 'slice']) Array.prototype[name] = () => [];
  Object.prototype.toString = () => 'forged'; Buffer.from = () => null;
  process.stdout.write = () => true;
  throw null;
}
console.log(JSON.stringify([1]));`;
    const cases = await runner.batch('javascript', content, [{ stdin: 'patch' }, { stdin: '' }]);
    expect(cases[0]).toMatchObject({ stdout: 'told', status: 'RE' });
    expect(cases[0]?.code).not.toBe(0);
    expect(cases[1]).toMatchObject({ stdout: '[1]\n', status: null });
  });

  test('a node program finds nothing of the runner in its modules, arguments and descriptors', async () => {
    const run = await runner.run(
      'javascript',
      `console.log(Object.keys(require.cache), process.execArgv, process.argv.length, module.parent, require.main.filename);
console.log(new Error('x').stack.includes('hooks'), Object.keys(globalThis).filter(k => /gate|wait/i.test(k)));
console.log(Object.keys(process.env).sort().join());`,
    );
    expect(run.stdout).toBe("[ '/box/main.js' ] [] 2 null /box/main.js\nfalse []\nHOME,LANG,PATH,TMPDIR\n");
  });

  test('a Java program that exits in a static block, a hook or by halting ends as it says', async () => {
    const inStatic = java('System.out.println("main");', 'static { System.exit(3); }');
    expect(await runner.run('java', inStatic)).toMatchObject({ status: 'RE', code: 3, stdout: '' });
    const halts = java(
      'System.exit(1);',
      'static { Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(9))); }',
    );
    expect(await runner.run('java', halts)).toMatchObject({ status: 'RE', code: 9 });
    const never = java(
      'System.exit(0);',
      'static { Runtime.getRuntime().addShutdownHook(new Thread(() -> { for (;;); })); }',
    );
    expect(await runner.run('java', never, { run_timeout: 1500 })).toMatchObject({ status: 'TO' });
  });

  test('a Java program that replaces its streams and reads what started it sees no environment of the runner', async () => {
    const run = await runner.run(
      'java',
      java(`PrintStream real = System.out;
System.setOut(new PrintStream(new ByteArrayOutputStream())); System.setIn(InputStream.nullInputStream());
System.out.println("hidden");
real.println(new TreeMap<>(System.getenv()).keySet());
real.println(ProcessHandle.allProcesses().count() + " " + ProcessHandle.current().parent().isPresent());
for (String path : new String[] {"/proc/1/environ", "/proc/1/mem", "/etc/shadow", "/sys/kernel"})
  try { new FileInputStream(path).read(); real.println("READ " + path); } catch (IOException error) { }`),
    );
    expect(run.output).not.toMatch(/READ|hidden|RUNNER_/);
    expect(run.status).toBe(null);
    expect(run.stdout).toMatch(/^\[HOME, [\w, ]*PATH, TMPDIR\]\n2 true\n$/);
  });
});
