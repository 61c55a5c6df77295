import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('limits', () => {
  test.each([
    ['python', 'print("a", flush=True)\nwhile True: pass'],
    ['javascript', 'console.log("a"); for (;;);'],
  ])('wall-clock time: %s', async (language, content) => {
    const run = await runner.run(language, content, { run_timeout: 400 });
    expect(run).toMatchObject({ status: 'TO', code: null, signal: 'SIGKILL', stdout: 'a\n' });
    expect(run.wall_time).toBeGreaterThanOrEqual(400);
  });

  test('a limit of time starts with the request, not with the slot', async () => {
    await runner.runner.settled();
    await new Promise(resolve => setTimeout(resolve, 1200));
    expect(await runner.run('python', 'print(1)', { run_timeout: 1000 })).toMatchObject({ status: null });
  });

  test('processor time is not spent by sleeping', async () => {
    const run = await runner.run('python', 'import time; time.sleep(0.5)', { run_cpu_time: 300 });
    expect(run.status).toBe(null);
    expect(run.cpu_time).toBeLessThan(300);
    expect(run.wall_time).toBeGreaterThanOrEqual(500);
  });

  test('a memory limit is its own status, and holds for one request only', async () => {
    const eat = 'x = bytearray(100_000_000); print(len(x))';
    const small = await runner.run('python', eat, { run_memory_limit: 32 * 1024 * 1024 });
    expect(small).toMatchObject({ status: 'ML', stdout: '' });
    const large = await runner.run('python', eat, { run_memory_limit: 512 * 1024 * 1024 });
    expect(large).toMatchObject({ status: null, stdout: '100000000\n' });
    expect(large.memory).toBeGreaterThan(100_000_000);
    expect((await runner.run('python', 'print(1)', { run_memory_limit: -1 })).memory).toBeLessThan(
      50_000_000,
    );
  });

  test('a memory limit below what an interpreter needs is a memory limit too', async () => {
    const run = await runner.run('javascript', 'console.log(1)', { run_memory_limit: 8 * 1024 * 1024 });
    expect(run.status).toBe('ML');
  });

  test('the memory of one case is not counted for the next', async () => {
    const cases = await runner.batch('python', 'import sys; x = bytearray(int(sys.stdin.read()))', [
      { stdin: '80000000' },
      { stdin: '0' },
    ]);
    expect(cases[0]?.memory).toBeGreaterThan(80_000_000);
    expect(cases[1]?.memory).toBeLessThan(40_000_000);
  });

  test('processes, open files, core dumps', async () => {
    const run = await runner.run(
      'python',
      `import os, resource
print(resource.getrlimit(resource.RLIMIT_NOFILE), resource.getrlimit(resource.RLIMIT_CORE))
children = 0
try:
    while True:
        if os.fork() == 0:
            import time; time.sleep(10); os._exit(0)
        children += 1
except OSError: print(100 < children < 128)
`,
    );
    expect(run.stdout).toBe('(1024, 1024) (0, 0)\nTrue\n');
  });
});

describe('output', () => {
  test('at the cap is whole; one byte more is cut and told, per stream', async () => {
    const print = (fd: number, bytes: number) =>
      `import os\nleft = ${bytes}\nwhile left: left -= os.write(${fd}, b"x" * left)`;
    const cap = 1024 * 1024;
    expect(await runner.run('python', print(1, cap))).toMatchObject({
      status: null,
      stdout: 'x'.repeat(cap),
    });
    expect(await runner.run('python', print(1, cap + 1))).toMatchObject({
      status: 'OL',
      stdout: 'x'.repeat(cap),
    });
    expect(await runner.run('python', print(2, cap + 1))).toMatchObject({
      status: 'EL',
      stderr: 'x'.repeat(cap),
    });
  });

  test('a character is never split: not between writes, not by the cap', async () => {
    const slow = `import os, time
for byte in "€😀".encode(): os.write(1, bytes([byte])); time.sleep(0.01)
os.write(2, "ä".encode()[:1]); time.sleep(0.01); os.write(1, b"x"); time.sleep(0.01); os.write(2, "ä".encode()[1:])
`;
    const { stdout, stderr, output } = await runner.run('python', slow);
    expect({ stdout, stderr, output }).toEqual({ stdout: '€😀x', stderr: 'ä', output: '€😀xä' });

    const cut = await runner.run('python', 'import sys\nsys.stdout.write("x" + "€" * 400_000)');
    expect(cut.status).toBe('OL');
    expect(cut.stdout).toMatch(/^x€+$/);
    expect(Buffer.byteLength(cut.stdout)).toBeGreaterThan(1024 * 1024 - 3);
  });

  test('600 KB of euro signs arrive unharmed, twenty times', async () => {
    const euros = '€'.repeat(200_000);
    for (let i = 0; i < 20; i++) {
      const { stdout } = await runner.run('python', 'print("€" * 200_000, end="")');
      expect(stdout === euros).toBe(true);
    }
  });

  test('invalid bytes become U+FFFD; NUL and a byte order mark stay', async () => {
    const { stdout } = await runner.run(
      'python',
      `import os\nos.write(1, b"\\xef\\xbb\\xbfa\\x00b\\xff\\xfe|\\xc3(|\\xe2\\x82")`,
    );
    expect(stdout).toBe('\ufeffa\0b\ufffd\ufffd|\ufffd(|\ufffd');
  });
});

