import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('abuse of processes', () => {
  test('a fork bomb meets the limit of processes and ends with its time', async () => {
    const run = await runner.run(
      'python',
      `import os, sys
failed = 0
while True:
    try:
        os.fork()
    except OSError as error:
        if not failed:
            os.write(1, b"E%d\\n" % error.errno)
        failed = 1
`,
      // Copies of an interpreter take memory too: here the limit of processes is to be met first.
      { run_timeout: 1000, run_memory_limit: 1024 ** 3 },
    );
    expect(run.status).toBe('TO');
    expect(run.stdout).toMatch(/^E11\n/);
  });

  test('200 spinning threads are stopped at the processor limit, not at the wall-clock one', async () => {
    const run = await runner.run(
      'python',
      `import threading
def spin():
    while True: pass
started = 0
try:
    for _ in range(200):
        threading.Thread(target=spin, daemon=True).start()
        started += 1
except RuntimeError:
    pass
print(started, flush=True)
spin()
`,
      { run_timeout: 10_000, run_cpu_time: 700 },
    );
    expect(run.status).toBe('TO');
    expect(run.message).toContain('cpu');
    expect(run.wall_time).toBeLessThan(8000);
  });

  test('processor time of children counts', async () => {
    const run = await runner.run('python', 'import os\nfor _ in range(3): os.fork()\nwhile True: pass\n', {
      run_timeout: 10_000,
      run_cpu_time: 500,
    });
    expect(run).toMatchObject({ status: 'TO', message: 'Time limit exceeded (cpu)' });
  });

  test('kill -9 -1 reaches the killer and its children only', async () => {
    const run = await runner.run(
      'python',
      'import os\nos.fork()\nos.kill(-1, 9)\nprint("alive", os.getpid() > 1)\n',
    );
    expect(['SG', null]).toContain(run.status);
  });

  test('init cannot be killed, stopped or slowed to death from inside', async () => {
    const run = await runner.run(
      'python',
      `import os, signal, resource
for number in range(1, 65):
    if number in (32, 33): continue
    os.kill(1, number)
for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_CPU):
    try: resource.prlimit(1, limit, (0, 0)); print("lowered")
    except PermissionError: print("refused")
print("still here")
`,
    );
    expect(run.stdout).toBe('refused\nrefused\nstill here\n');
    expect(run.status).toBe(null);
  });

  test('a daemon that forked twice does not outlive its case', async () => {
    const daemon = `import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in (0, 1, 2): os.close(fd)
        time.sleep(60)
    os._exit(0)
os.wait()
print(sum(name.isdigit() for name in os.listdir("/proc")))
`;
    const count = 'import os\nprint(sum(name.isdigit() for name in os.listdir("/proc")))\n';
    const [first, second] = await runner.batch('python', 'import sys\nexec(sys.stdin.read())\n', [
      { stdin: daemon },
      { stdin: count },
    ]);
    expect(first).toMatchObject({ stdout: '3\n', status: null });
    expect(second).toMatchObject({ stdout: '2\n', status: null });
  });

  test('closed standard streams change nothing', async () => {
    const run = await runner.run('python', 'import os\nfor fd in (0, 1, 2): os.close(fd)\nos._exit(7)\n');
    expect(run).toMatchObject({ code: 7, status: 'RE', stdout: '', stderr: '' });
  });

  test('ignoring every signal and sleeping ends at the wall-clock limit', async () => {
    const run = await runner.run(
      'python',
      `import signal, time
for number in signal.valid_signals():
    try: signal.signal(number, signal.SIG_IGN)
    except OSError: pass
print("asleep", flush=True)
while True: time.sleep(60)
`,
      { run_timeout: 500 },
    );
    expect(run).toMatchObject({ status: 'TO', signal: 'SIGKILL', code: null, stdout: 'asleep\n' });
    expect(run.wall_time).toBeGreaterThanOrEqual(500);
  });

  test.each([
    ['is killed', 'SIGKILL', 5000],
    ['goes silent', 'SIGSTOP', 300],
  ] as const)(
    'a slot whose init %s is given up and told as a fault of the runner',
    async (_, signal, timeoutMs) => {
      // A name other than main.py is on the interpreter's command line: so the slot in use can be told from ready ones.
      const files = [
        { name: 'victim.py', content: 'import time; print("here", flush=True); time.sleep(60)' },
      ];
      const answer = runner.run('python', '', { files, run_timeout: timeoutMs });
      let init: number | undefined;
      await expect
        .poll(() => {
          const rows = execFileSync('ps', ['-eo', 'uid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
          const victim = rows
            .map(row => row.trim().split(/\s+/))
            .find(([uid, , ...args]) => {
              return runner.ownsUid(Number(uid)) && args.join(' ').endsWith('python3 victim.py');
            });
          init = victim && Number(victim[1]);
          return init;
        })
        .toBeGreaterThan(1);
      if (init !== undefined) process.kill(init, signal);
      expect(await answer).toMatchObject({ status: 'XX', code: null });
    },
  );

  test('a service that is held up while a slot ends does not stumble over its end', async () => {
    for (let i = 0; i < 3; i++) {
      await runner.run('python', 'print(1)');
      const untilMs = performance.now() + 800;
      while (performance.now() < untilMs);
    }
  });

  test('node with many workers and endless promises ends at its limit', async () => {
    const run = await runner.run(
      'javascript',
      `const { Worker } = require('node:worker_threads');
for (let i = 0; i < 20; i++) new Worker('for(;;);', { eval: true });
process.on('SIGTERM', () => {});
(async () => { for (;;) await null; })();
`,
      { run_timeout: 1000 },
    );
    expect(['TO', 'RE', 'SG']).toContain(run.status);
  });
});
