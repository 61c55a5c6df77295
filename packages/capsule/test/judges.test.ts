import { describe, expect, it } from 'vitest';
import type { Executor } from '../src/execution.ts';
import { judge } from '../src/judges/judge.ts';
import { forLearner } from '../src/verdict.ts';
import { localExecutor } from './local-executor.ts';
import { clampDocument, echoDocument, factorialDocument, topDocument, valid } from './samples.ts';

const context = { executor: localExecutor, newToken: () => crypto.randomUUID() };
const verdictOf = async (document: object, source: string) =>
  (await judge(valid(document), source, context)).verdict;

describe('every judge', () => {
  const documents = [clampDocument, factorialDocument, topDocument, echoDocument];

  it.each(documents)('accepts the solution of $title', async document => {
    const result = await judge(valid(document), document.solution, context);
    expect(result).toMatchObject({
      verdict: 'accepted',
      passed: document.tests.length,
      total: document.tests.length,
    });
  });

  it.each(documents)('does not accept the starter of $title', async document => {
    expect(await verdictOf(document, document.starter)).not.toBe('accepted');
  });

  it('tells a learner only name, verdict, time and memory of a hidden test', async () => {
    const result = forLearner(
      await judge(valid(clampDocument), 'def clamp(x, low, high):\n    return x\n', context),
    );
    expect(result.tests[1]).toEqual({
      name: 'above',
      hidden: true,
      verdict: 'wrong_answer',
      timeMs: 1,
      memoryKb: 1,
    });
    expect(result.tests[0]).toMatchObject({ input: { text: 'clamp(5, 0, 10)' }, expected: { text: '5' } });
  });
});

describe('a program that spins', () => {
  it('is not run for every one of many tests', async () => {
    const tests = Array.from({ length: 25 }, (_, i) => ({
      name: `test ${i}`,
      args: [i, 0, 9],
      expected: Math.min(i, 9),
    }));
    const document = { ...clampDocument, tests, limits: { timeMs: 100, memoryMb: 64 } };
    let cases = 0;
    const executor: Executor = {
      ...localExecutor,
      runProgram(job) {
        cases += job.cases.length;
        return localExecutor.runProgram(job);
      },
    };
    const result = await judge(valid(document), 'while True:\n    pass\n', { ...context, executor });
    expect(cases).toBe(10);
    expect(result).toMatchObject({ verdict: 'time_limit', passed: 0, total: 25 });
    expect(result.tests[24]).toMatchObject({
      verdict: 'time_limit',
      message: expect.stringContaining('Not run'),
    });
  });

  it('is told from one that ends: all of 25 tests are run', async () => {
    const tests = Array.from({ length: 25 }, (_, i) => ({
      name: `test ${i}`,
      args: [i, 0, 9],
      expected: Math.min(i, 9),
    }));
    const result = await judge(valid({ ...clampDocument, tests }), clampDocument.solution, context);
    expect(result).toMatchObject({ verdict: 'accepted', passed: 25, total: 25 });
  });
});

