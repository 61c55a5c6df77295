import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultsAgree } from '../src/compare/results.ts';
import { textsAgree } from '../src/compare/text.ts';
import { valuesAgree } from '../src/compare/values.ts';
import type { SqlValue } from '../src/execution.ts';
import { queryJudge } from '../src/schema/judge.ts';

describe('text comparers', () => {
  it.each([
    ['exact', 'a\n', 'a', false],
    ['lines', 'a  \nb\n\n', 'a\r\nb', true],
    ['lines', 'a\nb', ' a\nb', false],
    ['tokens', 'a b\nc', 'a\nb   c', true],
    ['tokens', 'ab', 'a b', false],
    ['unordered', 'a\nb\nb', 'b\na\nb', true],
    ['unordered', 'a\nb', 'a\na\nb', false],
    ['float', 'x 0.3333333333', 'x 0.33333333331', true],
    ['float', 'x 0.33', 'x 0.34', false],
    ['float', '1.0', '0x1', false],
  ] as const)('%s of %j and %j is %s', (kind, expected, actual, agrees) => {
    const comparer = kind === 'float' ? { kind, relative: 1e-9, absolute: 1e-9 } : { kind };
    expect(textsAgree(comparer, expected, actual)).toBe(agrees);
  });
});

describe('value comparers', () => {
  it('exact tells 2^53 from 2^53 + 1, and holds NaN equal to itself', () => {
    expect(valuesAgree({ kind: 'exact' }, 2n ** 53n, 2n ** 53n + 1n)).toBe(false);
    expect(valuesAgree({ kind: 'exact' }, Number.NaN, Number.NaN)).toBe(true);
    expect(valuesAgree({ kind: 'exact' }, [1n], [1n, 1n])).toBe(false);
    expect(valuesAgree({ kind: 'exact' }, new Map([['a', 1n]]), new Map([['b', 1n]]))).toBe(false);
  });

  it('unordered accepts every permutation and rejects a changed multiplicity', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(), { minLength: 1 }), fc.infiniteStream(fc.nat()), (items, keys) => {
        const permuted = items.map(item => ({ item, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const actual = permuted.map(({ item }) => item);
        expect(valuesAgree({ kind: 'unordered' }, items, actual)).toBe(true);
        expect(valuesAgree({ kind: 'unordered' }, items, [...actual.slice(1), (actual[0] ?? 0n) + 1n])).toBe(
          false,
        );
      }),
    );
  });
});

describe('result sets', () => {
  const table = (...rows: SqlValue[][]) => ({ columns: rows[0]?.map((_, i) => `c${i}`) ?? ['c0'], rows });
  const agree = (judge: object, a: ReturnType<typeof table>, b: ReturnType<typeof table>) =>
    resultsAgree(queryJudge.parse({ kind: 'query', ...judge }), a, b).ok;

  it('count duplicates even where order is free', () => {
    expect(agree({}, table([1], [1], [2]), table([2], [1], [1]))).toBe(true);
    expect(agree({}, table([1], [1], [2]), table([2], [2], [1]))).toBe(false);
  });

  it('keep order where it is asked for', () => {
    expect(agree({ ordered: true }, table([1], [2]), table([2], [1]))).toBe(false);
  });

  it('tell NULL from 0, from the empty string and from the text "null"', () => {
    for (const other of [0, '', 'null']) expect(agree({}, table([null]), table([other]))).toBe(false);
  });

  it('hold numbers equal within the tolerance, in any order', () => {
    const judge = { tolerance: 1e-6 };
    expect(agree(judge, table([0.1 + 0.2, 'a'], [1, 'b']), table([1, 'b'], [0.3, 'a']))).toBe(true);
    expect(agree(judge, table([0.31]), table([0.3]))).toBe(false);
  });

  it('compare column names only if asked, without regard to case', () => {
    const named = (name: string) => ({ columns: [name], rows: [[1]] });
    expect(agree({}, named('a'), named('b'))).toBe(true);
    expect(agree({ compareColumnNames: true }, named('a'), named('b'))).toBe(false);
    expect(agree({ compareColumnNames: true }, named('a'), named('A'))).toBe(true);
  });
});
