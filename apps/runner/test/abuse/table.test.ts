import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TESTS = join(import.meta.dirname, '..');
const PAGE = join(TESTS, '../../../docs/security.md');

/** The names of a file's tests, as written; a name's parameters at its end are left out. */
function namesIn(file: string): string[] {
  const source = readFileSync(join(TESTS, `${file}.test.ts`), 'utf8');
  const names = [...source.matchAll(/(['"`])((?:(?!\1)[^\\\n])+)\1,\s*async\b/g)].map(
    match => match[2] ?? '',
  );
  return names.map(name => name.replace(/:? %s.*$/, ''));
}

/** The last column is files, each with names of its tests. */
function namesInTable(): { attack: string; file: string; name: string }[] {
  const page = readFileSync(PAGE, 'utf8');
  const rows = page.split('\n').filter(line => /^\| [^|]+ \| `[\w/]+`: /.test(line));
  return rows.flatMap(row => {
    const [, attack = '', cell = ''] = /^\| ([^|]+) \| (.+) \|$/.exec(row) ?? [];
    return cell.split('<br>').flatMap(part => {
      const [, file = '', names = ''] = /^`([\w/]+)`: (.+)$/.exec(part) ?? [];
      return names.split(' · ').map(name => ({ attack, file, name }));
    });
  });
}

test('the table of attacks in docs/security.md names tests that are there', async () => {
  const table = namesInTable();
  expect(new Set(table.map(row => row.attack)).size).toBeGreaterThan(20);
  for (const { attack, file, name } of table) expect(namesIn(file), `${attack}: ${file}`).toContain(name);
});

test('every test of abuse is in the table', async () => {
  const files = globSync('abuse/*.test.ts', { cwd: TESTS }).map(path => path.replace('.test.ts', ''));
  const there = files.flatMap(file => namesIn(file).map(name => `${file}: ${name}`));
  const told = namesInTable().map(({ file, name }) => `${file}: ${name}`);
  const own = namesIn('abuse/table').map(name => `abuse/table: ${name}`);
  expect(told.filter(name => name.startsWith('abuse/')).sort()).toEqual(
    expect.arrayContaining(there.filter(name => !own.includes(name)).sort()),
  );
});
