import type { Capsule, CapsuleTest } from '@devcapsules/capsule/schema/capsule';
import { disguisesOf, withoutInvisible } from './disguises.ts';

export type Leak = 'solution' | 'hidden_value' | 'code';

/** So many tokens in a row are no coincidence. */
const SAME_TOKENS = 8;
/** With names taken out, a run has to be longer to mean the same code. */
const SAME_SHAPE = 14;
/** Letters and digits in a row, whatever stands between them. */
const SAME_LETTERS = 28;
/** Shorter values stand in any text by chance. */
const TELLING_CHARS = 4;
/** A word of code in a sentence helps; a line of it begins to be the answer. */
const MAX_CODE_CHARS = 60;
const MAX_CODE_LINES = 1;
/** So many characters one by one: nobody writes a hint like that. */
const SPELLED_OUT = /(?:(?<!\S)\S\s+){16,}/;

/**
 * Tells whether a mentor's answer gives away what a learner must find: a piece of the solution (as it is, with other
 * names, or in a disguise), a value of a hidden test, or simply so much code that it may be the solution in another
 * language. Null when it does not.
 * @param written what the learner has written already, and may see again
 */
export function leakIn(answer: string, capsule: Capsule, written = ''): Leak | null {
  const plain = withoutInvisible(answer);
  const texts = [plain, ...disguisesOf(plain)];
  if (SPELLED_OUT.test(plain) || texts.some(text => codeOf(text, written))) return 'code';
  const known = tokensOf(`${written} ${capsule.starter} ${capsule.statement}`);
  const solutions = [tokensOf(capsule.solution)];
  const hidden = hiddenTexts(capsule);
  for (const text of texts) {
    const tokens = tokensOf(text);
    if (solutions.some(solution => sharesRun(tokens, solution, SAME_TOKENS, known))) return 'solution';
    const shape = tokens.map(shapeOf);
    if (solutions.some(solution => sharesRun(shape, solution.map(shapeOf), SAME_SHAPE, known.map(shapeOf))))
      return 'solution';
    const squeezed = squeeze(text);
    if (sharesLetters(text, capsule.solution, letters(`${written} ${capsule.starter} ${capsule.statement}`)))
      return 'solution';
    if (hidden.some(value => holds(squeezed, value))) return 'hidden_value';
  }
  return null;
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|"[^"\n]*"|'[^'\n]*'|[^\s\p{L}\p{N}_]/gu;

/** Comments, case and layout do not make other code. */
function tokensOf(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|(?:\/\/|#|--)(?=\s)/g, ' ');
  return (bare.match(WORD) ?? []).map(token => token.toLowerCase());
}

const shapeOf = (token: string) => (/^[\p{L}_]/u.test(token) && !KEYWORDS.has(token) ? 'name' : token);
const KEYWORDS = new Set(
  'if else elif for while do return def function in of range len let const var int long double float string bool select from where group by having order join left on and or not null is sum count max min distinct as case when then end with over partition limit'.split(
    ' ',
  ),
);

/** Whether so many tokens stand in both in a row, and not in what is known anyway. */
function sharesRun(tokens: string[], secret: string[], length: number, known: string[]): boolean {
  const runsOf = (list: string[]) => {
    const found = new Set<string>();
    for (let i = 0; i + length <= list.length; i++) found.add(list.slice(i, i + length).join(' '));
    return found;
  };
  const [mine, theirs, given] = [runsOf(tokens), runsOf(secret), runsOf(known)];
  // A solution shorter than a run is one run.
  if (
    secret.length < length &&
    secret.length > 2 &&
    ` ${tokens.join(' ')} `.includes(` ${secret.join(' ')} `)
  )
    return true;
  for (const run of theirs) if (mine.has(run) && !given.has(run)) return true;
  return false;
}

/** Whatever stands between the letters: so many of them in a row are the solution's. */
function sharesLetters(text: string, solution: string, known: string): boolean {
  const [mine, theirs] = [letters(text), letters(solution)];
  for (let i = 0; i + SAME_LETTERS <= theirs.length; i += 4) {
    const run = theirs.slice(i, i + SAME_LETTERS);
    if (mine.includes(run) && !known.includes(run)) return true;
  }
  return false;
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether there is more code in it than a hint needs. What the learner wrote may be quoted. */
function codeOf(answer: string, written: string): boolean {
  const quoted = squeeze(written);
  const blocks = [...answer.matchAll(/```[^\n]*\n([\s\S]*?)(?:```|$)/g)].map(([, block]) => block ?? '');
  const inline = [...answer.replace(/```[\s\S]*?(?:```|$)/g, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, span]) => span ?? '',
  );
  const prose = answer
    .replace(/```[\s\S]*?(?:```|$)/g, '')
    .split('\n')
    .filter(looksLikeCode);
  const lines = [...blocks.flatMap(block => block.split('\n')), ...prose].filter(
    line => line.trim() !== '' && !quoted.includes(squeeze(line)),
  );
  const spans = inline.filter(span => !quoted.includes(squeeze(span)));
  const chars = (texts: string[]) => texts.reduce((sum, text) => sum + text.trim().length, 0);
  return (
    lines.length > MAX_CODE_LINES ||
    chars(lines) > MAX_CODE_CHARS ||
    spans.some(span => span.length > MAX_CODE_CHARS) ||
    chars(spans) > 4 * MAX_CODE_CHARS
  );
}

