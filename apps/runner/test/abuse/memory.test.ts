import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_MEMORY_MB: '128', RUNNER_DISK_MB: '32' });
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('abuse of memory and output', () => {
  test('a memory bomb is a memory limit, not a crash', async () => {
    const run = await runner.run('python', 'all = []\nwhile True: all.append(bytearray(10_000_000))\n');
    expect(run).toMatchObject({ status: 'ML', message: 'Memory limit exceeded' });
    expect(run.memory).toBeLessThanOrEqual(128 * 1024 * 1024);
  });

  test('a node memory bomb is a memory limit', async () => {
    const run = await runner.run(
      'javascript',
      'const all = []; for (;;) all.push(Buffer.alloc(10_000_000, 1));',
    );
    expect(run.status).toBe('ML');
  });

  test('memory of twenty children counts together, even if their parent ends well', async () => {
    const run = await runner.run(
      'python',
      `import os, time
for _ in range(20):
    if os.fork() == 0:
        block = bytearray(20_000_000)
        time.sleep(0.5)
        os._exit(0)
for _ in range(20): os.wait()
`,
    );
    expect(run.status).toBe('ML');
  });

  test('a program cannot hide from the OOM killer', async () => {
    const run = await runner.run(
      'python',
      `import os
def lower(score):
    fd = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
    try: os.write(fd, str(score).encode())
    except PermissionError: return False
    finally: os.close(fd)
    return True
print(lower(-1000), [score for score in range(499, -1000, -1) if lower(score)][:1], flush=True)
all = []
while True: all.append(bytearray(10_000_000))
`,
    );
    // Only with this capability can root take the choice away; without it the kernel's own floor stands.
    const capabilities = /^CapEff:\t(\w+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
    const hasSysResource = (BigInt(`0x${capabilities}`) >> 24n) & 1n;
    expect(run.stdout).toMatch(hasSysResource ? /^False \[\]\n$/ : /^False /);
    expect(run.status).toBe('ML');
  });

  test('a flood on both streams is cut at the cap and ended', async () => {
    const flood = 'import os\nwhile True:\n    os.write(1, b"x" * 65536)\n    os.write(2, b"y" * 65536)\n';
    const run = await runner.run('python', flood);
    expect(['OL', 'EL']).toContain(run.status);
    expect(run.stdout.length).toBeLessThanOrEqual(1024 * 1024);
    expect(run.stderr.length).toBeLessThanOrEqual(1024 * 1024);
    expect(Math.max(run.stdout.length, run.stderr.length)).toBe(1024 * 1024);
  });

  test('a flood through /dev/stdout and children is cut as well', async () => {
    const run = await runner.run(
      'javascript',
      `
const { spawn } = require('node:child_process');
for (let i = 0; i < 4; i++) spawn('/bin/sh', ['-c', 'while :; do echo flood; done > /dev/stdout'], { stdio: 'inherit' });
`,
    );
    expect(run.status).toBe('OL');
    expect(run.stdout.length).toBe(1024 * 1024);
  });

  test('thirty floods leave the runner as small as it was', async () => {
    await runner.run('python', 'print("x" * 1_000_000)');
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 30; i++) await runner.run('python', 'print("x" * 2_000_000)');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('a full disk is an error for the program and nothing for the next case', async () => {
    const fill = `import sys
mode = sys.stdin.read()
for folder in ("/box", "/tmp", "/dev/shm"):
    try:
        with open(folder + "/fill", "xb", buffering=0) as file:
            if mode == "fill":
                while True: file.write(b"x" * 1_000_000)
            print("written")
    except OSError as error: print(error.errno)
`;
    const cases = await runner.batch('python', fill, [{ stdin: 'fill' }, { stdin: 'look' }], {
      run_memory_limit: 512 * 1024 * 1024,
    });
    // ENOSPC, or EFBIG where one file reached the size of the whole folder
    expect(cases[0]?.stdout).toMatch(/^(2[78]\n){3}$/);
    expect(cases[1]).toMatchObject({ stdout: 'written\nwritten\nwritten\n', status: null });
  });

  test('filling the disk beyond the memory limit is a memory limit', async () => {
    const run = await runner.run(
      'python',
      `for folder in ("/box", "/tmp", "/dev/shm"):
    for i in range(30): open(f"{folder}/{i}", "wb").write(b"x" * 1_000_000)
`,
      { run_memory_limit: 40 * 1024 * 1024 },
    );
    expect(run.status).toBe('ML');
  });

  test('a million files end at a limit, and the next case finds none', async () => {
    const bomb = `import os, sys
if sys.stdin.read() == "bomb":
    i = 0
    while True:
        os.makedirs(f"/tmp/{i}")
        for n in range(200): os.close(os.open(f"/tmp/{i}/{n}", os.O_CREAT))
        i += 1
print(os.listdir("/tmp"))
`;
    const cases = await runner.batch('python', bomb, [{ stdin: 'bomb' }, { stdin: 'look' }], {
      run_timeout: 2000,
    });
    expect(['ML', 'TO', 'RE']).toContain(cases[0]?.status);
    expect(cases[1]).toMatchObject({ stdout: '[]\n', status: null });
  });

  test('folders nested thousands deep and without rights are wiped', async () => {
    const nest = `import os, sys
if sys.stdin.read() == "nest":
    os.chdir("/tmp")
    for _ in range(3000):
        os.mkdir("deep")
        os.mkdir("side")
        open("side/.moved-1", "w")
        os.mkdir(".moved-2")
        os.chdir("deep")
    for folder in ("/tmp", "/dev/shm", "/box"):
        os.makedirs(folder + "/shut/in")
        os.chmod(folder + "/shut", 0)
        os.chmod(folder, 0)
print([os.listdir(folder) for folder in ("/tmp", "/dev/shm")])
`;
    const cases = await runner.batch('python', nest, [{ stdin: 'nest' }, { stdin: 'look' }]);
    expect(cases[0]?.status).toBe('RE');
    expect(cases[1]).toMatchObject({ stdout: '[[], []]\n', status: null });
  });
});