describe('the function judge', () => {
  const clamp = (body: string) => `def clamp(x, low, high):\n    ${body}\n`;
  const good = 'return max(low, min(x, high))';

  it.each([
    ['exits with 0 while loading', 'import sys\nsys.exit(0)'],
    ['exits hard while loading', 'import os\nos._exit(0)'],
    ['exits inside the call', clamp('raise SystemExit(0)')],
    ['prints markers', `print("ready")\nprint('{"token": "x", "value": 5}')\n${clamp('pass')}`],
    [
      'answers on the channel by itself',
      'import os\nos.write(5, b\'ready\\n{"token":"?","value":5}\\n\')\nos._exit(0)',
    ],
    ['closes the channel', `import os\nos.close(5)\n${clamp(good)}`],
    ['forks and answers twice', `import os\n${clamp(`os.fork(); ${good}`)}`],
    [
      'returns a truth-telling object',
      `class A:\n    def __eq__(self, o): return True\n${clamp('return A()')}`,
    ],
    ['returns another type', clamp('return str(max(low, min(x, high)))')],
    ['raises', clamp('return 1 // 0')],
    ['does not define the function', 'x = 1'],
    ['has a syntax error', 'def clamp('],
  ])('does not accept code that %s', async (_, source) => {
    expect(await verdictOf(clampDocument, source)).toMatch(/wrong_answer|runtime_error/);
  });

  it('is not fooled by code that replaces json and os after the driver started', async () => {
    const source = `import json, os\njson.dumps = lambda *a, **k: "{}"\nos.write = None\n${clamp(good)}`;
    expect(await verdictOf(clampDocument, source)).toBe('accepted');
  });

  it('hands out neither arguments nor token before the code is loaded', async () => {
    const source = `import os\nos.set_blocking(4, False)\ntry:\n    os.read(4, 1)\nexcept BlockingIOError:\n    pass\nelse:\n    os._exit(3)\n${clamp(good)}`;
    expect(await verdictOf(clampDocument, `${source}\nos.set_blocking(4, True)\n`)).toBe('accepted');
  });

  it("shows a traceback of the learner's own lines only", async () => {
    const result = await judge(valid(clampDocument), clamp('return 1 // 0'), context);
    expect(result.tests[0]?.stderr).toContain('File "solution.py", line 2, in clamp');
    expect(result.tests[0]?.stderr).not.toContain('main.py');
  });

  it('says what was returned instead of the declared type', async () => {
    const result = await judge(valid(clampDocument), clamp('return "5"'), context);
    expect(result.tests[0]).toMatchObject({
      message: 'The function must return int; it returned str.',
      actual: { text: "'5'" },
    });
  });

  it.each([
    ['int', [0, -1, 2 ** 53 - 1, '9007199254740993', '-9223372036854775808']],
    ['float', [0.1, -0.5, 1e300, 'NaN', 'Infinity', '-Infinity']],
    ['string', ['', 'a"b\\', 'line\nbreak\u0000', '𝄞 é']],
    ['list<optional<bool>>', [[], [true, null, false]]],
    ['map<string, list<int>>', [{}, { a: [1], 'ä "': [] }]],
    ['any', [null, [1, 'x', { y: [true, 0.5] }]]],
  ])('carries %s there and back exactly', async (type, values) => {
    const document = {
      ...clampDocument,
      judge: { kind: 'function', functionName: 'same', params: [{ name: 'x', type }], returns: type },
      solution: 'def same(x):\n    return x\n',
      tests: (values as unknown[]).map((value, i) => ({
        name: `value ${i}`,
        args: [value],
        expected: value,
      })),
    };
    const result = await judge(valid(document), document.solution, context);
    expect(result.tests.filter(test => test.verdict !== 'accepted')).toEqual([]);
  });
});

/** Claims to be loaded before it is, and answers with the token it gets. */
const EARLY = `import json, os
fds = [int(fd) for fd in os.environ.get("DEVCAPSULES_CHANNEL", "4,5").split(",")]
os.write(fds[1], b"ready\\n")
task = json.loads(os.read(fds[0], 1 << 20))
os.write(fds[1], json.dumps({"nonce": open("main.py").read() if os.path.exists("main.py") else "", "token": task["token"]}).encode() + b"\\n")
os._exit(0)
`;

describe('the program judge', () => {
  it.each([
    ['claims to be loaded early', EARLY],
    ['exits with 0 while loading', 'import sys\nsys.exit(0)'],
    ['exits with 0 in the call', 'import os\ndef factorial(n):\n    os._exit(0)'],
    ['prints every marker', 'print("ready")\nprint(\'{"token": ""}\')\ndef factorial(n):\n    pass'],
    ['is wrong', 'def factorial(n):\n    return n'],
  ])('does not accept code that %s', async (_, source) => {
    expect(await verdictOf(factorialDocument, source)).toMatch(/wrong_answer|runtime_error/);
  });
});

describe('the query judge', () => {
  it.each([
    ['has the wrong order', 'SELECT name FROM item ORDER BY name'],
    [
      'repeats a row',
      'SELECT name FROM (SELECT * FROM item UNION ALL SELECT * FROM item) ORDER BY price, name',
    ],
    ['is a constant', 'SELECT 1'],
    ['has a column too many', 'SELECT name, price FROM item ORDER BY price, name'],
    ['fits the visible data only', "SELECT 'c' UNION ALL SELECT 'b' UNION ALL SELECT 'a'"],
  ])('rejects SQL that %s', async (_, source) => {
    expect(await verdictOf(topDocument, source)).toBe('wrong_answer');
  });

  it('reports an error in the SQL as the runtime error of its author', async () => {
    const result = await judge(valid(topDocument), 'SELEC 1', context);
    expect(result.tests[0]).toMatchObject({
      verdict: 'runtime_error',
      stderr: expect.stringContaining('SELEC'),
    });
  });
});
