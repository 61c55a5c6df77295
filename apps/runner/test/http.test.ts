import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
const logged: string[] = [];
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_BODY_MB: '1' }, (_, message, fields) =>
    logged.push(JSON.stringify({ message, ...fields })),
  );
});
afterEach(() => runner.stillStands());
afterAll(() => runner.close());

const HELLO = { language: 'python', version: '*', files: [{ name: 'main.py', content: 'print("hi")' }] };

describe("Piston's API", () => {
  test('runtimes are listed in its shape', async () => {
    const response = await fetch(`${runner.url}/api/v2/runtimes`);
    const all = (await response.json()) as { language: string }[];
    expect(all.map(one => one.language)).toEqual(runner.runner.languages.map(one => one.id));
    expect(all.filter(one => ['javascript', 'python'].includes(one.language))).toEqual([
      {
        language: 'javascript',
        version: process.versions.node,
        aliases: expect.arrayContaining(['js', 'node']),
        runtime: 'node',
      },
      {
        language: 'python',
        version: expect.stringMatching(/^3\.\d+\.\d+$/),
        aliases: expect.arrayContaining(['py']),
      },
    ]);
  });

  test('an execution is answered in its shape', async () => {
    const { status, body } = await runner.post('/api/v2/execute', HELLO);
    expect(status).toBe(200);
    expect(body).toEqual({
      language: 'python',
      version: expect.stringMatching(/^3\./),
      run: {
        stdout: 'hi\n',
        stderr: '',
        output: 'hi\n',
        code: 0,
        signal: null,
        message: null,
        status: null,
        cpu_time: expect.any(Number),
        wall_time: expect.any(Number),
        memory: expect.any(Number),
        truncated: { stdout: false, stderr: false },
      },
    });
    expect(body.run.memory).toBeGreaterThan(1_000_000);
    expect(body.run.wall_time).toBeGreaterThan(0);
  });

  test.each([
    ['py', '3'],
    ['python3', '3.x'],
    ['python', '>=3.5 <4'],
    ['js', '*'],
    ['node', '>=20'],
  ])('a runtime is found by alias and range: %s %s', async (language, version) => {
    const { status } = await runner.post('/api/v2/execute', { language, version, files: [{ content: '' }] });
    expect(status).toBe(200);
  });

  test('stdin, arguments, several files and encodings arrive as sent', async () => {
    const { body } = await runner.post('/api/v2/execute', {
      language: 'python',
      version: '*',
      files: [
        {
          name: 'start.py',
          content:
            'import sys, lib.helper\nprint(lib.helper.x, open("data", "rb").read(), open("more", "rb").read(), sys.argv, repr(sys.stdin.read()))',
        },
        { name: 'lib/helper.py', content: 'x = "✓"' },
        { name: 'data', content: '//79', encoding: 'base64' },
        { name: 'more', content: '00ff', encoding: 'hex' },
      ],
      stdin: 'no newline added',
      args: ['a b', '', '*', 'ü'],
    });
    expect(body.run.stdout).toBe(
      "✓ b'\\xff\\xfe\\xfd' b'\\x00\\xff' ['start.py', 'a b', '', '*', 'ü'] 'no newline added'\n",
    );
  });

  test.each([
    [
      'python',
      'import os,sys\nprint(1, flush=True)\nprint(2, file=sys.stderr, flush=True)\nprint(3)',
      '1\n2\n3\n',
    ],
    ['javascript', 'console.log(1); console.error(2); console.log(3)', '1\n2\n3\n'],
  ])('output is both streams as they came: %s', async (language, content, output) => {
    const run = await runner.run(language, content);
    expect(run.stdout).toBe('1\n3\n');
    expect(run.stderr).toBe('2\n');
    expect([...run.output].sort().join('')).toBe([...output].sort().join(''));
  });

  test.each([
    ['python', 'import sys; sys.exit(3)', { code: 3, signal: null, status: 'RE' }],
    ['python', 'import os; os.kill(os.getpid(), 11)', { code: null, signal: 'SIGSEGV', status: 'SG' }],
    ['javascript', 'process.exit(4)', { code: 4, signal: null, status: 'RE' }],
    ['javascript', 'process.abort()', { code: null, signal: 'SIGABRT', status: 'SG' }],
    ['python', 'print(', { code: 1, signal: null, status: 'RE' }],
  ])('the end of a program is told: %s %s', async (language, content, end) => {
    expect(await runner.run(language, content)).toMatchObject(end);
  });

  test('a traceback is the native one: no frame and no name of ours', async () => {
    const python = await runner.run('python', 'def f():\n    raise ValueError("x")\nf()\n');
    expect(python.stderr).toBe(
      'Traceback (most recent call last):\n  File "/box/main.py", line 3, in <module>\n    f()\n' +
        '  File "/box/main.py", line 2, in f\n    raise ValueError("x")\nValueError: x\n',
    );
    const node = await runner.run('javascript', 'throw new Error("x")');
    expect(node.stderr).toMatch(/^\/box\/main\.js:1\n/);
    expect(node.stderr).not.toContain('hooks');
  });

  test('modules of both kinds run in node', async () => {
    expect(
      (await runner.run('javascript', 'import fs from "node:fs"; console.log(typeof fs, await 7)')).stdout,
    ).toBe('object 7\n');
    expect((await runner.run('javascript', 'console.log(require.main === module, __filename)')).stdout).toBe(
      'true /box/main.js\n',
    );
  });
});

