import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Executor, PROGRAM_LANGUAGES } from '../../src/execution.ts';
import { judge } from '../../src/judges/judge.ts';
import { startRunnerExecutor } from '../runner-executor.ts';
import { valid } from '../samples.ts';
import { C, CPP } from './forgery/c.ts';
import { JAVA } from './forgery/java.ts';
import { JAVASCRIPT } from './forgery/javascript.ts';
import { PYTHON } from './forgery/python.ts';

const ATTEMPTS = { python: PYTHON, javascript: JAVASCRIPT, java: JAVA, c: C, cpp: CPP };
const HONEST = {
  python: 'def f(x):\n    return 7 * x * x + 3\n',
  javascript: 'function f(x) { return 7 * x * x + 3; }\n',
  java: 'class Solution { static long f(long x) { return 7 * x * x + 3; } }\n',
  c: 'long long f(long long x) { return 7 * x * x + 3; }\n',
  cpp: 'long long f(long long x) { return 7 * x * x + 3; }\n',
};

let executor: Executor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ executor, close } = await startRunnerExecutor());
}, 60_000);
afterAll(() => close());

describe.each(PROGRAM_LANGUAGES)('the function judge in %s', language => {
  const capsule = valid({
    schemaVersion: 1,
    type: 'CODE',
    language,
    title: 'A polynomial',
    difficulty: 'EASY',
    statement: 'Compute it.',
    judge: { kind: 'function', functionName: 'f', params: [{ name: 'x', type: 'int' }], returns: 'int' },
    starter: '',
    solution: HONEST[language],
    tests: [{ name: 'five', args: [5], expected: 178 }],
    limits: { timeMs: 1000, memoryMb: 128 },
  });
  const verdictOf = async (source: string) =>
    (await judge(capsule, source, { executor, newToken: () => crypto.randomUUID() })).verdict;

  it('accepts who computes', async () => {
    expect(await verdictOf(HONEST[language])).toBe('accepted');
  });

  it.each(Object.entries(ATTEMPTS[language]))('does not accept code that %s', async (_, source) => {
    expect(['accepted', 'internal_error']).not.toContain(await verdictOf(source));
  });
});
