import type { Random, SqlExercise } from '../family.ts';
import { some } from '../pick.ts';

/** What the families of SQL have in common: rows as text, and answers worked out for the statement. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

const NAMES =
  'Ada Bela Chidi Dina Emre Fay Goran Hana Ines Jonas Kira Luis Mina Nils Olga Pavel Rosa Samir Tara Viktor'.split(
    ' ',
  );

/** So many different first names. */
export function firstNames(random: Random, count: number): string[] {
  return some(random, NAMES, count);
}

/** Inserts rows that have a value for each column; nothing for no rows. */
export function insert(table: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `INSERT INTO ${table} VALUES\n  ${rows.map(row => `(${row.map(literal).join(', ')})`).join(',\n  ')};\n`;
}

function literal(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''")}'`;
}

/** A result as a table of Markdown. */
export function shown(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell => cell ?? 'NULL').join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Sorts as ORDER BY does: by the first of the keys that differs. */
export function sortedBy<Item>(items: readonly Item[], ...keys: ((item: Item) => string | number)[]): Item[] {
  return items.toSorted((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A day of a year, counted from 0 for 1 January, as `2026-01-01`. */
export function dayOf(year: number, index: number): string {
  return new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10);
}

/** The first rows as they are, one more case to look at, and hidden ones: each a name and what is done before. */
export function databases(
  visible: readonly [name: string, setup: string],
  hidden: Record<string, string>,
): SqlExercise['cases'] {
  return [
    { name: 'the first rows', hidden: false },
    { name: visible[0], setup: visible[1], hidden: false },
    ...Object.entries(hidden).map(([name, setup]) => ({ name, setup, hidden: true })),
  ];
}
