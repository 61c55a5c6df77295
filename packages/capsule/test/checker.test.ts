import { describe, expect, it } from 'vitest';
import type { Executor, ProgramOutcome } from '../src/execution.ts';
import { judge } from '../src/judges/judge.ts';
import { learnerView } from '../src/view.ts';
import { localExecutor } from './local-executor.ts';
import { echoDocument, valid } from './samples.ts';

/** Two numbers whose sum is the input: many answers are right. */
const source = `
import sys
def block():
    size = int(sys.stdin.buffer.readline())
    text = sys.stdin.buffer.read(size)
    sys.stdin.buffer.readline()
    return text.decode()
given, expected, actual = block(), block(), block()
try:
    a, b = map(int, actual.split())
except ValueError:
    print("Print two numbers.")
    sys.exit(1)
if a + b != int(given):
    print(f"{a} and {b} make {a + b}.")
    sys.exit(1)
`;
const splitDocument = {
  ...echoDocument,
  title: 'Two that make one',
  judge: { kind: 'stdio', comparer: { kind: 'checker', language: 'python', source } },
  starter: '',
  solution: 'n = int(input())\nprint(n - 1, 1)\n',
  tests: [
    { name: 'seven', stdin: '7\n', expected: '6 1\n' },
    { name: 'é is two bytes', stdin: '10\n', expected: 'é\n', hidden: true },
  ],
};
const context = { executor: localExecutor, newToken: () => crypto.randomUUID() };
const verdictsOf = async (answer: string, document: object = splitDocument) =>
  (await judge(valid(document), answer, context)).tests.map(({ verdict, message }) => [verdict, message]);

describe('a checker', () => {
  it('accepts every right answer', async () => {
    for (const answer of ['n = int(input())\nprint(n - 1, 1)', 'n = int(input())\nprint(0)\nprint(n)']) {
      expect(await verdictsOf(answer)).toEqual([
        ['accepted', undefined],
        ['accepted', undefined],
      ]);
    }
  });

  it('rejects with a word to the learner', async () => {
    expect(await verdictsOf('print(3, 4)')).toEqual([
      ['accepted', undefined],
      ['wrong_answer', '3 and 4 make 7.'],
    ]);
    expect((await verdictsOf('print("🎈\\n3\\n1 2")'))[0]).toEqual(['wrong_answer', 'Print two numbers.']);
  });

  it('is not asked about programs that failed', async () => {
    expect((await verdictsOf('raise SystemExit(3)'))[0]?.[0]).toBe('runtime_error');
  });

  it.each([
    ['crashes', 'raise SystemExit(7)'],
    ['never ends', 'while True: pass'],
  ])('that %s blames nobody', async (_, broken) => {
    const document = {
      ...splitDocument,
      judge: { kind: 'stdio', comparer: { kind: 'checker', language: 'python', source: broken } },
    };
    expect((await verdictsOf('print(6, 1)', document)).map(([verdict]) => verdict)).toEqual([
      'internal_error',
      'internal_error',
    ]);
  });

  it('that does not compile blames nobody', async () => {
    const ended = {
      status: 'ok',
      stdout: '',
      stderr: '',
      exitCode: 0,
      signal: null,
      timeMs: 1,
      memoryKb: 1,
    } satisfies ProgramOutcome;
    const executor: Executor = {
      ...localExecutor,
      runProgram: async job =>
        job.language === 'c'
          ? { compile: { ok: false, stdout: '', stderr: 'no', timeMs: 1 }, cases: [] }
          : { cases: job.cases.map(() => ended) },
    };
    const comparer = { kind: 'checker', language: 'c', source: 'int main(' };
    const capsule = valid({ ...splitDocument, judge: { kind: 'stdio', comparer } });
    const { verdict, tests } = await judge(capsule, 'print()', { ...context, executor });
    expect([verdict, tests[0]?.message]).toEqual(['internal_error', 'The checker does not compile.']);
  });

  it('is not shown to learners', () => {
    expect(JSON.stringify(learnerView(valid(splitDocument)))).not.toContain('block');
  });
});
