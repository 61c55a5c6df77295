import { concurrently } from '../concurrently.ts';
import { judge } from '../judges/judge.ts';
import type { Capsule } from '../schema/capsule.ts';
import type { Judgement, Verdict } from '../verdict.ts';
import type { CheckId, ProofContext, Remembered } from './proof.ts';

/** What a proof keeps of a judgement. */
export interface Finding {
  [key: string]: Remembered;
  verdict: Verdict;
  passed: number;
  total: number;
  slowestMs: number;
  /** The first test that failed, and why. */
  failed: string | null;
  why: string | null;
}

type JudgeArguments = [
  capsule: Capsule,
  source: string,
  options?: { tests?: Capsule['tests']; hashSeed?: number },
];

/** The workplace of one proof: judges answers, remembers, tells progress, stops when asked to. */
export class Bench {
  readonly context: ProofContext;
  /** Test runs so far. */
  runs = 0;

  constructor(context: ProofContext) {
    this.context = context;
  }

  /** Does the work, unless an earlier attempt at this proof did it and it is remembered. */
  async remember<Result extends Remembered>(key: string, work: () => Promise<Result>): Promise<Result> {
    this.context.signal?.throwIfAborted();
    const known = await this.context.memory?.get(key);
    if (known !== undefined) return known as Result;
    const result = await work();
    await this.context.memory?.set(key, result);
    return result;
  }

  /** Judges an answer, or remembers how it was judged. */
  async judge(key: string, ...[capsule, source, options]: JudgeArguments): Promise<Finding> {
    const finding = await this.remember(key, () => this.find(capsule, source, options));
    this.runs += finding.total;
    return finding;
  }

  /** Judges an answer; the caller remembers what comes of it, and counts its runs. */
  async find(...[capsule, source, options = {}]: JudgeArguments): Promise<Finding> {
    const { hashSeed, tests } = options;
    const context = { ...this.context, ...(hashSeed !== undefined && { hashSeed }) };
    return findingOf(await judge(capsule, source, context, tests));
  }

  /** Works on all items, some side by side, and tells how many are done. */
  async each<Item, Result>(
    step: CheckId,
    items: readonly Item[],
    work: (item: Item, index: number) => Promise<Result>,
  ): Promise<Result[]> {
    let done = 0;
    this.tell(step, 0, items.length);
    return concurrently(items, this.context.width ?? 1, async (item, index) => {
      const result = await work(item, index);
      this.tell(step, ++done, items.length);
      return result;
    });
  }

  tell(step: CheckId, done: number, total: number): void {
    this.context.onProgress?.({ step, done, total });
  }
}

function findingOf(judgement: Judgement): Finding {
  const { verdict, passed, total, tests, compile } = judgement;
  const failed =
    tests.find(test => test.verdict === 'internal_error') ?? tests.find(test => test.verdict !== 'accepted');
  const stderr = failed?.stderr?.trim().split('\n').at(-1);
  return {
    verdict,
    passed,
    total,
    slowestMs: Math.max(0, ...tests.map(test => test.timeMs)),
    failed: failed?.name ?? null,
    why: compile?.stderr.slice(0, 500) ?? failed?.message ?? stderr ?? null,
  };
}
