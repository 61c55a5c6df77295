import type { Executor, SqlValue } from '../../execution.ts';
import { pick } from '../../random.ts';
import type { QueryCapsule } from '../../schema/capsule.ts';
import type { QueryTest } from '../../schema/tests.ts';
import type { Dictionary } from './dictionary.ts';

const COUNT = 20;
const MAX_CHANGES = 4;

interface Table {
  name: string;
  columns: string[];
}

/** The capsule's tests on databases that differ from theirs: rows taken out, values emptied, equal or off by one. */
export async function changedDatabases(
  capsule: QueryCapsule,
  dictionary: Dictionary,
  random: () => number,
  executor: Executor,
): Promise<QueryTest[]> {
  const [model] = capsule.tests;
  const tables = model ? await tablesOf(capsule, model, executor) : [];
  if (tables.length === 0) return [];
  return Array.from({ length: COUNT }, (_item, index) => {
    const test = pick(random, capsule.tests);
    const changes = Array.from({ length: 1 + Math.floor(random() * MAX_CHANGES) }, () =>
      change(pick(random, tables), dictionary, random),
    );
    // Checks of foreign keys would forbid most of them; the exercise is not about those.
    const setup = [test.setup ?? '', 'PRAGMA foreign_keys = OFF;', ...changes].join('\n');
    const { expected: _, ...rest } = test;
    return { ...rest, name: `further database ${index + 1}`, setup, hidden: true };
  });
}

async function tablesOf(capsule: QueryCapsule, test: QueryTest, executor: Executor): Promise<Table[]> {
  const source = `
    SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.pk = 0
    ORDER BY t.name, c.cid;`;
  const setup = [capsule.judge.setup, test.setup].filter(script => script !== undefined);
  const [outcome] = await executor.runQuery({ source, cases: [{ setup }], limits: capsule.limits });
  const rows = outcome?.status === 'ok' ? (outcome.result?.rows ?? []) : [];
  const byName = Map.groupBy(rows, ([table]) => text(table));
  return [...byName].map(([name, columns]) => ({ name, columns: columns.map(row => text(row[1])) }));
}

function text(value: SqlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** OR IGNORE: a change that a constraint forbids is left out. */
function change({ name, columns }: Table, dictionary: Dictionary, random: () => number): string {
  const table = quote(name);
  const column = quote(pick(random, columns));
  const some = `rowid % ${2 + Math.floor(random() * 5)} = ${Math.floor(random() * 2)}`;
  const other = `(SELECT ${column} FROM ${table} ORDER BY rowid LIMIT 1 OFFSET ${Math.floor(random() * 5)})`;
  const known = [...dictionary.integers.map(String), ...dictionary.texts.map(literal)];
  const update = (value: string) => `UPDATE OR IGNORE ${table} SET ${column} = ${value} WHERE ${some};`;
  return pick(random, [
    `DELETE FROM ${table} WHERE ${some};`,
    `INSERT OR IGNORE INTO ${table} SELECT * FROM ${table} WHERE ${some};`,
    update('NULL'),
    update(other),
    ...known.map(update),
    `UPDATE OR IGNORE ${table} SET ${column} = ${column} + 1 WHERE ${some} AND typeof(${column}) = 'integer';`,
    `UPDATE OR IGNORE ${table} SET ${column} = -${column} WHERE ${some} AND typeof(${column}) IN ('integer', 'real');`,
  ]);
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
