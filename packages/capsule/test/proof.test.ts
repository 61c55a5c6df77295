import { describe, expect, it } from 'vitest';
import { localMutants } from '../../cli/src/executor/grammars.ts';
import type { CheckId } from '../src/proof/proof.ts';
import { prove } from '../src/proof/prove.ts';
import { renderReport } from '../src/proof/report.ts';
import { localExecutor } from './local-executor.ts';
import { clampDocument, echoDocument, factorialDocument, topDocument, valid } from './samples.ts';

const context = {
  executor: localExecutor,
  newToken: () => crypto.randomUUID(),
  makeMutants: localMutants,
  now: () => performance.now(),
};
const failedChecks = async (document: object): Promise<CheckId[]> => {
  const proof = await prove(valid(document), context);
  expect(proof.passed).toBe(proof.checks.every(check => check.passed));
  return proof.checks.filter(check => !check.passed).map(check => check.id);
};

describe('a proof', () => {
  it.each([clampDocument, factorialDocument, topDocument, echoDocument])('passes $title', async document => {
    expect(await failedChecks(document)).toEqual([]);
  });

  it('fails a solution that fails a test', async () => {
    expect(
      await failedChecks({ ...clampDocument, solution: 'def clamp(x, low, high):\n    return x' }),
    ).toEqual(['stability']);
  });

  it('fails a solution whose answer depends on the hash seed', async () => {
    const document = {
      ...clampDocument,
      judge: {
        kind: 'function',
        functionName: 'first',
        params: [{ name: 'xs', type: 'list<string>' }],
        returns: 'string',
      },
      solution: 'def first(xs):\n    return list(set(xs))[0]\n',
      tests: [{ name: 't', args: [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']], expected: 'a' }],
    };
    expect(await failedChecks(document)).toEqual(['stability']);
  });

  it('fails tests that a constant satisfies', async () => {
    const tests = [
      { name: 'one', args: [50, 0, 10], expected: 10 },
      { name: 'two', args: [11, 0, 10], expected: 10 },
    ];
    expect(await failedChecks({ ...clampDocument, tests })).toEqual(['trivial_answers']);
  });

  it('fails a query whose tests all have the same data', async () => {
    expect(await failedChecks({ ...topDocument, tests: [{ name: 'only' }] })).toEqual(['trivial_answers']);
  });

  it('fails a starter that already solves the exercise', async () => {
    expect(
      await failedChecks({ ...clampDocument, starter: `# here you go\n${clampDocument.solution}` }),
    ).toEqual(['trivial_answers', 'leaks']);
  });

  it('fails a time limit without headroom', async () => {
    expect(await failedChecks({ ...clampDocument, limits: { timeMs: 900, memoryMb: 64 } })).toEqual([
      'limits',
    ]);
  });

  it('fails when the solution or a hidden value stands in what learners read', async () => {
    expect(await failedChecks({ ...clampDocument, hints: [clampDocument.solution] })).toEqual(['leaks']);
    const document = {
      ...echoDocument,
      statement: 'Add. The secret is 1234 5678.',
      tests: [...echoDocument.tests, { name: 'big', stdin: '12345678', expected: '12345678', hidden: true }],
    };
    expect(await failedChecks(document)).toEqual(['leaks']);
  });

  it('fails when a known wrong solution is accepted', async () => {
    const wrong = (source: string) => ({ wrongSolutions: [{ why: 'forgets the upper bound', source }] });
    const unbounded = 'def clamp(x, low, high):\n    return max(low, x)\n';
    expect(await failedChecks({ ...clampDocument, ...wrong(unbounded) })).toEqual([]);
    const tests = clampDocument.tests.filter(test => test.name !== 'above');
    expect(await failedChecks({ ...clampDocument, tests, ...wrong(unbounded) })).toEqual(['wrong_solutions']);
  });

  it('gives evidence that a person can read', async () => {
    const report = renderReport('Clamp', await prove(valid(clampDocument), context));
    expect(report).toContain('# Proof of “Clamp”');
    expect(report).toContain('Rejected (wrong_answer, 1/3 tests): always 5.');
  });
});
