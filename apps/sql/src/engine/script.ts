import type { ResultSet, SqlValue } from '@devcapsules/capsule/execution';
import type { Database } from './database.ts';
import { RESULT } from './exports.ts';
import { QueryFailure, withCleanUp } from './failure.ts';
import type { Guard } from './guard.ts';
import { MAX_ROWS } from './limits.ts';
import { readCell } from './values.ts';

export interface ScriptResult {
  /** What the last statement that returns rows returned; null when none does. */
  resultSet: ResultSet | null;
  /** What the set counts towards the limit of a result. */
  resultBytes: number;
  /** Statements, without comments and empty ones. */
  statementCount: number;
}

/**
 * Runs all statements of a text, stopping at the first that fails.
 * @throws QueryFailure when a statement fails or meets a limit
 */
export function runScript(
  database: Database,
  sql: string,
  guard: Guard,
  maxResultBytes: number,
): ScriptResult {
  if (sql.includes('\0')) throw new QueryFailure('error', 'The SQL contains a NUL character');
  const { sqlite } = database;
  let result: ScriptResult = { resultSet: null, resultBytes: 0, statementCount: 0 };
  sqlite.guard = guard;
  try {
    return sqlite.withText(sql, start => {
      let rest = start;
      while (sqlite.byteAt(rest) !== 0) {
        const prepared = prepare(database, rest, guard);
        rest = prepared.rest;
        if (prepared.statement !== 0)
          result = advance(result, database, prepared.statement, guard, maxResultBytes);
      }
      return result;
    });
  } finally {
    sqlite.guard = null;
  }
}

/** Compiles the first statement at an address: 0 when there is but white space and comments. */
function prepare(database: Database, start: number, guard: Guard): { statement: number; rest: number } {
  const { api } = database.sqlite;
  const out = database.sqlite.outParameters((statement, tail) =>
    api.sqlite3_prepare_v2(database.handle, start, -1, statement, tail),
  );
  if (out.code !== RESULT.ok) throw database.failure(out.code, guard);
  return { statement: out.first, rest: out.second };
}

function advance(
  before: ScriptResult,
  database: Database,
  statement: number,
  guard: Guard,
  maxResultBytes: number,
): ScriptResult {
  const { api } = database.sqlite;
  const statementCount = before.statementCount + 1;
  const run = (): ScriptResult => {
    if (api.sqlite3_bind_parameter_count(statement) > 0) {
      throw new QueryFailure('error', 'Parameters such as ? or :name have no value here');
    }
    if (api.sqlite3_column_count(statement) > 0) {
      return { ...collect(database, statement, guard, maxResultBytes), statementCount };
    }
    const code = api.sqlite3_step(statement);
    if (code !== RESULT.done) throw database.failure(code, guard);
    return { ...before, statementCount };
  };
  return withCleanUp(run, () => api.sqlite3_finalize(statement));
}

function collect(
  database: Database,
  statement: number,
  guard: Guard,
  maxBytes: number,
): { resultSet: ResultSet; resultBytes: number } {
  const { sqlite } = database;
  const { api } = sqlite;
  const columnIndexes = Array.from({ length: api.sqlite3_column_count(statement) }, (_, index) => index);
  const columns = columnIndexes.map(index => sqlite.cString(api.sqlite3_column_name(statement, index)));
  const rows: SqlValue[][] = [];
  let resultBytes = columns.reduce((sum, name) => sum + name.length, 0);
  for (;;) {
    const code = api.sqlite3_step(statement);
    if (code === RESULT.done) return { resultSet: { columns, rows }, resultBytes };
    if (code !== RESULT.row) throw database.failure(code, guard);
    if (rows.length === MAX_ROWS)
      throw new QueryFailure('output_limit', `A result may have ${MAX_ROWS} rows`);
    const row: SqlValue[] = [];
    for (const index of columnIndexes) {
      const cell = readCell(sqlite, statement, index);
      resultBytes += cell.bytes;
      if (resultBytes > maxBytes)
        throw new QueryFailure('output_limit', `A result may have ${maxBytes} bytes`);
      row.push(cell.value);
    }
    rows.push(row);
  }
}
