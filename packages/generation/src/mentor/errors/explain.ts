import type { Language } from '@devcapsules/capsule/schema/capsule';
import type { Verdict } from '@devcapsules/capsule/verdict';
import { C, CPP } from './c.ts';
import { JAVA } from './java.ts';
import { JAVASCRIPT } from './javascript.ts';
import { type ErrorKind, OF_VERDICT } from './kinds.ts';
import { PYTHON } from './python.ts';
import { SQL } from './sql.ts';

const KINDS: Record<Language, readonly ErrorKind[]> = {
  python: PYTHON,
  javascript: JAVASCRIPT,
  java: JAVA,
  c: C,
  cpp: CPP,
  sql: SQL,
};

export interface Explanation {
  meaning: string;
  /** What to do first. */
  look: string;
}

/** What went wrong, in words for somebody who meets it the first time; null where the table does not know it. */
export function explainError(language: Language, verdict: Verdict, message: string): Explanation | null {
  for (const { pattern, meaning, look } of KINDS[language]) {
    const match = pattern.exec(message);
    if (match) return { meaning: filled(meaning, match), look: filled(look, match) };
  }
  return OF_VERDICT[verdict] ?? null;
}

function filled(text: string, match: RegExpExecArray): string {
  return text.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '').trim();
}
