import { describe, expect, test } from 'vitest';
import { audit, EXCEPTIONS, isAllowed, packagesOf, readPackages } from './licences.ts';

const one = (name: string, licence: string | null) => ({ name, licence, version: '1.0.0', shipped: true });

describe('licences', () => {
  test('of everything in the lockfile are allowed or excepted, and no exception is left over', () => {
    const packages = readPackages();
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter(({ shipped }) => shipped).length).toBeGreaterThan(100);
    expect(audit(packages, EXCEPTIONS)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0-only', false],
    ['AGPL-3.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['(MIT OR GPL-3.0) AND AGPL-3.0', false],
  ])('%s: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  test('a package that says none, and one of another licence than its exception, are told', () => {
    const exceptions = [{ name: /^fine$/, licence: 'MPL-2.0', why: 'a test' }];
    expect(audit([one('fine', 'MPL-2.0'), one('a/fine', 'MPL-2.0')], exceptions)).toEqual([]);
    expect(audit([one('fine', 'MPL-2.0'), one('fine', 'GPL-3.0'), one('none', null)], exceptions)).toEqual([
      'fine@1.0.0: GPL-3.0 (shipped)',
      'none@1.0.0: says no licence (shipped)',
    ]);
    expect(audit([], exceptions)).toEqual(['The exception /^fine$/ of MPL-2.0 is needed by nothing.']);
  });

  test('workspaces are no packages of others, and development is told apart', () => {
    const lock = {
      packages: {
        '': {},
        'apps/api': { version: '0.1.0' },
        'node_modules/@devcapsules/api': { link: true },
        'node_modules/a': { version: '1.0.0', license: 'MIT', dev: true },
        'apps/api/node_modules/@b/c/node_modules/d': { version: '2.0.0', license: 'ISC' },
      },
    };
    expect(packagesOf(lock)).toEqual([
      { name: 'a', version: '1.0.0', licence: 'MIT', shipped: false },
      { name: '@b/c/d', version: '2.0.0', licence: 'ISC', shipped: true },
    ]);
  });
});
