import type { TextComparer } from '../schema/judge.ts';
import { isClose, type Tolerance } from './numbers.ts';

/** Whether a program's standard output agrees with the expected text under the comparer. */
export function textsAgree(comparer: TextComparer, expected: string, actual: string): boolean {
  switch (comparer.kind) {
    case 'exact':
      return expected === actual;
    case 'lines':
      return sameList(linesOf(expected), linesOf(actual));
    case 'unordered':
      return sameList(linesOf(expected).sort(), linesOf(actual).sort());
    case 'tokens':
      return sameList(tokensOf(expected), tokensOf(actual));
    case 'float':
      return sameList(tokensOf(expected), tokensOf(actual), (a, b) => closeTokens(a, b, comparer));
  }
}

/** Lines without trailing white space; empty lines at the end don't count. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map(line => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter(token => token !== '');
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function closeTokens(a: string, b: string, tolerance: Tolerance): boolean {
  if (a === b) return true;
  return NUMBER.test(a) && NUMBER.test(b) && isClose(Number(a), Number(b), tolerance);
}

function sameList(a: string[], b: string[], same: (a: string, b: string) => boolean = Object.is): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i] ?? ''));
}
