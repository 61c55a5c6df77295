import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../lib/environments.ts';

const PAGES = [
  ...['backup', 'incidents', 'operations', 'releasing', 'secrets', 'slo', 'threat-model'].map(
    name => `docs/${name}.md`,
  ),
  ...globSync('docs/runbooks/*.md', { cwd: ROOT }),
];
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** As GitHub makes them of headings. */
function anchorsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('pages for operators', () => {
  test.each(PAGES)('%s leads nowhere that is not there', page => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.flatMap(([link, target = '', anchor]) => {
      const path = target === '' ? page : join(dirname(page), target);
      if (!existsSync(join(ROOT, path))) return [link];
      return anchor !== undefined && !anchorsOf(path).includes(anchor) ? [link] : [];
    });
    expect(broken).toEqual([]);
  });

  test.each(PAGES)('%s names commands that are there', page => {
    const named = [...textOf(page).matchAll(/\b(infra\/[\w/-]+\.(?:ts|yml|bicep))\b/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows = textOf('docs/threat-model.md')
    .split('\n')
    .filter(line => /^\| [STRIDE] \|/.test(line));

  test('has a test for each threat, and each is there by its title', () => {
    expect(rows.length).toBeGreaterThan(40);
    const wrong = rows.filter(row => {
      const [, file = '', title] = /\| `([^`]+\.ts)`(?:: "(.+)")? \|$/.exec(row) ?? [];
      if (file === '' || !existsSync(join(ROOT, file))) return true;
      return title !== undefined && !textOf(file).includes(title);
    });
    expect(wrong).toEqual([]);
  });
});
