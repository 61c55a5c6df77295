import type { SqlValue } from '@devcapsules/capsule/execution';
import { TYPE } from './exports.ts';
import { memoryLimit } from './failure.ts';
import type { Sqlite } from './sqlite.ts';

/** A value, and what it counts towards the limit of a result. */
export interface Cell {
  value: SqlValue;
  bytes: number;
}

const NUMBER_BYTES = 8;

/** Reads one column of the row that a statement stands on. */
export function readCell(sqlite: Sqlite, statement: number, column: number): Cell {
  const { api } = sqlite;
  const type = api.sqlite3_column_type(statement, column);
  if (type === TYPE.integer) return number(integer(api.sqlite3_column_int64(statement, column)));
  if (type === TYPE.float) return number(real(api.sqlite3_column_double(statement, column)));
  if (type === TYPE.null) return number(null);

  const isText = type === TYPE.text;
  const read = isText ? api.sqlite3_column_text : api.sqlite3_column_blob;
  const address = read(statement, column);
  const length = api.sqlite3_column_bytes(statement, column);
  if (address === 0 && (isText || length > 0)) throw memoryLimit();
  if (isText) return { value: sqlite.text(address, length), bytes: length };
  return { value: { blob: hex(sqlite.bytes(address, length)) }, bytes: length * 2 };
}

function number(value: SqlValue): Cell {
  return { value, bytes: NUMBER_BYTES };
}

function integer(value: bigint): SqlValue {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : { integer: value.toString() };
}

/** JSON has neither infinities nor a negative zero; SQLite itself turns NaN into NULL. */
function real(value: number): SqlValue {
  if (value === Number.POSITIVE_INFINITY) return { real: 'Infinity' };
  if (value === Number.NEGATIVE_INFINITY) return { real: '-Infinity' };
  return value === 0 ? 0 : value;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
