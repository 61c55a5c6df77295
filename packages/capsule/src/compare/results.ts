import type { ResultSet, SqlValue } from '../execution.ts';
import type { QueryJudge } from '../schema/judge.ts';
import { isClose } from './numbers.ts';

export type Agreement = { ok: true } | { ok: false; why: string };

/** Compares result sets by the judge's rules: duplicates always count, order and column names only if asked. */
export function resultsAgree(judge: QueryJudge, expected: ResultSet, actual: ResultSet): Agreement {
  if (actual.columns.length !== expected.columns.length) {
    return no(`${count(actual.columns.length, 'column')} instead of ${expected.columns.length}`);
  }
  if (judge.compareColumnNames) {
    const index = expected.columns.findIndex(
      (name, i) => name.toLowerCase() !== actual.columns[i]?.toLowerCase(),
    );
    if (index >= 0)
      return no(`column ${index + 1} is named "${actual.columns[index]}", not "${expected.columns[index]}"`);
  }
  if (actual.rows.length !== expected.rows.length) {
    return no(`${count(actual.rows.length, 'row')} instead of ${expected.rows.length}`);
  }
  const same = (a: SqlValue[], b: SqlValue[]) =>
    a.every((value, i) => sameCell(value, b[i] ?? null, judge.tolerance));
  if (judge.ordered) {
    const index = expected.rows.findIndex((row, i) => !same(row, actual.rows[i] ?? []));
    return index < 0 ? { ok: true } : no(`row ${index + 1} differs`);
  }
  return sameRows(expected.rows, actual.rows, same) ? { ok: true } : no('the rows differ');
}

/** Multiset equality. Sorting pairs the rows up; tolerance can upset a sort, so what is left is matched one by one. */
function sameRows(
  expected: SqlValue[][],
  actual: SqlValue[][],
  same: (a: SqlValue[], b: SqlValue[]) => boolean,
) {
  const left = sorted(expected);
  const right = sorted(actual);
  const unmatched: SqlValue[][] = [];
  const rest: SqlValue[][] = [];
  left.forEach((row, i) => {
    const other = right[i] ?? [];
    if (same(row, other)) return;
    unmatched.push(row);
    rest.push(other);
  });
  return unmatched.every(row => {
    const index = rest.findIndex(other => same(row, other));
    if (index < 0) return false;
    rest.splice(index, 1);
    return true;
  });
}

function sorted(rows: SqlValue[][]): SqlValue[][] {
  const keyed = rows.map(row => ({ key: JSON.stringify(row), row }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

/** INTEGER 2 and REAL 2.0 are one number to SQL, and so they are here. */
function sameCell(a: SqlValue, b: SqlValue, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return isClose(a, b, { relative: tolerance, absolute: tolerance });
  }
  if (typeof a === 'object' && a !== null) return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}

const no = (why: string): Agreement => ({ ok: false, why });
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
