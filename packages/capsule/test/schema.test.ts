import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from '../src/hash.ts';
import { signatureProblems } from '../src/schema/agreement.ts';
import { parseCapsule } from '../src/schema/parse.ts';
import { formatType, parseType } from '../src/schema/type.ts';
import { learnerView } from '../src/view.ts';
import { clampDocument, topDocument, valid } from './samples.ts';

const problems = (document: unknown) => {
  const parsed = parseCapsule(document);
  return parsed.ok ? [] : parsed.problems.map(problem => problem.path);
};

describe('the schema', () => {
  it.each([
    ['no judge', { ...clampDocument, judge: undefined }, ['judge']],
    ['an unknown judge', { ...clampDocument, judge: { kind: 'vibes' } }, ['judge.kind']],
    ['an unknown field', { ...clampDocument, answer: 42 }, ['']],
    ['no test', { ...clampDocument, tests: [] }, ['tests']],
    ['SQL with a language of another kind', { ...topDocument, language: 'python' }, ['language']],
    [
      'a test with too few arguments',
      { ...clampDocument, tests: [{ name: 't', args: [1], expected: 1 }] },
      ['tests.0.args'],
    ],
    [
      'an argument of another type',
      { ...clampDocument, tests: [{ name: 't', args: [1, 'x', 3], expected: 1 }] },
      ['tests.0.args.1'],
    ],
    [
      'an expected value of another type',
      { ...clampDocument, tests: [{ name: 't', args: [1, 2, 3], expected: 1.5 }] },
      ['tests.0.expected'],
    ],
    [
      'a type that is none',
      { ...clampDocument, judge: { ...clampDocument.judge, returns: 'list<' } },
      ['judge.returns'],
    ],
    ['a source over 50 KB', { ...clampDocument, solution: '#'.repeat(51_201) }, ['solution']],
    [
      'any in a typed language',
      { ...clampDocument, language: 'java', judge: { ...clampDocument.judge, returns: 'any' } },
      ['judge'],
    ],
  ])('names the field of %s', (_, document, paths) => {
    expect(problems(document)).toEqual(paths);
  });

  it('keeps every key of a map, __proto__ too', () => {
    const judge = { ...clampDocument.judge, params: [{ name: 'm', type: 'map<string, int>' }] };
    const args: unknown = JSON.parse('[{"__proto__": 1, "constructor": 2}]');
    const document = { ...clampDocument, judge, tests: [{ name: 't', args, expected: 1 }] };
    expect(JSON.stringify(valid(document).tests[0])).toContain('[{"__proto__":1,"constructor":2}]');
  });

  it('reads and writes types in one spelling', () => {
    for (const text of ['int', 'list<map<string, optional<float>>>', 'optional<any>']) {
      expect(formatType(parseType(text))).toBe(text);
    }
    expect(() => parseType('map<int, int>')).toThrow('keys');
    expect(() => parseType(`${'list<'.repeat(9)}int${'>'.repeat(9)}`)).toThrow('deeper');
  });
});

describe('the names of a signature', () => {
  const problemsOf = (language: string, functionName: string, params: { name: string; type: string }[]) =>
    signatureProblems({
      language,
      judge: { kind: 'function', functionName, params, returns: 'int', comparer: { kind: 'exact' } },
      tests: [],
    }).map(({ path, message }) => `${path.join('.')} ${message}`);
  const int = (name: string) => ({ name, type: 'int' });

  it.each([
    ['python', 'lambda', [], ['judge.functionName "lambda" is a word of the language']],
    ['java', 'f', [int('int')], ['judge.params.0.name "int" is a word of the language']],
    ['python', 'f', [int('int')], []],
    ['c', 'main', [], ['judge.functionName "main" is a word of the language']],
    ['cpp', 'f', [int('template')], ['judge.params.0.name "template" is a word of the language']],
    [
      'javascript',
      'f',
      [int('a'), int('a')],
      [0, 1].map(i => `judge.params.${i}.name "a" names more than one parameter`),
    ],
    [
      'c',
      'f',
      [{ name: 'a', type: 'list<int>' }, int('a_length')],
      ['judge.params.1.name "a_length" names more than one parameter'],
    ],
    ['cpp', 'f', [{ name: 'a', type: 'list<int>' }, int('a_length')], []],
  ])('in %s, %s with %j, are told to be %j', (language, name, params, problems) => {
    expect(problemsOf(language, name, params)).toEqual(problems);
  });
});

describe('the content hash', () => {
  it('ignores the order of keys and sees every value', async () => {
    expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":1}]}');
    const hash = await contentHash(valid(clampDocument));
    const reordered = Object.fromEntries(Object.entries(clampDocument).reverse());
    expect(await contentHash(valid(reordered))).toBe(hash);
    expect(await contentHash(valid({ ...clampDocument, title: 'Clamp!' }))).not.toBe(hash);
  });
});

describe('what learners get', () => {
  it('has neither solution nor hidden tests nor hints, in any field', () => {
    const capsule = valid({ ...clampDocument, hints: ['SECRET HINT'], solution: 'SECRET = 1' });
    const text = JSON.stringify(learnerView(capsule));
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('above');
    expect(learnerView(capsule)).toMatchObject({ hiddenTests: 2, hintCount: 1, tests: [{ name: 'inside' }] });
  });

  it('leaves out a set-up script that is data', () => {
    const setup = `CREATE TABLE t(x); -- ${'x'.repeat(20_000)}`;
    const view = learnerView(valid({ ...topDocument, judge: { ...topDocument.judge, setup } }));
    expect(view.judge).not.toHaveProperty('setup');
  });
});
