import { z } from 'zod';
import { StepError } from '../../tools/lib/steps.ts';
import type { Database } from './bindings.ts';
import { insert } from './literals.ts';
import { INDEXES } from './search-index.ts';

const PAGE_ROWS = 100;

const listed = z.array(z.object({ name: z.string(), type: z.string() }));
const made = z.array(z.object({ type: z.string(), name: z.string(), tbl_name: z.string(), sql: z.string() }));
const columns = z.array(z.object({ name: z.string(), pk: z.number() }));
const literalRow = z.record(z.string(), z.string());

export interface Table {
  name: string;
  columns: string[];
  /** By which rows are ordered and told apart. */
  key: string[];
}

/** A database as statements that make it again, in their order. */
export interface Schema {
  tables: (Table & { sql: string })[];
  /** Full-text indexes, which are made anew from what they index. */
  virtual: { name: string; sql: string }[];
  /** Indexes, views and triggers: made when rows are there, so that no trigger fires on them. */
  rest: string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads what a database is made of. Tables of SQLite, of the platform and of full-text indexes are left out.
 * @throws StepError for a virtual table that nobody knows how to make again
 */
export async function readSchema(db: Database): Promise<Schema> {
  const tables = listed.parse((await db.prepare('PRAGMA table_list').all()).results);
  const kindOf = new Map(tables.map(({ name, type }) => [name, type]));
  const { results } = await db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid')
    .all();
  const ours = made
    .parse(results)
    .filter(({ tbl_name }) => !/^(sqlite_|_cf_)/.test(tbl_name) && kindOf.get(tbl_name) !== 'shadow');
  const schema: Schema = { tables: [], virtual: [], rest: [] };
  for (const { type, name, sql } of ours) {
    if (type !== 'table') schema.rest.push(sql);
    else if (kindOf.get(name) !== 'virtual') schema.tables.push({ ...(await readTable(db, name)), sql });
    else if (name in INDEXES) schema.virtual.push({ name, sql });
    else throw new StepError(`${name} is a virtual table: say in search-index.ts how it is made again`);
  }
  return schema;
}

async function readTable(db: Database, name: string): Promise<Table> {
  const all = columns.parse((await db.prepare(`PRAGMA table_info(${quoted(name)})`).all()).results);
  const key = all.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new StepError(`${name} has no primary key: its rows can't be told apart`);
  return { name, columns: all.map(column => column.name), key: key.map(column => column.name) };
}

/** Every row as the statements that write it, in the order of the key. Values are literals that SQLite itself wrote. */
export async function* dumpRows(db: Database, table: Table): AsyncGenerator<string[]> {
  const values = table.columns.map((name, i) => `${literalOf(quoted(name))} AS c${i}`).join(', ');
  const key = table.key.map(quoted).join(', ');
  const places = table.key.map(name => `c${table.columns.indexOf(name)}`);
  for (let after = ''; ; ) {
    const sql = `SELECT ${values} FROM ${quoted(table.name)} ${after} ORDER BY ${key} LIMIT ${PAGE_ROWS}`;
    const rows = z.array(literalRow).parse((await db.prepare(sql).all()).results);
    for (const row of rows) yield insert(table, Object.values(row));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = `WHERE (${key}) > (${places.map(place => last[place]).join(', ')})`;
  }
}

/** quote() stops at a NUL, which a learner's text may hold. */
function literalOf(column: string): string {
  return `CASE WHEN typeof(${column}) = 'text' AND instr(CAST(${column} AS BLOB), x'00') > 0
    THEN 'CAST(x''' || hex(${column}) || ''' AS TEXT)' ELSE quote(${column}) END`;
}

/** Where AUTOINCREMENT goes on, so that no number is given twice. */
export async function dumpSequences(db: Database): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT quote(name) AS name, seq FROM sqlite_sequence ORDER BY name')
    .all();
  const rows = z.array(z.object({ name: z.string(), seq: z.number() })).parse(results);
  return [
    'DELETE FROM sqlite_sequence',
    ...rows.map(({ name, seq }) => `INSERT INTO sqlite_sequence (name, seq) VALUES (${name}, ${seq})`),
  ];
}