describe('input', () => {
  test('10 MB of stdin are read whole', async () => {
    const stdin = 'x'.repeat(10_000_000);
    const run = await runner.run('python', 'import sys; print(len(sys.stdin.read()))', {
      stdin,
      run_timeout: 10_000,
    });
    expect(run.stdout).toBe('10000000\n');
    const node = await runner.run(
      'javascript',
      'console.log(require("fs").readFileSync("/dev/stdin").length)',
      {
        stdin,
        run_timeout: 10_000,
      },
    );
    expect(node.stdout).toBe('10000000\n');
  });

  test('10 MB of stdin that no one reads, or a reader leaves, do no harm', async () => {
    const stdin = 'x'.repeat(10_000_000);
    expect(await runner.run('python', 'print(1)', { stdin })).toMatchObject({ stdout: '1\n', status: null });
    const closes = 'import os, time\nos.read(0, 10); os.close(0); time.sleep(0.2); print(2)';
    expect(await runner.run('python', closes, { stdin })).toMatchObject({ stdout: '2\n', status: null });
  });

  test('/dev/stdin, /dev/stdout and /dev/stderr can be opened by name', async () => {
    const run = await runner.run(
      'python',
      `open("/dev/stdout", "w").write("out " + open("/dev/stdin").read())\nopen("/dev/stderr", "w").write("err")`,
      { stdin: 'in' },
    );
    expect(run).toMatchObject({ stdout: 'out in', stderr: 'err', status: null });
  });
});

describe('batches', () => {
  test('200 cases are run in order, each with its own stdin and arguments', async () => {
    const cases = Array.from({ length: 200 }, (_, i) => ({ stdin: `${i}`, args: [`${i * 2}`] }));
    const results = await runner.batch('python', 'import sys; print(sys.stdin.read(), sys.argv[1])', cases);
    expect(results.map(one => one.stdout)).toEqual(cases.map(one => `${one.stdin} ${one.args[0]}\n`));
  });

  test('one failing case leaves the others alone, unless it is to stop them', async () => {
    const content = 'import sys; sys.exit(int(sys.stdin.read()))';
    const cases = [{ stdin: '0' }, { stdin: '3' }, { stdin: '0' }];
    const all = await runner.batch('python', content, cases);
    expect(all.map(one => one.code)).toEqual([0, 3, 0]);
    const some = await runner.batch('python', content, cases, { stop_on_failure: true });
    expect(some.map(one => one.code)).toEqual([0, 3]);
  });

  test('cases run side by side where places are free, and are still told in order', async () => {
    const wide = await startTestRunner({ RUNNER_CONCURRENCY: '4', RUNNER_POOL_SIZE: '4' });
    const content = 'import sys, time; i = int(sys.stdin.read()); time.sleep(0.3 - i / 20); sys.exit(i == 3)';
    const cases = Array.from({ length: 6 }, (_, i) => ({ stdin: `${i}` }));
    const overlap = async (more = {}) => {
      const startMs = performance.now();
      const results = await wide.batch('python', content, cases, more);
      const sumMs = results.reduce((sum, one) => sum + one.wall_time, 0);
      return { codes: results.map(one => one.code), overlaps: performance.now() - startMs < sumMs };
    };
    expect(await overlap()).toEqual({ codes: [0, 0, 0, 1, 0, 0], overlaps: true });
    expect(await overlap({ stop_on_failure: true })).toEqual({ codes: [0, 0, 0, 1], overlaps: true });
    await wide.stillStands();
    await wide.close();
  });

  test('each case has the limits for itself', async () => {
    const content = 'import sys, time\nif sys.stdin.read() == "slow": time.sleep(9)\nprint("done")';
    const cases = await runner.batch('python', content, [{ stdin: 'slow' }, {}, { stdin: 'slow' }, {}], {
      run_timeout: 300,
    });
    expect(cases.map(one => one.status)).toEqual(['TO', null, 'TO', null]);
  });

  test('a hash seed decides the order of sets, and only for its case', async () => {
    const content = 'print([hash(str(i)) for i in range(5)])';
    const cases = await runner.batch('python', content, [
      { hash_seed: 7 },
      { hash_seed: 7 },
      { hash_seed: 8 },
      {},
      {},
    ]);
    const [a, b, c, d, e] = cases.map(one => one.stdout);
    expect(a).toBe(b);
    expect(new Set([a, c, d, e]).size).toBe(4);
  });

  test('output of all cases together is bounded', async () => {
    const bounded = await startTestRunner({ RUNNER_BATCH_OUTPUT_MB: '2', RUNNER_CONCURRENCY: '1' });
    const cases = await bounded.batch('python', 'print("x" * 900_000)', [{}, {}, {}, {}]);
    expect(cases.map(one => one.status)).toEqual([null, null, 'OL', 'OL']);
    expect(cases.reduce((sum, one) => sum + one.stdout.length, 0)).toBe(2 * 1024 * 1024);
    await bounded.close();
  });
});
