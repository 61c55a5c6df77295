/** Words beyond these are left out: a search is a few words. */
const MAX_WORDS = 10;
const TEXT_COLUMNS = '{title statement tags language}';

/**
 * What a person typed, as an FTS5 expression: every word must occur, the last may be the beginning of one. Only
 * letters and digits get through, each word as a quoted string, so that nothing typed can be syntax.
 * @returns null when there is no word in it
 */
export function textExpression(typed: string): string | null {
  const words = (typed.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MAX_WORDS);
  const last = words.at(-1);
  if (last === undefined) return null;
  // One letter is the beginning of too much ("c" is a language).
  const isBeginning = last.length > 1 && /[\p{L}\p{N}\p{M}]$/u.test(typed.normalize('NFKC'));
  const quoted = words.map((word, i) => (i === words.length - 1 && isBeginning ? `"${word}"*` : `"${word}"`));
  return `${TEXT_COLUMNS} : (${quoted.join(' AND ')})`;
}

/** What the index knows of a capsule beside its text; see the view capsule_documents. */
export interface Facets {
  creatorId?: string | undefined;
  state?: 'draft' | 'published' | 'deleted' | undefined;
  language?: string | undefined;
  difficulty?: string | undefined;
  tag?: string | undefined;
}

/** Text and facets that a capsule must have, and those that it must not, as one FTS5 expression. */
export function matchExpression(text: string, having: Facets, without: Facets): string {
  const must = words(having);
  const mustNot = words(without);
  const all = must.length === 0 ? text : `(${text} AND facets : (${must.join(' AND ')}))`;
  return mustNot.length === 0 ? all : `(${all} NOT facets : (${mustNot.join(' OR ')}))`;
}

function words({ creatorId, state, language, difficulty, tag }: Facets): string[] {
  return [
    creatorId === undefined ? [] : `u${hex(creatorId)}`,
    state ?? [],
    language === undefined ? [] : `l${language}`,
    difficulty === undefined ? [] : `d${difficulty}`,
    tag === undefined ? [] : `t${hex(tag)}`,
  ]
    .flat()
    .map(word => `"${word}"`);
}

/** As SQLite's hex() writes it. */
function hex(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}
