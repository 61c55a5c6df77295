import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { softwareBom, versionOf } from './assets.ts';
import { readPackages } from './licences.ts';

const root = mkdtempSync(join(tmpdir(), 'assets-'));
beforeAll(() => {
  writeFileSync(join(root, 'package.json'), '{"version": "0.2.0"}');
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Next\n\n## 0.2.0, 2026-12-01\n\n- New.\n');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a release', () => {
  test('has the notes of its version', () => {
    expect(versionOf('v0.2.0', root)).toEqual({ version: '0.2.0', notes: '- New.' });
  });

  test.each(['v0.3.0', '0.2.0', ''])('is not made of the tag "%s"', tag => {
    expect(() => versionOf(tag, root)).toThrow('package.json says 0.2.0');
  });

  test('lists what is shipped, with versions, and nothing of development', async () => {
    const bom = JSON.parse(await softwareBom());
    const names = new Set(
      bom.components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`),
    );
    const packages = readPackages().filter(({ name }) => !name.includes('/node_modules/'));
    const find = (name: string) => `${name}@${packages.find(one => one.name === name)?.version}`;
    for (const name of ['hono', 'zod', 'better-auth', 'next']) expect(names).toContain(find(name));
    for (const name of ['@biomejs/biome', 'fast-check']) expect(names).not.toContain(find(name));
  }, 120_000);
});
