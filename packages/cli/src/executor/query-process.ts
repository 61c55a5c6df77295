/** The process that runs SQL: takes jobs from its parent, one after the other, and tells of each case. */

import { constants, DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { QueryCase, QueryJob, QueryOutcome, ResultSet, SqlValue } from '@devcapsules/capsule/execution';
import type { QueryMessage } from './query-protocol.ts';
import { statementsOf } from './statements.ts';

/** As on the server; see apps/sql. */
const MAX_ROWS = 10_000;

type Ended = Pick<QueryOutcome, 'status' | 'result' | 'message'>;

/** An end that has a status of its own. */
class Ending extends Error {
  readonly status: QueryOutcome['status'];

  constructor(status: QueryOutcome['status'], message: string) {
    super(message);
    this.status = status;
  }
}

// Ctrl-C reaches the whole group; the parent ends this process when it is time.
process.on('SIGINT', () => undefined);

process.on('message', (job: QueryJob) => {
  for (const item of job.cases) tell({ kind: 'ended', outcome: runCase(job.source, item) });
});

function tell(message: QueryMessage): void {
  process.send?.(message);
}

function runCase(source: string, item: QueryCase): QueryOutcome {
  const database = openDatabase();
  let startedAt = performance.now();
  const ended = attempt(() => {
    within('setup_error', () => {
      for (const script of item.setup) database.exec(script);
    });
    tell({ kind: 'built' });
    startedAt = performance.now();
    const result = within('error', () => runAll(database, source));
    return {
      status: 'ok',
      message: null,
      result: item.check === undefined ? result : runCheck(database, item.check),
    };
  });
  const timeMs = Math.round(performance.now() - startedAt);
  database.close();
  return { ...ended, timeMs, memoryKb: 0 };
}

/** In memory, and without a way to files: whoever wrote the capsule, its SQL reads and writes none. */
function openDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { allowExtension: false });
  database.setAuthorizer(action =>
    // VACUUM INTO attaches the file that it writes.
    action === constants.SQLITE_ATTACH || action === constants.SQLITE_DETACH
      ? constants.SQLITE_DENY
      : constants.SQLITE_OK,
  );
  return database;
}

function runCheck(database: DatabaseSync, check: string): ResultSet {
  const result = within('check_error', () => runAll(database, check));
  if (!result) throw new Ending('setup_error', 'The check returns no result set');
  return result;
}

function attempt(run: () => Ended): Ended {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Ending)) throw error;
    return { status: error.status, message: error.message, result: null };
  }
}

function within<Result>(status: QueryOutcome['status'], run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof Ending) throw error;
    throw new Ending(status, error instanceof Error ? error.message : String(error));
  }
}

/** The last result set. */
function runAll(database: DatabaseSync, source: string): ResultSet | null {
  let result: ResultSet | null = null;
  let count = 0;
  for (const text of statementsOf(source)) {
    count++;
    const statement = database.prepare(text);
    statement.setReturnArrays(true);
    statement.setReadBigInts(true);
    const columns = statement.columns().map(({ name }) => name);
    const rows: SqlValue[][] = [];
    for (const row of statement.iterate()) {
      if (rows.length === MAX_ROWS) throw new Ending('output_limit', `More than ${MAX_ROWS} rows.`);
      rows.push(Array.from(row as unknown as SQLOutputValue[], sqlValue));
    }
    if (columns.length > 0) result = { columns, rows };
  }
  if (count === 0) throw new Error('no statement');
  return result;
}

function sqlValue(value: SQLOutputValue): SqlValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { integer: String(value) };
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    return { real: value > 0 ? 'Infinity' : '-Infinity' };
  if (value instanceof Uint8Array) return { blob: Buffer.from(value).toString('hex') };
  return value;
}
