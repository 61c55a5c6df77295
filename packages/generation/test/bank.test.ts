import type { Executor } from '@devcapsules/capsule/execution';
import { prove } from '@devcapsules/capsule/proof/prove';
import { DIFFICULTIES, LANGUAGES } from '@devcapsules/capsule/schema/capsule';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRunner } from '../../../apps/runner/test/harness.ts';
import { localMutants } from '../../cli/src/executor/grammars.ts';
import { runnerExecutor } from '../../cli/src/executor/runner.ts';
import { bankAuthor } from '../src/bank/author.ts';
import { draftOf, serves } from '../src/bank/draft.ts';
import { FAMILIES } from '../src/bank/families.ts';
import { complete } from '../src/complete.ts';
import { MIN_KILLED } from '../src/pipeline/checks.ts';

const SEEDS = ['a', 'b', 'c', 'd', 'e'];
/** Every family in every language, difficulty and seed is proven by tools/prove-bank.ts; here every so many of them. */
const SAMPLE = 60;

const exercises = FAMILIES.flatMap(family =>
  LANGUAGES.flatMap(language =>
    DIFFICULTIES.filter(difficulty => serves(family, language, difficulty)).map(difficulty => ({
      family,
      language,
      difficulty,
    })),
  ),
);

describe('the bank', () => {
  it('has names that are each one family’s', () => {
    expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length);
  });

  it('serves every language in every difficulty', () => {
    const served = LANGUAGES.flatMap(language =>
      DIFFICULTIES.filter(difficulty => !FAMILIES.some(family => serves(family, language, difficulty))).map(
        difficulty => `${language} ${difficulty}`,
      ),
    );
    expect(served).toEqual([]);
  });
});

describe.each(exercises)('$family.id in $language, $difficulty', ({ family, language, difficulty }) => {
  const drafts = SEEDS.map(seed => draftOf(family, language, difficulty, seed));

  it('is another exercise for another seed, and the same for the same', () => {
    expect(
      new Set(drafts.map(draft => JSON.stringify([draft.statement, draft.judge, draft.inputs]))).size,
    ).toBe(SEEDS.length);
    expect(draftOf(family, language, difficulty, 'a')).toEqual(drafts[0]);
  });

  it('has what a capsule of quality has', () => {
    for (const { statement, objectives, hints, wrongSolutions, inputs, title } of drafts) {
      expect(statement.length, title).toBeGreaterThan(150);
      expect(`${statement}${title}`).not.toMatch(/undefined|NaN|\[object/);
      expect([objectives.length >= 1 && objectives.length <= 2, hints.length]).toEqual([true, 3]);
      expect(wrongSolutions.length).toBeGreaterThanOrEqual(2);
      const hidden = inputs.filter(input => input.hidden).length;
      expect([hidden >= 4, inputs.length > hidden]).toEqual([true, true]);
      expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
    }
  });
});

describe('the author without a model', () => {
  const author = bankAuthor(FAMILIES);
  const ask = (
    prompt: string,
    language: (typeof LANGUAGES)[number],
    difficulty: (typeof DIFFICULTIES)[number],
  ) => author.write({ prompt, language, difficulty }, 'seed');

  it('finds every family by its own words', () => {
    const lost = exercises.filter(({ family, language, difficulty }) => {
      const authored = ask(family.words, language, difficulty);
      return authored.kind !== 'draft';
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['Count how many numbers are above a limit', 'python', 'EASY', 'count-above'],
    ['customers who never ordered anything', 'sql', 'MEDIUM', 'sql-without-a-match'],
  ] as const)('understands “%s”', (prompt, language, difficulty, id) => {
    expect(ask(prompt, language, difficulty)).toMatchObject({ kind: 'draft', familyId: id });
  });

  it('says when nothing fits, and never makes something of nothing', () => {
    expect(ask('zqx vvk', 'python', 'EASY')).toEqual({ kind: 'nothing_fits', nearest: [] });
    expect(ask('write a simple exercise about the', 'python', 'EASY').kind).toBe('nothing_fits');
  });
});

describe('a sample of the bank', () => {
  let executor: Executor;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const runner = await startTestRunner({});
    close = () => runner.close();
    executor = runnerExecutor({ url: runner.url, secret: undefined, signal: new AbortController().signal });
  });
  afterAll(() => close());

  it.each(exercises.filter((_, i) => i % SAMPLE === 0))(
    'proves: $family.id in $language, $difficulty',
    async ({ family, language, difficulty }) => {
      const newToken = () => crypto.randomUUID();
      const completed = await complete(draftOf(family, language, difficulty, 'sample'), {
        executor,
        newToken,
      });
      if (completed.kind !== 'complete') throw new Error(JSON.stringify(completed));
      const proof = await prove(completed.capsule, {
        executor,
        newToken,
        makeMutants: localMutants,
        now: () => performance.now(),
      });
      expect(proof.checks.filter(check => !check.passed)).toEqual([]);
      expect(proof.mutation?.score ?? 1).toBeGreaterThanOrEqual(MIN_KILLED);
    },
  );
});
