import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

const PYTHON_DRIVER = `import os
read, write = map(int, os.environ["DEVCAPSULES_CHANNEL"].split(","))
`;

describe('the verdict channel', () => {
  test('a driver announces itself, gets its input, answers; stdout stays apart', async () => {
    const driver = `${PYTHON_DRIVER}
print("printed")
os.write(write, b"ready\\n")
got = b""
while piece := os.read(read, 4096): got += piece
os.write(write, b"got:" + got)
`;
    const [python] = await runner.batch('python', driver, [{ channel: 'geheim ✓' }]);
    expect(python).toMatchObject({ stdout: 'printed\n', channel: 'ready\ngot:geheim ✓', status: null });

    const [javascript] = await runner.batch(
      'javascript',
      `const fs = require('node:fs');
const [read, write] = process.env.DEVCAPSULES_CHANNEL.split(',').map(Number);
fs.writeSync(write, 'ready\\n');
console.log('printed');
fs.writeSync(write, 'got:' + fs.readFileSync(read, 'utf8'));
`,
      [{ channel: 'geheim ✓' }],
    );
    expect(javascript).toMatchObject({ stdout: 'printed\n', channel: 'ready\ngot:geheim ✓', status: null });
  });

  test('a megabyte goes in and comes back', async () => {
    const driver = `${PYTHON_DRIVER}
os.write(write, b"\\n")
got = open(read, "rb").read()
with open(write, "wb") as file: file.write(got)
`;
    const channel = 'x'.repeat(1_000_000);
    const [run] = await runner.batch('python', driver, [{ channel }], { run_timeout: 5000 });
    expect(run?.status).toBe(null);
    expect(run?.channel === `\n${channel}`).toBe(true);
  });

  test('nothing is handed over before the first whole line', async () => {
    const impatient = `${PYTHON_DRIVER}
import select
os.write(write, b"no line yet")
print(select.select([read], [], [], 0.3)[0])
os.write(write, b"\\n")
print(select.select([read], [], [], 2)[0], os.read(read, 99))
`;
    const [run] = await runner.batch('python', impatient, [{ channel: 'secret' }]);
    expect(run?.stdout).toBe("[]\n[198] b'secret'\n");
  });

  test('without a channel its descriptors do not exist, pre-started or not', async () => {
    const look =
      'import os\nprint(sorted(map(int, os.listdir("/proc/self/fd"))), os.environ.get("DEVCAPSULES_CHANNEL"))\n';
    const cases = await runner.batch('python', look, [{}, {}, { channel: 'x' }, {}]);
    const plain = '[0, 1, 2, 3] None\n';
    expect(cases.map(one => one.stdout)).toEqual([plain, plain, '[0, 1, 2, 3, 198, 199] 198,199\n', plain]);
    expect(cases.map(one => 'channel' in one)).toEqual([false, false, true, false]);

    const [node] = await runner.batch(
      'javascript',
      `const fs = require('node:fs');
for (const fd of [197, 198, 199]) try { fs.fstatSync(fd); console.log('open', fd); } catch {}
console.log(process.execArgv, process.env.DEVCAPSULES_CHANNEL);
`,
      [{}],
    );
    expect(node?.stdout).toBe('[] undefined\n');
  });

  test("what is printed, or written to other processes' descriptors, never reaches it", async () => {
    const forger = `import os, sys
print('{"verdict": "accepted"}', flush=True)
os.write(2, b"accepted")
for pid in ("1", str(os.getppid())):
    for fd in range(0, 16):
        try: open(f"/proc/{pid}/fd/{fd}", "w").write("forged"); print("WROTE", pid, fd)
        except OSError: pass
    try: print("LISTED", os.listdir(f"/proc/{pid}/fd"))
    except OSError: pass
    try: open(f"/proc/{pid}/mem", "r+b"); print("MEMORY")
    except OSError: pass
`;
    const [run] = await runner.batch('python', forger, [{ channel: 'secret' }]);
    expect(run).toMatchObject({ channel: '', stdout: '{"verdict": "accepted"}\n', stderr: 'accepted' });
  });

  test('a flood on the channel is cut at its cap', async () => {
    const flood = `${PYTHON_DRIVER}
while True: os.write(write, b"x" * 65536)
`;
    const [run] = await runner.batch('python', flood, [{ channel: '' }]);
    expect(run).toMatchObject({ status: 'OL', message: 'verdict channel limit exceeded' });
    expect(run?.channel?.length).toBe(1024 * 1024);
  });

  test('a program that closes or ignores the channel still ends by itself', async () => {
    const cases = await runner.batch(
      'python',
      `${PYTHON_DRIVER}
import sys
if sys.stdin.read() == "close":
    os.close(read); os.close(write)
print("done")
`,
      [
        { stdin: 'close', channel: 'x'.repeat(200_000) },
        { stdin: 'ignore', channel: 'x'.repeat(200_000) },
      ],
    );
    for (const one of cases) expect(one).toMatchObject({ stdout: 'done\n', status: null, channel: '' });
  });
});