describe('input that is refused', () => {
  const file = { content: '' };
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /^the body must be JSON$/],
    ['no object', '[]', /expected object/],
    ['no language', { version: '*', files: [file] }, /^language: /],
    ['unknown language', { ...HELLO, language: 'cobol' }, /^language: cobol-\* runtime is unknown$/],
    ['unknown version', { ...HELLO, version: '2.x' }, /^language: python-2\.x runtime is unknown$/],
    ['no range', { ...HELLO, version: 'newest' }, /^version: /],
    ['no files', { ...HELLO, files: [] }, /^files: /],
    ['files of another kind', { ...HELLO, files: 'x' }, /^files: /],
    ['file without content', { ...HELLO, files: [{}] }, /^files\.0\.content: /],
    ['unknown encoding', { ...HELLO, files: [{ content: '', encoding: 'x' }] }, /^files\.0\.encoding: /],
    ['no base64', { ...HELLO, files: [{ content: '%%', encoding: 'base64' }] }, /^files\.0\.content: /],
    ['no hex', { ...HELLO, files: [{ content: 'abc', encoding: 'hex' }] }, /^files\.0\.content: /],
    ['the same name twice', { ...HELLO, files: [HELLO.files[0], HELLO.files[0]] }, /^files\.1\.name: /],
    [
      'file as folder',
      {
        ...HELLO,
        files: [
          { name: 'a/b', content: '' },
          { name: 'a', content: '' },
        ],
      },
      /^files\.0\.name: /,
    ],
    ['stdin of another kind', { ...HELLO, stdin: 1 }, /^stdin: /],
    ['NUL in an argument', { ...HELLO, args: ['a\0b'] }, /^args\.0: /],
    ['huge arguments', { ...HELLO, args: ['x'.repeat(200_000)] }, /^args: /],
    ['many arguments', { ...HELLO, args: Array(1000).fill('x') }, /^args: /],
    ['zero time', { ...HELLO, run_timeout: 0 }, /^run_timeout: /],
    ['too much time', { ...HELLO, run_timeout: 1e7 }, /^run_timeout: /],
    ['half a millisecond', { ...HELLO, run_timeout: 0.5 }, /^run_timeout: /],
    ['too much cpu time', { ...HELLO, run_cpu_time: 1e7 }, /^run_cpu_time: /],
    ['too much memory', { ...HELLO, run_memory_limit: 1e12 }, /^run_memory_limit: /],
    ['too little memory', { ...HELLO, run_memory_limit: 1 }, /^run_memory_limit: /],
    ['memory as text', { ...HELLO, compile_memory_limit: '1' }, /^compile_memory_limit: /],
    ['unknown output encoding', { ...HELLO, output_encoding: 'hex' }, /^output_encoding: /],
  ])('%s', async (_, body, message) => {
    const answer = await runner.post('/api/v2/execute', body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toMatch(message);
  });

  test.each<[string, unknown, RegExp]>([
    ['no cases', { ...HELLO, cases: [] }, /^cases: /],
    ['201 cases', { ...HELLO, cases: Array(201).fill({}) }, /^cases: /],
    ['unknown field in a case', { ...HELLO, cases: [{ input: '' }] }, /^cases\.0: /],
    ['hash seed below zero', { ...HELLO, cases: [{}, { hash_seed: -1 }] }, /^cases\.1\.hash_seed: /],
    ['channel of another kind', { ...HELLO, cases: [{ channel: 1 }] }, /^cases\.0\.channel: /],
  ])('in a batch: %s', async (_, body, message) => {
    const answer = await runner.post('/api/v2/execute/batch', body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toMatch(message);
  });

  test('an unknown route is 404 in JSON', async () => {
    expect(await runner.post('/api/v2/nothing', {})).toMatchObject({
      status: 404,
      body: { message: 'not found' },
    });
  });

  test('a body that is declared too large is refused unread', async () => {
    const { status, body } = await runner.post('/api/v2/execute', { ...HELLO, stdin: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
    expect(body.message).toContain('1048576');
  });

  test('a body that lies about its size is refused while it is read', async () => {
    const { hostname, port } = new URL(runner.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', bytes => {
      answer += bytes;
    });
    socket.on('error', () => undefined); // the server may close while we still write
    socket.write('POST /api/v2/execute HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 40 && !answer; sent++) {
      socket.write(chunk);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });
});

describe('what is told of the runner', () => {
  test('capabilities name the batch route, the channel, the limits and the isolation', async () => {
    const response = await fetch(`${runner.url}/capabilities`);
    expect(await response.json()).toMatchObject({
      batch: true,
      channel: true,
      max_cases: 200,
      isolation: 'full',
      not_held: [],
      limits: { run_timeout: 3000, body_bytes: 1024 * 1024, output_bytes: 1024 * 1024 },
    });
  });

  test('health runs every language', async () => {
    const response = await fetch(`${runner.url}/health`);
    expect(response.status).toBe(200);
    const languages = Object.fromEntries(runner.runner.languages.map(one => [one.id, true]));
    expect(languages).toMatchObject({ javascript: true, python: true });
    expect(await response.json()).toEqual({ status: 'ok', languages });
  });

  test('a request id is passed on, into the answer and the log; code and output are not', async () => {
    const response = await fetch(`${runner.url}/api/v2/execute`, {
      method: 'POST',
      headers: { 'x-request-id': 'req-42.a:b' },
      body: JSON.stringify({
        ...HELLO,
        files: [{ content: 'print("private" + "-text")' }],
        stdin: 'private-stdin',
      }),
    });
    expect(response.headers.get('x-request-id')).toBe('req-42.a:b');
    expect(await response.text()).toContain('private-text');
    expect(logged.some(line => line.includes('req-42.a:b'))).toBe(true);
    expect(logged.join('\n')).not.toContain('private');
  });

  test('a request id that could forge a log line is replaced', async () => {
    const response = await fetch(`${runner.url}/health`, { headers: { 'x-request-id': '{"a": 1}' } });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
