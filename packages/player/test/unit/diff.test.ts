import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRow, diffTexts, type Piece } from '../../src/results/diff.ts';

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const side = (rows: DiffRow[], name: 'expected' | 'actual') =>
  rows.flatMap(row => (row[name] ? [textOf(row[name])] : [])).join('\n');
const changed = (rows: DiffRow[]) =>
  rows
    .filter(row => !row.same)
    .map(({ expected, actual }) => [expected && textOf(expected), actual && textOf(actual)]);

describe('the comparison of two outputs', () => {
  it('marks what differs within a line', () => {
    const [row] = diffTexts('sum: 18\n', 'sum: 28\n');
    expect(row?.expected).toEqual([
      { text: 'sum: ', same: true },
      { text: '1', same: false },
      { text: '8', same: true },
    ]);
    expect(row?.actual?.[1]).toEqual({ text: '2', same: false });
  });

  it('finds lines that are missing, too many or moved on', () => {
    expect(changed(diffTexts('a\nb\nc\n', 'a\nc\n'))).toEqual([['b', null]]);
    expect(changed(diffTexts('a\nc\n', 'a\nb\nc\n'))).toEqual([[null, 'b']]);
    expect(changed(diffTexts('a\nb\nc\n', 'a\nx\nc\n'))).toEqual([['b', 'x']]);
    expect(changed(diffTexts('', 'a\n'))).toEqual([[null, 'a']]);
  });

  it('says the same of both sides whatever they are, and that alone', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', 'ab', ' '), { maxLength: 12 })
      .map(lines => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (expected, actual) => {
        const rows = diffTexts(expected, actual);
        expect(side(rows, 'expected')).toBe(expected.replace(/\n$/, ''));
        expect(side(rows, 'actual')).toBe(actual.replace(/\n$/, ''));
        for (const row of rows) if (row.same) expect(row.expected).toEqual(row.actual);
        if (expected === actual) expect(changed(rows)).toEqual([]);
      }),
    );
  });

  it('compares long outputs line by line', () => {
    const long = Array.from({ length: 5000 }, (_, index) => String(index)).join('\n');
    expect(changed(diffTexts(long, long.replace('4999', 'x')))).toEqual([['4999', 'x']]);
  });
});
