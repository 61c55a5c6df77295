const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|\w+|[^\s\w]/g;

/**
 * Splits SQL at the semicolons outside of texts, names, comments and the bodies of triggers, for Node's
 * SQLite prepares the first statement of a text and passes over the rest in silence.
 */
export function* statementsOf(source: string): Generator<string> {
  let start = 0;
  let words: string[] = [];
  let depth = 0;
  for (const match of source.matchAll(TOKEN)) {
    const word = match[0].toUpperCase();
    if (word.startsWith('--') || word.startsWith('/*')) continue;
    if (word === ';' && depth === 0) {
      if (words.length > 0) yield source.slice(start, match.index + 1);
      start = match.index + 1;
      words = [];
      continue;
    }
    words.push(word);
    if (!isTrigger(words)) continue;
    if (word === 'BEGIN' || word === 'CASE') depth++;
    if (word === 'END' && depth > 0) depth--;
  }
  if (words.length > 0) yield source.slice(start);
}

function isTrigger([first, second = '', third]: string[]): boolean {
  return first === 'CREATE' && (second.startsWith('TEMP') ? third : second) === 'TRIGGER';
}
