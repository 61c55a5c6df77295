import type { Language } from '../types.ts';

/** How messages name a line of the learner's file, `solution` beside a driver and `main` alone; of a traceback the innermost, of a compiler's list the first. */
const FORMS: Record<Language, { pattern: RegExp; which: 'first' | 'last' } | null> = {
  python: { pattern: /File "(?:[^"]*\/)?(?:main|solution)\.py", line (\d+)/g, which: 'last' },
  javascript: { pattern: /\b(?:main|solution)\.js:(\d+)/g, which: 'first' },
  java: { pattern: /\b(?:Main|Solution)\.java:(\d+)/g, which: 'first' },
  c: { pattern: /\b(?:main|solution)\.c:(\d+):\d+: (?:fatal )?error/g, which: 'first' },
  cpp: { pattern: /\b(?:main|solution)\.cpp:(\d+):\d+: (?:fatal )?error/g, which: 'first' },
  sql: null,
};

/** The line that an error message speaks of, from 1, or null. @param source what was run */
export function errorLineOf(language: Language, message: string, source: string): number | null {
  const form = FORMS[language];
  const line = form ? named(message, form) : nearToken(message, source);
  return line !== null && line >= 1 && line <= source.split('\n').length ? line : null;
}

function named(message: string, { pattern, which }: { pattern: RegExp; which: 'first' | 'last' }) {
  const lines = [...message.matchAll(pattern)].map(match => Number(match[1]));
  return (which === 'first' ? lines[0] : lines.at(-1)) ?? null;
}

/** SQLite names no line, but the word that it stumbled over: that tells the line when the word stands there once. */
function nearToken(message: string, source: string): number | null {
  const token = /near "([^"]+)": syntax error|no such (?:column|table|function): ([\w.]+)/.exec(message);
  const word = token?.[1] ?? token?.[2];
  if (word === undefined) return null;
  const lines = source.split('\n').flatMap((text, index) => (text.includes(word) ? [index + 1] : []));
  return lines.length === 1 ? (lines[0] ?? null) : null;
}
