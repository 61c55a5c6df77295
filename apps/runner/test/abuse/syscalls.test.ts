import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

/** Numbers of the x86_64 table; the errors a denied call may give: EPERM, ENOSYS. */
const CALLS: [string, number, string][] = [
  ['mount', 165, '"none", "/tmp", "tmpfs", 0, 0'],
  ['umount2', 166, '"/tmp", 0'],
  ['pivot_root', 155, '"/tmp", "/tmp"'],
  ['chroot', 161, '"/tmp"'],
  ['unshare user', 272, '0x10000000'],
  ['unshare mount', 272, '0x20000'],
  ['setns', 308, '0, 0'],
  ['clone user', 56, '0x10000000 | 17, 0, 0, 0, 0'],
  ['clone3', 435, '0, 0'],
  ['ptrace', 101, '0, 0, 0, 0'],
  ['ptrace init', 101, '16, 1, 0, 0'],
  ['process_vm_readv', 310, '1, 0, 0, 0, 0, 0'],
  ['process_vm_writev', 311, '1, 0, 0, 0, 0, 0'],
  ['pidfd_getfd', 438, '0, 0, 0'],
  ['bpf', 321, '0, 0, 0'],
  ['keyctl', 250, '0, 0, 0, 0, 0'],
  ['add_key', 248, '"user", "x", "x", 1, -3'],
  ['io_uring_setup', 425, '1, 0'],
  ['userfaultfd', 323, '0'],
  ['perf_event_open', 298, '0, 0, -1, -1, 0'],
  ['kexec_load', 246, '0, 0, 0, 0'],
  ['init_module', 175, '0, 0, ""'],
  ['finit_module', 313, '0, "", 0'],
  ['open_by_handle_at', 304, '0, 0, 0'],
  ['fsopen', 430, '"tmpfs", 0'],
  ['open_tree', 428, '-100, "/", 1'],
  ['shmget', 29, '0, 4096, 0o1600'],
  ['semget', 64, '0, 1, 0o1600'],
  ['msgget', 68, '0, 0o1600'],
  ['mq_open', 240, '"x", 0o100, 0o600, 0'],
  ['setuid', 105, '0'],
  ['setgid', 106, '0'],
  ['setgroups', 116, '0, 0'],
  ['mknod', 133, '"/tmp/disk", 0o60600, 0x0800'],
  ['reboot', 169, '0, 0, 0, 0'],
  ['sethostname', 170, '"x", 1'],
  ['syslog', 103, '3, 0, 0'],
  ['iopl', 172, '3'],
  ['settimeofday', 164, '0, 0'],
  ['swapon', 167, '"/tmp/x", 0'],
  ['prlimit of init', 302, '1, 7, 0, 0'],
  ['nice below zero', 141, '0, 0, -20'],
];

describe('system calls', () => {
  test.runIf(process.arch === 'x64')('each denied call fails, whatever its arguments', async () => {
    const attempts = CALLS.map(([name, number, args]) => `attempt("${name}", ${number}, ${args})`).join('\n');
    const run = await runner.run(
      'python',
      `import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def attempt(name, number, *args):
    ctypes.set_errno(0)
    raw = [ctypes.c_char_p(a.encode()) if isinstance(a, str) else ctypes.c_long(a) for a in args]
    result = libc.syscall(ctypes.c_long(number), *raw)
    if result == 0 and name.startswith("clone"): libc._exit(0)
    print(name, result, ctypes.get_errno(), flush=True)
${attempts}
`,
    );
    const lines = run.stdout.trim().split('\n');
    expect(lines).toHaveLength(CALLS.length);
    // An id that is not mapped is no id at all: EINVAL.
    for (const line of lines) expect(line).toMatch(/ -1 (1|13|38)$|^set[ug]id -1 22$/);
  });

  test('the tools for it are not there', async () => {
    const run = await runner.run(
      'python',
      `import shutil
print([name for name in ("bwrap", "mount", "su", "sudo", "setpriv", "gcc", "curl", "gdb", "nsenter") if shutil.which(name)])
`,
    );
    expect(run.stdout).toBe('[]\n');
  });

  test('threads, subprocesses, shells and unix sockets work as anywhere', async () => {
    const run = await runner.run(
      'python',
      `import subprocess, threading, socket, multiprocessing, tempfile, asyncio
thread = threading.Thread(target=lambda: print("thread")); thread.start(); thread.join()
print(subprocess.run(["sh", "-c", "echo shell $0 $HOME"], capture_output=True, text=True).stdout, end="")
left, right = socket.socketpair(); left.send(b"pair"); print(right.recv(4).decode())
with multiprocessing.Pool(2) as pool: print(pool.map(abs, [-1, -2]))
with tempfile.TemporaryFile() as file: print(file.write(b"temp"))
async def main(): await asyncio.sleep(0); print("async")
asyncio.run(main())
`,
    );
    expect(run).toMatchObject({
      stdout: 'thread\nshell sh /box\npair\n[1, 2]\n4\nasync\n',
      stderr: '',
      status: null,
    });
  });
});
