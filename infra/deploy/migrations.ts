/** A statement that a Worker of the release before may not survive, and where it stands. */
export interface Breaking {
  file: string;
  line: number;
  why: string;
}

export interface Migration {
  file: string;
  sql: string;
}

/** Nothing was deployed before the first release, whose migrations are these. */
const FIRST_RELEASE_UP_TO = 10;

/** `-- contract: unused since 0.3.0`, in a comment directly above the statement. */
const MARKER = /--\s*contract:\s*unused since (\d+\.\d+\.\d+)\b/;

const RULES: { matches: RegExp; why: string }[] = [
  { matches: /^DROP\s+(TABLE|VIEW|TRIGGER)\b/i, why: 'drops what the release before may use' },
  { matches: /^ALTER\s+TABLE\s+\S+\s+DROP\b/i, why: 'drops a column that the release before may use' },
  { matches: /^ALTER\s+TABLE\s+\S+\s+RENAME\b/i, why: 'renames what the release before may use' },
  {
    matches: /^ALTER\s+TABLE\s+\S+\s+ADD\b(?=.*\bNOT\s+NULL\b)(?!.*\bDEFAULT\b)/is,
    why: 'adds a column that the release before does not fill',
  },
];

/**
 * Finds what breaks expand and contract: while a deploy goes on, and after a rollback, the release before works on the
 * new schema. A breaking statement needs a marker that names the release which stopped using what goes, and that release
 * must be out already.
 * @param releases versions that are out, such as `0.3.0`
 */
export function findBreaking(migrations: Migration[], releases: readonly string[]): Breaking[] {
  return migrations
    .filter(({ file }) => Number.parseInt(file, 10) > FIRST_RELEASE_UP_TO)
    .flatMap(({ file, sql }) =>
      statementsOf(sql).flatMap(({ line, text, comment }) => {
        const rule = RULES.find(({ matches }) => matches.test(text));
        if (!rule) return [];
        const since = MARKER.exec(comment)?.[1];
        if (since === undefined)
          return [{ file, line, why: `${rule.why}, and names no release that stopped` }];
        if (!releases.includes(since)) return [{ file, line, why: `${rule.why}, and ${since} is not out` }];
        return [];
      }),
    );
}

interface Statement {
  line: number;
  /** Without comments; texts are empty. */
  text: string;
  /** All comments between the statement before and its end. */
  comment: string;
}

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|\b(?:BEGIN|CASE|END)\b|[\s\S]/gi;

/** Splits at semicolons that end a statement: not those in texts, comments and bodies of triggers. */
export function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let [line, depth, startLine] = [1, 0, 0];
  let [text, comment] = ['', ''];
  for (const [token] of sql.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) comment += `${token}\n`;
    else if (token === ';' && depth === 0) {
      if (text.trim() !== '') statements.push({ line: startLine, text: text.trim(), comment });
      [text, comment, startLine] = ['', '', 0];
    } else {
      if (/^(BEGIN|CASE)$/i.test(token)) depth++;
      if (/^END$/i.test(token)) depth--;
      if (startLine === 0 && token.trim() !== '') startLine = line;
      text += token.startsWith("'") ? "''" : token;
    }
    line += token.split('\n').length - 1;
  }
  if (text.trim() !== '') statements.push({ line: startLine, text: text.trim(), comment });
  return statements;
}
