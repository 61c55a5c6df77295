import { exports } from 'cloudflare:workers';
import { lineDiff } from '@devcapsules/capsule/mutants/diff';
import { describe, expect, test } from 'vitest';
import type { MutantService } from '../src/protocol.ts';

const service = (exports as unknown as { Mutants: MutantService }).Mutants;

/** `operator: line before → line after`, for all mutants of a source. */
async function faults(language: string, source: string): Promise<string[]> {
  const mutants = await service.make({ language, source, count: 100 });
  return mutants.map(({ operator, source: mutated }) => {
    const [, before = '', after = ''] = lineDiff(source, mutated).split('\n');
    return `${operator}: ${before.slice(1).trim()} → ${after.slice(1).trim()}`;
  });
}

describe('mutants of the Worker', () => {
  test.each([
    ['python', 'def f(a):\n    if a < 3 and a:\n        a += 1\n    return g(a, 2.5)\n'],
    ['javascript', 'function f(a) {\n  if (a < 3 && a) a += 1;\n  return g(a, 2.5);\n}\n'],
    [
      'java',
      'class A {\n  static int f(int a) {\n    if (a < 3 && a > b) a += 1;\n    return g(a, 2.5);\n  }\n}\n',
    ],
    ['c', 'int f(int a) {\n  if (a < 3 && a) a += 1;\n  return g(a, 2.5);\n}\n'],
    ['cpp', 'int f(int a) {\n  if (a < 3 && a) a += 1;\n  return g(a, 2.5);\n}\n'],
  ])('%s has every operator', async (language, source) => {
    const operators = (await faults(language, source)).map(fault => fault.split(':')[0]);
    expect(new Set(operators)).toEqual(
      new Set([
        ...['comparison', 'logical', 'constant', 'negated_condition'],
        ...['assignment', 'removed_statement', 'swapped_arguments'],
      ]),
    );
  });

  test('SQL has its own', async () => {
    const source = [
      'SELECT DISTINCT a.name, min(b.price + 1) AS least',
      'FROM a LEFT JOIN b ON b.a = a.id',
      "WHERE a.kind = 'x' AND b.price IS NOT NULL",
      'GROUP BY a.name',
      'ORDER BY least DESC',
      'LIMIT 5;',
    ].join('\n');
    expect(await faults('sql', source)).toEqual(
      expect.arrayContaining([
        'sql_keyword: SELECT DISTINCT a.name, min(b.price + 1) AS least → SELECT  a.name, min(b.price + 1) AS least',
        'sql_function: SELECT DISTINCT a.name, min(b.price + 1) AS least → SELECT DISTINCT a.name, MAX(b.price + 1) AS least',
        'arithmetic: SELECT DISTINCT a.name, min(b.price + 1) AS least → SELECT DISTINCT a.name, min(b.price - 1) AS least',
        'swapped_arguments: SELECT DISTINCT a.name, min(b.price + 1) AS least → SELECT DISTINCT min(b.price + 1) AS least, a.name',
        'sql_keyword: FROM a LEFT JOIN b ON b.a = a.id → FROM a INNER JOIN b ON b.a = a.id',
        'comparison: FROM a LEFT JOIN b ON b.a = a.id → FROM a LEFT JOIN b ON b.a <> a.id',
        "constant: WHERE a.kind = 'x' AND b.price IS NOT NULL → WHERE a.kind = '' AND b.price IS NOT NULL",
        "sql_keyword: WHERE a.kind = 'x' AND b.price IS NOT NULL → WHERE a.kind = 'x' OR b.price IS NOT NULL",
        "sql_keyword: WHERE a.kind = 'x' AND b.price IS NOT NULL → WHERE a.kind = 'x' AND b.price IS  NULL",
        "sql_clause: WHERE a.kind = 'x' AND b.price IS NOT NULL → ",
        'sql_keyword: ORDER BY least DESC → ORDER BY least ASC',
        'constant: LIMIT 5; → LIMIT 4;',
        'constant: LIMIT 5; → LIMIT 6;',
      ]),
    );
  });

  test('annotations, documentation and imports are no targets', async () => {
    const source = 'from m import a\n\ndef f(x: int | None) -> "t":\n    """Says 1 + 1."""\n    return x\n';
    expect(await faults('python', source)).toEqual([]);
    expect(await faults('cpp', '#include "a.h"\nint f() { return x; }\n')).toEqual([]);
  });

  test('names of inherited properties are no operators', async () => {
    expect(await faults('python', 'constructor = toString\n')).toEqual([
      'removed_statement: constructor = toString → pass',
    ]);
    expect(
      await faults('sql', 'SELECT constructor(valueOf), hasOwnProperty(x) FROM __proto__;'),
    ).toHaveLength(1);
  });

  test('a source that does not parse is mutated where it does', async () => {
    expect(await faults('python', 'x = 1\ny = = 2\n')).toContain('constant: x = 1 → x = 2');
  });

  test('no two are alike, they are few when asked for, and the same each time', async () => {
    const source = `def f(a):\n${Array.from({ length: 40 }, (_, i) => `    a += ${i}\n`).join('')}    return a\n`;
    const all = await service.make({ language: 'python', source, count: 1000 });
    expect(new Set(all.map(one => one.source)).size).toBe(all.length);
    const some = await service.make({ language: 'python', source, count: 30 });
    expect(some).toHaveLength(30);
    expect(some).toEqual(await service.make({ language: 'python', source, count: 30 }));
    // From all over the source, not from its beginning.
    expect(Math.max(...some.map(one => one.line))).toBeGreaterThan(35);
  });

  test('positions past the BMP are right', async () => {
    expect(await faults('python', 's = "🎈é"; n = 1\n')).toContain(
      'constant: s = "🎈é"; n = 1 → s = "🎈é"; n = 2',
    );
  });
});
