import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { c } from './programs.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('planted files', () => {
  test('symbolic links in place of the sources and folders lead nowhere', async () => {
    const plant = `import os, shutil, sys
if sys.stdin.read() == "plant":
    os.remove("main.py")
    os.symlink("/etc/passwd", "main.py")
    shutil.rmtree("lib")
    os.symlink("/tmp", "lib")
    os.symlink("/dev/zero", "/tmp/zero")
    os.mkfifo("/tmp/fifo")
    os.symlink("/box", "/dev/shm/loop")
print(os.path.islink("main.py"), os.path.islink("lib"), os.listdir("/tmp"), os.listdir("/dev/shm"))
`;
    const { body } = await runner.post('/api/v2/execute/batch', {
      language: 'python',
      version: '*',
      files: [
        { name: 'main.py', content: plant },
        { name: 'lib/helper.py', content: 'x = 1\n' },
      ],
      cases: [{ stdin: 'plant' }, { stdin: 'look' }],
    });
    expect(body.cases[0]?.stdout).toBe(
      "True True ['zero', 'fifo'] ['loop']\n".replace("'zero', 'fifo'", "'fifo', 'zero'"),
    );
    expect(body.cases[1]?.stdout).toBe('False False [] []\n');
  });

  test('nothing planted beside the interpreter reaches the next case', async () => {
    const plant = `import os, sys
first = not os.path.exists("/tmp/was-here")
if sys.stdin.read() == "plant":
    for folder in (".", "/tmp", "/box/.local/lib/python3.11/site-packages"):
        os.makedirs(folder, exist_ok=True)
        for name in ("sitecustomize.py", "usercustomize.py", "os.py", "json.py"):
            open(folder + "/" + name, "w").write("print('PWNED')")
    open("/tmp/was-here", "w")
import json
print(first, json.dumps([1]))
`;
    const cases = await runner.batch('python', plant, [{ stdin: 'plant' }, { stdin: 'look' }]);
    expect(cases[1]).toMatchObject({ stdout: 'True [1]\n', status: null });
  });

  test('shared memory, semaphores and message queues left by one case are not there for the next', async () => {
    const content = c(
      `int fd = shm_open("/left", O_CREAT | O_RDWR, 0600); sem_t *s = sem_open("/left", O_CREAT, 0600, 1);
struct stat st; fstat(fd, &st);
printf("%ld %d ", (long)st.st_size, s != SEM_FAILED);
printf("%d %d %d %d\\n", shmget(7, 4096, IPC_CREAT | 0600), semget(7, 1, IPC_CREAT | 0600), msgget(7, IPC_CREAT | 0600), (int)mq_open("/left", O_CREAT | O_RDWR, 0600, 0));
ftruncate(fd, 4096); fd = open("/dev/shm/more", O_CREAT | O_EXCL | O_WRONLY, 0600); return fd < 0;`,
      '#include <mqueue.h>\n#include <semaphore.h>\n#include <sys/ipc.h>\n#include <sys/msg.h>\n#include <sys/sem.h>\n#include <sys/shm.h>',
    );
    const cases = await runner.batch('c', content, [{}, {}]);
    for (const one of cases) expect(one).toMatchObject({ stdout: '0 1 -1 -1 -1 -1\n', code: 0 });
  });

  test('abstract sockets and lock files left by one case are not there for the next', async () => {
    const content = `import socket, os, sys
one = socket.socket(socket.AF_UNIX); one.bind("\\0left"); one.listen()
if os.fork() == 0:
    os.setsid()
    import time; time.sleep(30)
two = socket.socket(socket.AF_UNIX); two.bind("/tmp/left")
print("bound")
`;
    const cases = await runner.batch('python', content, [{}, {}]);
    expect(cases.map(one => one.stdout)).toEqual(['bound\n', 'bound\n']);
  });

  test.each([
    ['leading ..', '../escape.py'],
    ['inner ..', 'a/../../escape.py'],
    ['absolute', '/etc/escape.py'],
    ['NUL', 'a\0b.py'],
    ['300 characters', 'a'.repeat(300)],
    ['newline', 'a\nb.py'],
    ['dot', '.'],
    ['empty', ''],
    ['trailing slash', 'a/'],
    ['lone surrogate', '\ud800.py'],
    ['deeper than a path may be', `${'a/'.repeat(600)}b`],
  ])('a bad file name is refused by name: %s', async (_, name) => {
    const { status, body } = await runner.post('/api/v2/execute', {
      language: 'python',
      version: '*',
      files: [{ content: 'print(1)' }, { name, content: 'x' }],
    });
    expect(status).toBe(400);
    expect(body.message).toMatch(/^files\.1\.name: /);
  });

  test.each(['-c', '--version', 'name with spaces.py', 'ünïcode.py', '$(reboot).py', '..py', 'a;b.py'])(
    'an odd but plain file name is just a name: %s',
    async name => {
      const { status, body } = await runner.post('/api/v2/execute', {
        language: 'python',
        version: '*',
        files: [
          { name: 'main.py', content: 'import os\nprint(sorted(os.listdir(".")))' },
          { name, content: 'x' },
        ],
      });
      expect(status).toBe(200);
      expect(body.run.stdout).toContain(name);
    },
  );
});
