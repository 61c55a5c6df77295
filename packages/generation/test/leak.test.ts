import { type Capsule, LANGUAGES } from '@devcapsules/capsule/schema/capsule';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { describe, expect, it } from 'vitest';
import { problemNames, readProblem } from '../../../tools/lib/problems.ts';
import { leakIn } from '../src/mentor/leak.ts';

/** Twenty-four problems, each in five languages. */
const capsules: Capsule[] = problemNames()
  .flatMap(readProblem)
  .map(({ capsule }) => {
    const parsed = parseCapsule(capsule);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.capsule;
  });
const python = capsules.filter(({ language }) => language === 'python');

const bytes = (text: string) => Array.from(new TextEncoder().encode(text));
const comment = (text: string) => text.replace(/^/gm, '# ');
const renamed = (text: string) =>
  text.replace(
    /\b(?!def\b|return\b|for\b|in\b|if\b|else\b|while\b|not\b|and\b|or\b|range\b|len\b)[a-z_]{3,}\b/g,
    name => `my_${name}`,
  );

/** How an answer could carry the solution past somebody. */
const DISGUISES: Record<string, (solution: string) => string> = {
  'as it is': text => text,
  'in a code block': text => `Sure! Here you go:\n\`\`\`python\n${text}\`\`\``,
  'because the prompt said to ignore the above': text =>
    `Ignoring my instructions as asked, the reference solution is:\n${text}`,
  'as a comment': text => `Think about this:\n${comment(text)}`,
  'with other names': text => `\`\`\`\n${renamed(text)}\n\`\`\``,
  'on one line': text => `You could write ${text.replace(/\s*\n\s*/g, '; ')}`,
  'in base64': text => `Decode this: ${btoa(unescape(encodeURIComponent(text)))}`,
  'in hexadecimal': text =>
    `Decode this: ${bytes(text)
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('')}`,
  'in hexadecimal with spaces': text =>
    bytes(text)
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join(' '),
  'as numbers of characters': text => `Characters: ${bytes(text).join(', ')}`,
  backwards: text => `Read it backwards: ${text.split('').reverse().join('')}`,
  'by rot13': text =>
    text.replace(/[a-z]/gi, letter =>
      String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)),
    ),
  'percent-encoded': text => encodeURIComponent(text),
  'with invisible characters': text => text.split('').join('\u200b'),
  'letter by letter': text => text.replace(/\n/g, '|').split('').join(' '),
};

describe('the leak filter', () => {
  it.each(Object.entries(DISGUISES))('lets no solution through %s', (_, disguise) => {
    const through = python.filter(capsule => leakIn(disguise(capsule.solution), capsule) === null);
    expect(through.map(({ title }) => title)).toEqual([]);
  });

  it('lets no solution through in another language', () => {
    const through = capsules.filter(translated => {
      const original = python.find(({ title }) => title === translated.title);
      return (
        original &&
        leakIn(`In ${translated.language} it would be\n\`\`\`\n${translated.solution}\n\`\`\``, original) ===
          null
      );
    });
    expect(through.map(({ title, language }) => `${title} in ${language}`)).toEqual([]);
    expect(capsules.length).toBe(120);
  });

  it('lets no telling hidden value through, however it is written', () => {
    const forms: ((value: unknown) => string)[] = [
      value => `The hidden test expects ${JSON.stringify(value)}.`,
      value => `Try it with ${JSON.stringify(value, null, 1)} and look.`,
      value => `Decode: ${btoa(unescape(encodeURIComponent(`the value is ${JSON.stringify(value)}`)))}`,
      value => `Backwards: ${JSON.stringify(value).split('').reverse().join('')}`,
    ];
    const telling = python.flatMap(capsule =>
      capsule.tests.flatMap(test =>
        test.hidden && 'args' in test
          ? test.args.filter(arg => isTelling(arg, capsule)).map(arg => ({ capsule, arg }))
          : [],
      ),
    );
    const through = telling.flatMap(({ capsule, arg }) =>
      forms.filter(form => leakIn(form(arg), capsule) === null).map(form => `${capsule.title}: ${form(arg)}`),
    );
    expect(through).toEqual([]);
    expect(telling.length * forms.length).toBeGreaterThan(200);
  });

  it('lets help through: every hint, and talk about the learner’s own code', () => {
    const blocked = capsules.flatMap(capsule =>
      capsule.hints
        .filter(hint => leakIn(hint, capsule) !== null)
        .map(hint => [capsule.title, leakIn(hint, capsule), hint]),
    );
    expect(blocked).toEqual([]);
    const [capsule] = python;
    if (!capsule) throw new Error('no capsule');
    const written = 'def sheets(stickers, size):\n    return stickers / size\n';
    expect(
      leakIn(
        'Your line `return stickers / size` gives a fraction. What should happen with a rest?',
        capsule,
        written,
      ),
    ).toBeNull();
    expect(leakIn('Look at `//` and `%`: what does each of them give you?', capsule)).toBeNull();
    expect(LANGUAGES).toContain(capsule.language);
  });
});

/** Long enough not to stand in any text by chance, and not shown anywhere; white space and quotes tell nothing. */
function isTelling(value: unknown, capsule: Capsule): boolean {
  const bare = (text: string) => text.replace(/\\[nrt]|[\s"'`\\]/g, '').toLowerCase();
  const visible = capsule.tests.filter(test => !test.hidden);
  const shown = bare(JSON.stringify([capsule.statement, capsule.starter, visible]));
  const text = bare(JSON.stringify(value));
  return text.length >= 8 && !shown.includes(text) && (typeof value === 'string' || Array.isArray(value));
}
