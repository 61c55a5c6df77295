import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type Stage, startTestRunner, type TestRunner } from './harness.ts';

let runner: TestRunner;
beforeAll(async () => {
  const fixtures = join(import.meta.dirname, 'fixtures/languages');
  const env = { RUNNER_CONCURRENCY: '2', RUNNER_OUTPUT_KB: '4' };
  runner = await startTestRunner(env, undefined, fixtures);
  python = await startTestRunner(env);
});
let python: TestRunner;
afterEach(() => python.stillStands());
afterAll(async () => {
  await runner.close();
  await python.close();
});

describe('output', () => {
  const BYTES = 'import os; os.write(1, bytes(range(256))); os.write(2, b"\\xff")';
  const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));

  test('in base64 every byte arrives, of an execution and of each case', async () => {
    const run = await python.run('python', BYTES, { output_encoding: 'base64' });
    expect(Buffer.from(run.stdout, 'base64')).toEqual(all);
    expect(Buffer.from(run.stderr, 'base64')).toEqual(Buffer.from([255]));
    expect(Buffer.from(run.output, 'base64')).toHaveLength(257);
    const cases = await python.batch('python', BYTES, [{}, { channel: '' }], { output_encoding: 'base64' });
    for (const one of cases) expect(Buffer.from(one.stdout, 'base64')).toEqual(all);
    expect(cases[1]?.channel).toBe('');
  });

  test('as text, what is no UTF-8 is told as such', async () => {
    expect((await python.run('python', BYTES)).stderr).toBe('\ufffd');
  });

  const flood = (...streams: number[]) =>
    `import os\nfor fd in ${JSON.stringify(streams)}: os.write(fd, b"x" * 4097)\nimport time; time.sleep(1)`;

  test.each(['utf8', 'base64'] as const)('what was cut is told, stream by stream: %s', async encoding => {
    const more = { output_encoding: encoding };
    const kept = (stage: Stage) => Buffer.from(stage.stdout, encoding).length;
    const out = await python.run('python', flood(1), more);
    expect([out.status, out.truncated, kept(out)]).toEqual(['OL', { stdout: true, stderr: false }, 4096]);
    const err = await python.run('python', flood(2), more);
    expect([err.status, err.truncated]).toEqual(['EL', { stdout: false, stderr: true }]);
    const exact = await python.run('python', 'print("x" * 4095)', more);
    expect([exact.status, exact.truncated, kept(exact)]).toEqual([
      null,
      { stdout: false, stderr: false },
      4096,
    ]);
  });

  test('both streams may be cut, though one alone ended the program', async () => {
    const run = await python.run('python', flood(1, 2));
    expect(run.truncated.stdout).toBe(true);
    expect(run.stderr.length).toBeLessThanOrEqual(4096);
    expect(run.truncated.stderr).toBe(run.stderr.length === 4096);
  });
});

interface Line extends Partial<Stage> {
  language?: string;
  version?: string;
  compile?: Stage;
  index?: number;
  done?: true;
  cases?: number;
}

describe('a batch line by line', () => {
  function send(to: TestRunner, language: string, content: string, cases: Body[], more: Body = {}) {
    const { signal, ...rest } = more as { signal?: AbortSignal };
    return fetch(`${to.url}/api/v2/execute/batch`, {
      method: 'POST',
      headers: { accept: 'application/x-ndjson' },
      body: JSON.stringify({ language, version: '*', files: [{ content }], cases, ...rest }),
      ...(signal ? { signal } : {}),
    });
  }

  async function* lines(response: Response): AsyncGenerator<Line> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      rest += decoder.decode(part, { stream: true });
      const whole = rest.split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) yield JSON.parse(line) as Line;
    }
    expect(rest).toBe('');
  }

  async function collect(all: AsyncIterable<Line>): Promise<Line[]> {
    const found: Line[] = [];
    for await (const line of all) found.push(line);
    return found;
  }

  test('head, every case once with its index, and an end', async () => {
    const cases = Array.from({ length: 12 }, (_, i) => ({ stdin: `${i}` }));
    const response = await send(python, 'python', 'print(int(input()) ** 2)', cases);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const [head, ...rest] = await collect(lines(response));
    expect(head).toEqual({ language: 'python', version: expect.stringMatching(/^3\./) });
    expect(rest.pop()).toEqual({ done: true, cases: 12 });
    expect(rest.map(line => line.index).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(cases.map((_, i) => i));
    for (const line of rest) expect(line.stdout).toBe(`${(line.index ?? 0) ** 2}\n`);
  });

  test('a case is told as soon as it ends, while others still run', async () => {
    const controller = new AbortController();
    const response = await send(
      python,
      'python',
      'import time; time.sleep(float(input()))',
      [{ stdin: '0' }, { stdin: '25' }],
      { run_timeout: 30_000, signal: controller.signal },
    );
    for await (const line of lines(response)) if (line.index === 0) break;
    controller.abort();
  }, 15_000);

  test('a client that goes away ends the run', async () => {
    const controller = new AbortController();
    const endless = [{ stdin: '' }, { stdin: 'x' }, { stdin: 'x' }, { stdin: 'x' }];
    const code = 'import sys\nwhile sys.stdin.read(): pass\nwhile len(sys.argv) > 1: pass';
    const response = await send(
      python,
      'python',
      code,
      endless.map((one, i) => ({ ...one, args: i > 0 ? ['spin'] : [] })),
      {
        run_timeout: 30_000,
        signal: controller.signal,
      },
    );
    for await (const line of lines(response)) if (line.index === 0) break;
    controller.abort();
    await expect
      .poll(async () => (await (await fetch(`${python.url}/metrics`)).text()).match(/_running (\d+)/)?.[1])
      .toBe('0');
  });

  test('the head tells of the compilation, and one that failed has no cases after it', async () => {
    const good = await collect(lines(await send(runner, 'compiled', 'int main(void) { return 0; }', [{}])));
    expect(good.map(line => Object.keys(line)[0])).toEqual(['language', 'index', 'done']);
    expect(good[0]?.compile).toMatchObject({ code: 0 });
    const bad = await collect(lines(await send(runner, 'compiled', 'int main( {', [{}, {}])));
    expect(bad[0]?.compile?.status).toBe('RE');
    expect(bad[1]).toEqual({ done: true, cases: 0 });
  });

  test('what fails before the first line has its status', async () => {
    const response = await send(python, 'cobol', '', [{}]);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'language: cobol-* runtime is unknown' });
  });
});