/** A line outside a code block that is code all the same. */
function looksLikeCode(line: string): boolean {
  const text = line.trim().replace(/^[-*>\d.)\s]*(?:\/\/|#|--|\/\*)?\s*/, '');
  return (
    /[;{}]\s*$/.test(text) ||
    /^(?:def|function|class|public|static|return|import|from \w+ import|#include|for\s*\(|while\s*\(|if\s*\()/.test(
      text,
    ) ||
    /^(?:for|while|if|elif)\b.*:\s*$/.test(text) ||
    /^\w[\w.[\]]*\s*(?:[-+*/%]?=|:=)\s*\S/.test(text) ||
    /^select\s.+\sfrom\s/i.test(text)
  );
}

/** Values of hidden tests that no visible test and no text for learners shows, without white space. */
function hiddenTexts(capsule: Capsule): string[] {
  const shown = squeeze(
    `${capsule.statement} ${capsule.starter} ${capsule.tests
      .filter(test => !test.hidden)
      .flatMap(valuesOf)
      .join(' ')}`,
  );
  const values = capsule.tests.filter(test => test.hidden).flatMap(valuesOf);
  return [...new Set(values.map(squeeze))].filter(
    value => value.length >= TELLING_CHARS && !holds(shown, value),
  );
}

function valuesOf(test: CapsuleTest): string[] {
  if ('args' in test) return [...test.args, test.expected].flatMap(textsOf);
  if ('stdin' in test) return [test.stdin, test.expected].flatMap(text => [text, ...text.split('\n')]);
  if ('code' in test) return [test.code];
  const changes = [test.setup ?? '', ...(test.setup ?? '').split(/(?<=;)\s/)];
  const rows = (test.expected?.rows ?? []).flatMap(row => [JSON.stringify(row), ...row.flatMap(textsOf)]);
  return [...changes, test.check ?? '', ...rows];
}

/** A value, and what it is made of. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return [JSON.stringify(value), value.join(','), ...value.filter(Array.isArray).flatMap(textsOf)];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return value !== null && typeof value === 'object' ? [JSON.stringify(value)] : [];
}

function squeeze(text: string): string {
  return text
    .replace(/\\[nrt]|[\s"'`\\]/g, '')
    .replace(/(?<=\d)[_’](?=\d{3})/g, '')
    .toLowerCase();
}

/** A number must stand by itself: 1234 is not in 51234. */
function holds(text: string, value: string): boolean {
  if (!/^-?\d/.test(value) || !/\d$/.test(value)) return text.includes(value);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + value.length] ?? ''];
    if (!/\d/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}
