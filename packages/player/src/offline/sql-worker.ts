import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { ResultSet, SqlValue } from '../types.ts';

/** Runs SQL in SQLite compiled to WebAssembly, each time on a fresh database in memory. */
export interface SqlJob {
  setup: string[];
  source: string;
}
export type SqlOutcome = { result: ResultSet | null } | { error: string };

const MAX_ROWS = 10_000;
// It looks for sqlite3.wasm beside this file.
const ready = sqlite3InitModule();
const answer = postMessage.bind(globalThis) as (outcome: SqlOutcome | 'ready') => void;
ready.then(() => answer('ready'));

addEventListener('message', async ({ data }: MessageEvent<SqlJob>) => {
  const sqlite3 = await ready;
  const database = new sqlite3.oo1.DB(':memory:');
  try {
    for (const script of data.setup) database.exec(script);
    answer({ result: lastResult(database, data.source) });
  } catch (error) {
    // Without the number in front, it is what the server would say.
    const message = error instanceof Error ? error.message : String(error);
    answer({ error: message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, '') });
  } finally {
    database.close();
  }

  function lastResult(db: typeof database, source: string): ResultSet | null {
    const columns: string[] = [];
    const rows: SqlValue[][] = [];
    // Of several statements the last that gives rows is the answer, as on the server.
    db.exec({
      sql: source,
      columnNames: columns,
      rowMode: 'array',
      callback: row => {
        if (rows.length < MAX_ROWS) rows.push((row as unknown[]).map(toWire));
      },
    });
    return columns.length > 0 ? { columns, rows } : null;
  }
});

function toWire(value: unknown): SqlValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'bigint') return { integer: String(value) };
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    return { real: value > 0 ? 'Infinity' : '-Infinity' };
  }
  const bytes = value instanceof Uint8Array ? value : new Uint8Array();
  return { blob: Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('') };
}
