import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

const MARK = 'runner-environment-secret-4711';
let runner: TestRunner;
beforeAll(async () => {
  process.env.RUNNER_TEST_MARK = MARK;
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

/** Tries each path and tells what came of it. */
const READ = `import sys
for path in sys.stdin.read().split():
    try:
        with open(path, "rb") as file: print(path, "READ", len(file.read(64)))
    except OSError as error: print(path, error.errno)
`;

async function readAll(paths: string[]): Promise<Record<string, string>> {
  const { stdout } = await runner.run('python', READ, { stdin: paths.join('\n') });
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
}

describe('what is not to be seen', () => {
  test('secrets of the machine and of pid 1 cannot be read', async () => {
    const paths = [
      '/etc/shadow',
      '/etc/ssh/sshd_config',
      '/root/.bashrc',
      '/home',
      '/sys/kernel/notes',
      '/var/lib/devcapsules-runner',
      '/proc/1/environ',
      '/proc/1/mem',
      '/proc/1/maps',
      '/proc/1/fd/3',
      '/proc/1/fd/4',
      '/proc/1/root/etc/passwd',
      '/proc/1/cwd/main.py',
      '/proc/kcore',
      '/proc/cmdline',
      '/proc/kallsyms',
      '/dev/mem',
      '/dev/sda',
      '/dev/vda',
      '/dev/kmsg',
    ];
    const seen = await readAll(paths);
    expect(Object.keys(seen)).toEqual(paths);
    for (const [path, what] of Object.entries(seen)) expect(`${path} ${what}`).toMatch(/ (1|2|13)$/);
  });

  test("no environment, command line or process of the runner's is in sight", async () => {
    const run = await runner.run(
      'python',
      `import os, glob
print(sorted(os.environ))
print(sorted(int(name) for name in os.listdir("/proc") if name.isdigit()) == [1, os.getpid()])
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline"):
    try: print(open(path, "rb").read().decode())
    except OSError: pass
`,
    );
    expect(run.stdout).toContain("['HOME', 'LANG', 'PATH', 'TMPDIR']\nTrue\n");
    expect(run.output).not.toContain(MARK);
    expect(run.output).not.toContain('vitest');
  });

  test('a program has no identity, capability or machine name of the outside', async () => {
    const run = await runner.run(
      'python',
      `import os, socket
print(os.getuid(), os.getgid(), os.getgroups(), socket.gethostname())
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print([status[name].strip() for name in ("CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp")])
print(os.stat("/box").st_uid, os.path.exists("/var"), os.path.exists("/sys"))
`,
    );
    const none = '0000000000000000';
    expect(run.stdout).toBe(
      `1000 1000 [] runner\n['${none}', '${none}', '${none}', '${none}', '1', '2']\n1000 False False\n`,
    );
  });

  test('nothing but the writable folders can be written', async () => {
    const run = await runner.run(
      'python',
      `for folder in ("/", "/etc", "/usr", "/usr/lib", "/dev", "/proc", "/proc/sys/kernel", "/opt", "/bin", "/box", "/tmp", "/dev/shm"):
    try:
        open(folder + "/x", "w").close()
        print(folder)
    except OSError: pass
for path in ("/init", "/usr/bin/python3", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/1/oom_score_adj"):
    try:
        open(path, "w").close()
        print(path)
    except OSError: pass
`,
    );
    expect(run.stdout).toBe('/box\n/tmp\n/dev/shm\n');
  });

  test('two runs at the same time see nothing of each other', async () => {
    const look = (name: string) =>
      runner.run(
        'python',
        `import os, time
open("/tmp/${name}", "w"); open("/dev/shm/${name}", "w")
time.sleep(0.3)
print(os.listdir("/tmp"), os.listdir("/dev/shm"), sum(name.isdigit() for name in os.listdir("/proc")))
`,
      );
    const [first, second] = await Promise.all([look('first'), look('second')]);
    expect(first.stdout).toBe("['first'] ['first'] 2\n");
    expect(second.stdout).toBe("['second'] ['second'] 2\n");
  });

  test('no network: names, addresses, the machine itself, its metadata, its interfaces', async () => {
    const server = createServer((_, response) => response.end('reached'));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const run = await runner.run(
      'python',
      `import socket, sys
port = ${port}
def attempt(name, action):
    try:
        action()
        print(name, "REACHED")
    except OSError as error: print(name, type(error).__name__)
def tcp(address): socket.create_connection(address, timeout=1).close()
def udp(address): socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", address)
attempt("dns", lambda: socket.getaddrinfo("example.com", 80))
attempt("tcp", lambda: tcp(("1.1.1.1", 80)))
attempt("udp", lambda: udp(("8.8.8.8", 53)))
attempt("loopback", lambda: tcp(("127.0.0.1", port)))
attempt("metadata", lambda: tcp(("169.254.169.254", 80)))
attempt("ipv6", lambda: socket.create_connection(("::1", port), timeout=1))
attempt("netlink", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0))
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0))
attempt("vsock", lambda: socket.socket(40, socket.SOCK_STREAM, 0))
attempt("alg", lambda: socket.socket(38, socket.SOCK_SEQPACKET, 0))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
attempt("abstract", lambda: socket.socket(socket.AF_UNIX).connect("\\0/tmp/.X11-unix/X0"))
attempt("docker", lambda: socket.socket(socket.AF_UNIX).connect("/var/run/docker.sock"))
print([name for _, name in socket.if_nameindex()] if False else open("/proc/net/dev").read().count(":"))
`,
    );
    server.close();
    expect(run.stdout).not.toContain('REACHED');
    expect(run.stdout.trim().split('\n')).toHaveLength(14);
    expect(run.stdout).toMatch(
      /netlink PermissionError\npacket PermissionError\nvsock PermissionError\nalg PermissionError\nraw PermissionError/,
    );
    expect(run.stdout).toMatch(/\n1\n$/); // the loopback interface of its own
  });
});
