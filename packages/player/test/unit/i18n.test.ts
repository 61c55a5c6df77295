import { describe, expect, it } from 'vitest';
import { de } from '../../src/i18n/de.ts';
import { en } from '../../src/i18n/en.ts';
import { moreDe } from '../../src/i18n/more-de.ts';
import { moreEn } from '../../src/i18n/more-en.ts';

type Catalogue = { [key: string]: string | Catalogue | ((...values: never[]) => string) };
/** What is rightly empty: a verdict that says it all. */
const EMPTY = ['verdictHelp.accepted', 'verdictHelp.wrong_answer'];
/** Words that are the same in both languages. */
const SAME = ['draft', 'tests', 'compiler', 'test', 'ms'];

describe.each([
  ['from the start', en, de],
  ['later', moreEn, moreDe],
])('what the player says %s', (_, english, german) => {
  const [ours, theirs] = [sentences(english), sentences(german)];

  it('has the same keys in each language', () => {
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
  });

  it('is never empty, and translated', () => {
    for (const [key, text] of ours) {
      const other = theirs.get(key);
      if (EMPTY.includes(key)) continue;
      expect(text, key).not.toBe('');
      expect(other, key).not.toBe('');
      if (!SAME.includes(key)) expect(other, key).not.toBe(text);
    }
  });

  it('names the same values in each language', () => {
    for (const [key, text] of ours) {
      expect((theirs.get(key)?.match(/\b(7|9)\b|X/g) ?? []).sort(), key).toEqual(
        (text.match(/\b(7|9)\b|X/g) ?? []).sort(),
      );
    }
  });
});

/** Every sentence by its key, with values put in. */
function sentences(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else if (typeof value === 'function') found.set(prefix + key, call(value));
    else for (const [inner, text] of sentences(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function call(say: (...values: never[]) => string): string {
  const values: unknown[] = say.toString().match(/^\(?\w*(language|mod|time|code)/) ? ['X'] : [7, 9];
  return say(...(values as never[]));
}
