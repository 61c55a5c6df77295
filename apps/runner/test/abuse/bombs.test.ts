import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';
import { c, java } from './programs.ts';

const MIB = 1024 * 1024;
let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

describe('bombs', () => {
  test.each([
    ['c', c('for (;;) fork();')],
    ['c++', c('signal(SIGCHLD, SIG_IGN); for (;;) if (fork() == 0) setsid();')],
    [
      'javascript',
      `const { spawn } = require('node:child_process');
const again = () => { spawn('/bin/sh', ['-c', 'f() { f | f & }; f; while :; do :; done']).on('error', () => {}); setImmediate(again); };
again();`,
    ],
    [
      'java',
      java(`for (;;) try { new ProcessBuilder("/bin/sh", "-c", "while :; do sleep 9 & done").start(); }
catch (IOException error) { }`),
    ],
  ])('a fork bomb ends at a limit: %s', async (language, content) => {
    const run = await runner.run(language, content, { run_timeout: 1500 });
    expect(['TO', 'ML', 'SG', 'RE', 'OL', 'EL']).toContain(run.status);
    expect(run.wall_time).toBeLessThan(1500 + 3000);
  });

  test.each([
    [
      'c',
      c(
        'pthread_t t; int n = 0; while (n < 200 && pthread_create(&t, 0, spin, 0) == 0) n++;\nprintf("%d\\n", n); fflush(stdout); spin(0);',
        'void *spin(void *_) { for (volatile long i = 0;; i++); return 0; }',
      ),
    ],
    [
      'java',
      java(`int n = 0;
try { for (; n < 200; n++) { Thread one = new Thread(() -> { for (;;); }); one.setDaemon(true); one.start(); } }
catch (OutOfMemoryError error) { }
System.out.println(n); System.out.flush(); for (;;);`),
    ],
  ])(
    '200 spinning threads meet the limit of processes and of processor time: %s',
    async (language, content) => {
      const run = await runner.run(language, content, { run_timeout: 15_000, run_cpu_time: 1500 });
      expect(run).toMatchObject({ status: 'TO', message: 'Time limit exceeded (cpu)' });
      expect(Number(run.stdout.trim().split('\n').at(-1))).toBeLessThan(128);
    },
  );

  test.each([
    ['python', 'all = []\nwhile True: all.append(bytearray(1_000_000))'],
    ['javascript', 'const all = []; for (;;) all.push(new Array(100_000).fill(1.5));'],
    ['java', java('List<Object> all = new ArrayList<>(); for (;;) all.add(new long[100_000]);')],
    ['c', c('for (;;) memset(malloc(1 << 20), 1, 1 << 20);')],
    [
      'c++',
      c(
        'for (;;) memset(mmap(0, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), 1, 1 << 20);',
      ),
    ],
  ])('a memory bomb is a memory limit: %s', async (language, content) => {
    const limit = 128 * MIB;
    const run = await runner.run(language, content, { run_memory_limit: limit, run_timeout: 10_000 });
    // V8 gives up by itself, with a signal, where its heap is full before the slot is.
    expect(run.status).toMatch(language === 'javascript' ? /^(ML|SG)$/ : /^ML$/);
    expect(run.memory).toBeLessThanOrEqual(limit);
  });

  test('memory of twenty children counts together: c', async () => {
    const content = c(`for (int i = 0; i < 20; i++)
  if (fork() == 0) { char *p = (char *)malloc(20 << 20); memset(p, 1, 20 << 20); __asm__ volatile("" :: "r"(p) : "memory"); sleep(1); _exit(0); }
while (wait(0) > 0);
return 0;`);
    const run = await runner.run('c', content, { run_memory_limit: 128 * MIB });
    expect(run.status).toBe('ML');
  });

  test('memory that hides in files without names counts too', async () => {
    const content = c(`int fd = memfd_create("x", 0); static char block[1 << 20];
memset(block, 1, sizeof block);
for (;;) if (write(fd, block, sizeof block) < 0) return 3;`);
    const run = await runner.run('c', content, { run_memory_limit: 64 * MIB });
    // Its size meets the limit of a file, or the slot's memory is full.
    expect(['ML', 'RE', 'SG']).toContain(run.status);
    expect(run.memory).toBeLessThanOrEqual(64 * MIB);
  });
});
