export interface Column {
  name: string;
  type: string;
  isKey: boolean;
  /** The table that it points to. */
  references: string | null;
}
export interface SqlTable {
  name: string;
  columns: Column[];
}

const NAME = /^(?:"((?:[^"]|"")*)"|`([^`]*)`|\[([^\]]*)\]|([A-Za-z_][\w$]*))/;

/** The tables that a script creates, as far as they are written plainly: for reading, not for running. */
export function tablesOf(script: string): SqlTable[] {
  const text = script.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  const tables: SqlTable[] = [];
  const start = /\bCREATE\s+(?:TEMP(?:ORARY)?\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?/gi;
  for (const match of text.matchAll(start)) {
    const rest = text.slice(match.index + match[0].length);
    const named = takeName(rest);
    if (!named || !/^\s*\(/.test(named.rest)) continue;
    tables.push({ name: named.name, columns: columnsOf(partsIn(named.rest.trimStart())) });
  }
  return tables;
}

function takeName(text: string): { name: string; rest: string } | null {
  const match = NAME.exec(text.trimStart());
  if (!match) return null;
  const name = match[1]?.replaceAll('""', '"') ?? match[2] ?? match[3] ?? match[4] ?? '';
  return { name, rest: text.trimStart().slice(match[0].length) };
}

/** What stands between the commas of the first pair of brackets. */
function partsIn(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const character of text) {
    if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"' || character === '`') quote = character;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth === 0) break;
    if (depth === 1 && character === ',' && !quote) {
      parts.push(part);
      part = '';
    } else if (!(depth === 1 && character === '(' && part === '')) part += character;
  }
  return [...parts, part].map(item => item.trim()).filter(item => item !== '');
}

function columnsOf(parts: string[]): Column[] {
  const columns: Column[] = [];
  for (const part of parts) {
    const constraint = /^(?:CONSTRAINT\s+\S+\s+)?(PRIMARY\s+KEY|FOREIGN\s+KEY|UNIQUE|CHECK)\b/i.exec(part);
    if (constraint) {
      const names =
        /\(([^)]*)\)/
          .exec(part)?.[1]
          ?.split(',')
          .map(name => takeName(name)?.name) ?? [];
      for (const column of columns.filter(({ name }) => names.includes(name))) {
        if (/^PRIMARY/i.test(constraint[1] ?? '')) column.isKey = true;
        if (/^FOREIGN/i.test(constraint[1] ?? '')) column.references = referenceIn(part);
      }
      continue;
    }
    const named = takeName(part);
    if (!named) continue;
    const type = /^\s*([A-Za-z]+(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?)/.exec(named.rest)?.[1] ?? '';
    const isType = !/^(NOT|PRIMARY|REFERENCES|DEFAULT|UNIQUE|CHECK|COLLATE|GENERATED)$/i.test(type);
    columns.push({
      name: named.name,
      type: isType ? type.toUpperCase() : '',
      isKey: /\bPRIMARY\s+KEY\b/i.test(part),
      references: referenceIn(part),
    });
  }
  return columns;
}

function referenceIn(part: string): string | null {
  const at = /\bREFERENCES\s+/i.exec(part);
  return at ? (takeName(part.slice(at.index + at[0].length))?.name ?? null) : null;
}
