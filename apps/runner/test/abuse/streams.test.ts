import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { c, java } from './programs.ts';

const CAP = 1024 * 1024;
const TEN_MB = 10_000_000;
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('abuse of streams', () => {
  test.each([
    ['python', 'import sys\nwhile True: print("x" * 9999); print("y" * 9999, file=sys.stderr)'],
    [
      'javascript',
      'const fs = require("fs"); for (;;) { fs.writeSync(1, "x".repeat(9999)); fs.writeSync(2, "y".repeat(9999)); }',
    ],
    ['java', java('String x = "x".repeat(9999); for (;;) { System.out.print(x); System.err.print(x); }')],
    [
      'c',
      c('char x[9999]; memset(x, 120, sizeof x); for (;;) { write(1, x, sizeof x); write(2, x, sizeof x); }'),
    ],
    [
      'c++',
      c(
        'for (;;) { puts("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"); fputs("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", stderr); }',
      ),
    ],
  ])('a flood on stdout and stderr is cut at the cap: %s', async (language, content) => {
    const run = await runner.run(language, content, { run_timeout: 10_000 });
    expect(['OL', 'EL']).toContain(run.status);
    expect(Math.max(run.stdout.length, run.stderr.length)).toBe(CAP);
    expect(Math.min(run.stdout.length, run.stderr.length)).toBeLessThanOrEqual(CAP);
  });

  test.each([
    ['python', 'import os\nfor fd in (0, 1, 2): os.close(fd)\nos._exit(7)'],
    [
      'javascript',
      'const fs = require("fs"); for (const fd of [0, 1, 2]) fs.closeSync(fd); process.exit(7);',
    ],
    ['java', java('System.in.close(); System.out.close(); System.err.close(); System.exit(7);')],
    ['c', c('for (int fd = 0; fd < 1024; fd++) close(fd); return 7;')],
  ])('a program that closes stdin, stdout and stderr ends as it says: %s', async (language, content) => {
    const run = await runner.run(language, content, { stdin: 'x'.repeat(200_000) });
    expect(run).toMatchObject({ code: 7, status: 'RE', stdout: '', stderr: '' });
  });

  test('every signal ignored and blocked, sleep past the wall-clock limit: c', async () => {
    const content = c(`for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
sigset_t all; sigfillset(&all); sigprocmask(SIG_BLOCK, &all, 0);
if (fork() == 0) setsid();
puts("asleep"); fflush(stdout); for (;;) sleep(60);`);
    const run = await runner.run('c', content, { run_timeout: 500 });
    expect(run).toMatchObject({ status: 'TO', signal: 'SIGKILL', stdout: 'asleep\nasleep\n' });
  });

  test.each([
    [
      'python',
      'import os; os.write(1, bytes([0, 255, 254, 0xc3, 10])); os.write(2, bytes([0xed, 0xa0, 0x80, 0]))',
    ],
    [
      'javascript',
      'process.stdout.write(Buffer.from([0, 255, 254, 0xc3, 10])); process.stderr.write(Buffer.from([0xed, 0xa0, 0x80, 0]))',
    ],
    [
      'java',
      java(
        'System.out.write(new byte[] {0, -1, -2, (byte) 0xc3, 10}); System.err.write(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, 0}); System.out.flush();',
      ),
    ],
    ['c', c('write(1, "\\0\\xff\\xfe\\xc3\\n", 5); write(2, "\\xed\\xa0\\x80\\0", 4); return 0;')],
    ['c++', c('write(1, "\\0\\xff\\xfe\\xc3\\n", 5); write(2, "\\xed\\xa0\\x80\\0", 4); return 0;')],
  ])('invalid UTF-8 and NUL are told as U+FFFD and NUL: %s', async (language, content) => {
    const run = await runner.run(language, content);
    const expected = Buffer.from([0, 255, 254, 0xc3, 10]);
    expect(run).toMatchObject({ status: null, stdout: expected.toString(), stderr: '\ufffd\ufffd\ufffd\0' });
  });

  test.each([
    ['python', 'import sys; print(len(sys.stdin.buffer.read()))'],
    ['javascript', 'console.log(require("fs").readFileSync(0).length)'],
    ['java', java('System.out.println(System.in.readAllBytes().length);')],
    [
      'c',
      c(
        'long n = 0, got; static char b[65536]; while ((got = read(0, b, sizeof b)) > 0) n += got; printf("%ld\\n", n); return 0;',
      ),
    ],
    ['c++', c('long n = 0; while (getchar() != EOF) n++; printf("%ld\\n", n); return 0;')],
  ])('10 MB of stdin arrive whole, and do no harm unread: %s', async (language, content) => {
    const stdin = 'x'.repeat(TEN_MB);
    const read = await runner.run(language, content, { stdin, run_timeout: 10_000 });
    expect(read).toMatchObject({ stdout: `${TEN_MB}\n`, status: null });
    const hello = runner.runner.languages.find(one => one.id === language)?.hello;
    if (!hello) throw new Error(`no ${language}`);
    expect(await runner.run(language, hello.source, { stdin })).toMatchObject({ stdout: hello.stdout });
  });

  test('huge arguments of a request are refused, those within the limit arrive in every language', async () => {
    const args = Array.from({ length: 200 }, () => 'ä'.repeat(240));
    for (const [language, content] of [
      ['python', 'import sys; print(len(sys.argv) - 1, len(sys.argv[1]))'],
      ['javascript', 'console.log(process.argv.length - 2, process.argv[2].length)'],
      ['java', java('System.out.println(args.length + " " + args[0].length());')],
      ['c', c('printf("%d %zu\\n", argc - 1, strlen(argv[1]) / 2); return 0;')],
    ] as const)
      expect(await runner.run(language, content, { args })).toMatchObject({ stdout: '200 240\n' });
    const files = [{ content: '' }];
    for (const huge of [['x'.repeat(TEN_MB)], Array(100_000).fill('x')]) {
      const answer = await runner.post('/api/v2/execute', {
        language: 'python',
        version: '*',
        files,
        args: huge,
      });
      expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^args/) } });
    }
  });

  test('a program that starts others with 10 MB of arguments or environment gets an error', async () => {
    const run = await runner.run(
      'python',
      `import os
for argv, env in ((["x" * 10_000_000], {}), ([], {"X": "x" * 10_000_000}), (["x" * 100_000] * 100, {})):
    try: os.execve("/bin/sh", ["sh", "-c", ":", *argv], env); print("started")
    except OSError as error: print(error.errno)
os.environ.update({f"X{i}": "y" * 100_000 for i in range(100)})
print(len(os.environ) > 100, os.system("true") != 0)
`,
    );
    expect(run.stdout).toBe('7\n7\n7\nTrue True\n');
  });
});
