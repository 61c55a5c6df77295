import { StepError } from '../../tools/lib/steps.ts';

/** D1 takes statements of 100,000 bytes at most: https://developers.cloudflare.com/d1/platform/limits/ */
const MAX_STATEMENT_BYTES = 90_000;
/** At most three bytes each in UTF-8, or two when all are quotes. */
const CHUNK_CHARS = 20_000;

interface Table {
  name: string;
  columns: string[];
  key: string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const bytes = (text: string) => Buffer.byteLength(text);

/**
 * A row as statements: one, or where that is longer than D1 takes, one and others that append to its long texts.
 * @throws StepError for a long value that is not plain text
 */
export function insert(table: Table, literals: string[]): string[] {
  const statement = (values: string[]) =>
    `INSERT INTO ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) VALUES (${values.join(', ')})`;
  if (bytes(statement(literals)) <= MAX_STATEMENT_BYTES) return [statement(literals)];
  const short: string[] = [];
  const appends: string[] = [];
  const where = table.key
    .map(name => `${quoted(name)} = ${literals[table.columns.indexOf(name)]}`)
    .join(' AND ');
  for (const [i, literal] of literals.entries()) {
    const name = table.columns[i] ?? '';
    if (bytes(literal) <= CHUNK_CHARS / literals.length || table.key.includes(name)) {
      short.push(literal);
      continue;
    }
    if (!literal.startsWith("'"))
      throw new StepError(`${table.name}.${name} holds bytes that no one statement can carry`);
    short.push("''");
    for (const chunk of chunks(literal.slice(1, -1).replaceAll("''", "'")))
      appends.push(
        `UPDATE ${quoted(table.name)} SET ${quoted(name)} = ${quoted(name)} || '${chunk.replaceAll("'", "''")}' WHERE ${where}`,
      );
  }
  return [statement(short), ...appends];
}

/** Never between the two halves of a character beyond 16 bits. */
function* chunks(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CHUNK_CHARS, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--;
    yield text.slice(start, end);
    start = end;
  }
}
