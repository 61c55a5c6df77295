import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localMutants } from '../../cli/src/executor/grammars.ts';
import type { Executor, ProgramJob } from '../src/execution.ts';
import type { Memory, Proof, Remembered } from '../src/proof/proof.ts';
import { prove } from '../src/proof/prove.ts';
import { renderReport } from '../src/proof/report.ts';
import { localExecutor } from './local-executor.ts';
import { startRunnerExecutor } from './runner-executor.ts';
import { clampDocument, echoDocument, topDocument, valid } from './samples.ts';

let runner: Awaited<ReturnType<typeof startRunnerExecutor>>;
beforeAll(async () => {
  runner = await startRunnerExecutor();
}, 60_000);
afterAll(() => runner.close());

/** Programs on a real runner, where limits count processor time; SQL in this process. */
const executor: Executor = {
  runProgram: job => runner.executor.runProgram(job),
  runQuery: job => localExecutor.runQuery(job),
};
const context = {
  executor,
  newToken: () => crypto.randomUUID(),
  makeMutants: localMutants,
  now: () => performance.now(),
};

/** Passing marks: strong at 60, and its tests ask at 60 and just below it. */
const marksDocument = {
  ...clampDocument,
  title: 'Marks',
  judge: {
    kind: 'function',
    functionName: 'passes',
    params: [{ name: 'marks', type: 'int' }],
    returns: 'bool',
  },
  starter: 'def passes(marks):\n    pass\n',
  solution: 'def passes(marks):\n    return marks >= 60\n',
  tests: [
    { name: 'exactly enough', args: [60], expected: true },
    { name: 'one short', args: [59], expected: false, hidden: true },
    { name: 'plenty', args: [90], expected: true, hidden: true },
  ],
};
const weakMarks = {
  ...marksDocument,
  tests: [
    { name: 'few', args: [10], expected: false },
    { name: 'plenty', args: [90], expected: true, hidden: true },
  ],
};

const mutationOf = (proof: Proof) => {
  if (!proof.mutation) throw new Error(JSON.stringify(proof.checks));
  return proof.mutation;
};

describe('mutants in a proof', () => {
  it('are all killed by tests at the boundary', async () => {
    const proof = await prove(valid(marksDocument), context);
    expect(mutationOf(proof)).toMatchObject({ survivors: [], score: 1 });
    expect(proof.quality).toBeGreaterThan(0.8);
  });

  it('survive weak tests, each with a test that would kill it', async () => {
    const proof = await prove(valid(weakMarks), context);
    const { survivors, score } = mutationOf(proof);
    expect(score).toBeLessThan(0.85);
    expect(survivors.map(one => one.diff)).toContain(
      '@@ line 2 @@\n-    return marks >= 60\n+    return marks > 60',
    );
    const check = proof.checks.find(one => one.id === 'mutants');
    expect(check).toMatchObject({ passed: true, warning: true });
    const killers = survivors.flatMap(one => (one.killer ? [one.killer as object] : []));
    expect(killers.length).toBeGreaterThan(0);
    const stronger = valid({ ...weakMarks, tests: [...weakMarks.tests, ...killers] });
    const again = mutationOf(await prove(stronger, context));
    expect(again.survivors.length).toBe(survivors.length - killers.length);
  });

  it('that behave as the solution does are no reproach', async () => {
    // Nobody has more than 100 and fewer than 0: what stands there may be whatever it likes.
    const solution =
      'def passes(marks):\n    if marks > 100 and marks < 0:\n        return None\n    return marks >= 60\n';
    const { equivalent, survivors } = mutationOf(await prove(valid({ ...marksDocument, solution }), context));
    expect(equivalent).toBeGreaterThan(0);
    expect(survivors.map(one => one.line)).not.toContain(3);
  });

  it('that loop forever are killed by a short time limit', async () => {
    const solution = [
      'def passes(marks):',
      '    count = 0',
      '    while count < marks:',
      '        count += 1',
      '    return count >= 60',
      '',
    ].join('\n');
    const startedAt = performance.now();
    const { score } = mutationOf(await prove(valid({ ...marksDocument, solution }), context));
    expect(score).toBeGreaterThan(0.85);
    // Ten of them at the capsule's own limit would take twenty seconds.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
  });

  it('are found in standard input exercises too, with a further input', async () => {
    const weak = {
      ...echoDocument,
      solution: 'a, b = map(int, input().split()[:2])\nprint(a + b if a < 5 else b + a + 0)\n',
    };
    const document = {
      ...weak,
      tests: [
        { name: 'two', stdin: '1 2\n', expected: '3\n' },
        { name: 'other', stdin: '2 2\n', expected: '4\n' },
      ],
    };
    const { made, equivalent, killed, survivors } = mutationOf(await prove(valid(document), context));
    expect(made).toBe(killed + equivalent + survivors.length);
    expect(survivors.every(one => one.killer !== undefined)).toBe(true);
    expect(survivors.map(one => one.operator)).toContain('arithmetic');
  });

  it('of SQL that only fail are none, and survivors differ on a changed database', async () => {
    const document = {
      ...topDocument,
      judge: { ...topDocument.judge, ordered: false },
      solution: 'SELECT name FROM item WHERE price >= 2;',
      tests: [
        { name: 'as it is' },
        { name: 'more', setup: "INSERT INTO item VALUES ('d', 7)", hidden: true },
      ],
    };
    const weak = {
      ...document,
      judge: {
        ...document.judge,
        setup: "CREATE TABLE item(name, price); INSERT INTO item VALUES ('b', 3), ('c', 1);",
      },
    };
    const strong = mutationOf(await prove(valid(document), context));
    expect(strong.survivors).toEqual([]);
    const { survivors } = mutationOf(await prove(valid(weak), context));
    expect(survivors.map(one => one.diff.split('\n').at(-1))).toContain(
      '+SELECT name FROM item WHERE price > 2;',
    );
  });

  it('are shown in the report as diffs', async () => {
    const report = renderReport('Marks', await prove(valid(weakMarks), context));
    expect(report).toContain('### Not found: line 2, comparison');
    expect(report).toContain('-    return marks >= 60\n+    return marks > 60');
    expect(report).toContain('This test would find it:');
  });
});

