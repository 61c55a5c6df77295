import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner({}, undefined, join(import.meta.dirname, 'fixtures/languages'));
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

const C = { language: 'compiled', version: '*' };

describe('a language with a compile step is a folder and nothing else', () => {
  test('it is compiled once and run for each case', async () => {
    const content =
      '#include <stdio.h>\nint main(int n, char **v) { char b[9] = ""; fgets(b, 9, stdin); printf("%s %s\\n", v[1], b); }';
    const { body } = await runner.post('/api/v2/execute/batch', {
      ...C,
      files: [{ content }],
      cases: [
        { stdin: 'a', args: ['1'] },
        { stdin: 'b', args: ['2'] },
      ],
    });
    expect(body.compile).toMatchObject({ status: null, code: 0 });
    expect(body.cases.map(one => one.stdout)).toEqual(['1 a\n', '2 b\n']);
  });

  test('a program that does not compile tells so in both stages and runs nothing', async () => {
    const { status, body } = await runner.post('/api/v2/execute', {
      ...C,
      files: [{ content: 'int main( {' }],
    });
    expect(status).toBe(200);
    expect(body.compile).toMatchObject({
      status: 'RE',
      code: 1,
      stderr: expect.stringContaining('main.c:1:'),
    });
    expect(body.run).toEqual(body.compile);

    const batch = await runner.post('/api/v2/execute/batch', {
      ...C,
      files: [{ content: 'x' }],
      cases: [{}, {}],
    });
    expect(batch.body.cases).toEqual([]);
  });

  test('a case cannot spoil the program for the next one', async () => {
    const content = `#include <stdio.h>
#include <unistd.h>
int main(void) {
  int first = access("/tmp/was-here", F_OK) != 0;
  fopen("/tmp/was-here", "w");
  printf("%d %d\\n", first, unlink("/box/program"));
}`;
    const cases = await runner.batch('compiled', content, [{}, {}]);
    expect(cases.map(one => one.stdout)).toEqual(['1 0\n', '1 0\n']);
  });

  test('the compiler has limits of its own', async () => {
    const files = [{ content: '#include "/dev/zero"\nint main(void) {}' }];
    const memory = await runner.post('/api/v2/execute', {
      ...C,
      files,
      compile_memory_limit: 64 * 1024 * 1024,
    });
    expect(memory.body.compile?.status).toBe('ML');
    const bomb = Array.from({ length: 40 }, (_, i) => `#define a${i + 1} a${i} a${i}`).join('\n');
    const time = await runner.post('/api/v2/execute', {
      ...C,
      files: [{ content: `#define a0 1;\n${bomb}\nint main(void) { a40 }` }],
      compile_timeout: 500,
    });
    expect(['TO', 'ML']).toContain(time.body.compile?.status);
  });

  test('the compiler reads no file of the machine', async () => {
    const { body } = await runner.post('/api/v2/execute', {
      ...C,
      files: [{ content: '__asm__(".incbin \\"/etc/shadow\\"");\nint main(void) {}' }],
    });
    expect(body.compile?.stderr).toContain('/etc/shadow');
    expect(body.compile?.status).toBe('RE');
  });

  test.each([
    ['a link', 'ln -s /etc/passwd program'],
    ['a link to what it may read', 'echo echo hi > /tmp/x; ln -s /tmp/x program'],
    ['a device by name', 'ln -s /dev/zero program'],
    ['a pipe no one writes to', 'mkfifo program'],
    ['a folder', 'mkdir program'],
    ['nothing', 'true'],
    ['too much', 'head -c 40000000 /dev/zero > program'],
  ])('a compiler that leaves %s where the program should be has failed', async (_, content) => {
    const { status, body } = await runner.post('/api/v2/execute', {
      language: 'scripted',
      version: '*',
      files: [{ content }],
    });
    expect(status).toBe(200);
    expect(body.compile).toMatchObject({ status: 'RE', message: 'The compiler left no program' });
    expect(body.run).toEqual(body.compile);
  });
});