describe('a proof that is interrupted', () => {
  function memory(): Memory & { entries: Map<string, Remembered> } {
    const entries = new Map<string, Remembered>();
    return {
      entries,
      get: async key => entries.get(key),
      set: async (key, value) => void entries.set(key, value),
    };
  }

  /** Counts, and breaks down at one of the calls. */
  function counting(breaksAt = Number.POSITIVE_INFINITY): Executor & { calls: ProgramJob[] } {
    const calls: ProgramJob[] = [];
    return {
      ...executor,
      calls,
      runProgram: job => {
        if (calls.length >= breaksAt) throw new Error('the power went out');
        calls.push(job);
        return executor.runProgram(job);
      },
    };
  }

  /** Times differ from run to run; the check of the time limit tells them. */
  const withoutTimes = (proof: Proof) => ({
    ...proof,
    slowestSolutionMs: 0,
    checks: proof.checks.filter(check => check.id !== 'limits'),
  });

  it('goes on where it was, runs nothing twice, and ends the same', async () => {
    const capsule = valid(weakMarks);
    const whole = counting();
    const expected = await prove(capsule, { ...context, executor: whole, now: () => 0 });
    for (const breaksAt of [0, 3, 15, whole.calls.length - 1]) {
      const notes = memory();
      const first = counting(breaksAt);
      await expect(prove(capsule, { ...context, executor: first, memory: notes })).rejects.toThrow('power');
      const second = counting();
      const proof = await prove(capsule, { ...context, executor: second, memory: notes, now: () => 0 });
      expect(withoutTimes(proof)).toEqual(withoutTimes(expected));
      // Repeated are one answer at most, and making further inputs: 40 runs each, in calls of ten.
      expect(first.calls.length + second.calls.length).toBeLessThanOrEqual(whole.calls.length + 8);
    }
  });

  it('ends before its next run when it is cancelled', async () => {
    const stop = new AbortController();
    const steps: string[] = [];
    const proof = prove(valid(marksDocument), {
      ...context,
      signal: stop.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        if (step === 'mutants') stop.abort(new Error('enough'));
      },
    });
    await expect(proof).rejects.toThrow('enough');
    expect(steps.filter(step => step === 'mutants')).toHaveLength(1);
  });

  it('tells each step as it goes', async () => {
    const told: string[] = [];
    await prove(valid(marksDocument), {
      ...context,
      onProgress: ({ step, done, total }) => told.push(`${step} ${done}/${total}`),
    });
    expect(told.slice(0, 6)).toEqual([
      ...['stability 0/5', 'stability 1/5', 'stability 2/5', 'stability 3/5', 'stability 4/5'],
      'trivial_answers 0/4',
    ]);
    expect(told.at(-1)).toMatch(/^mutants (\d+)\/\1$/);
  });
});
