import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareVersions, notesOf, release } from './changelog.ts';

const CHANGELOG = '# Changelog\n\n## Next\n\n- New.\n\n## 0.2.0, 2026-12-01\n\n- Old.\n';

describe('the changelog', () => {
  test('gives what it says of a version, and refuses one it does not know', () => {
    expect(notesOf(CHANGELOG, '0.2.0')).toBe('- Old.');
    expect(() => notesOf(CHANGELOG, '0.2')).toThrow('says nothing of 0.2');
  });

  test('becomes a release, with an empty part for the next', () => {
    const released = release(CHANGELOG, '0.3.0', '2026-12-24');
    expect(notesOf(released, '0.3.0')).toBe('- New.');
    expect(notesOf(released, '0.2.0')).toBe('- Old.');
    expect(() => release(released, '0.4.0', '2026-12-25')).toThrow('says nothing of Next');
  });

  test.each(['0.2.0', '0.1.9', '0.3', 'v0.3.0'])('%s is no version to release', version => {
    expect(() => release(CHANGELOG, version, '2026-12-24')).toThrow();
  });

  test('compares numbers, not letters', () => {
    expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
  });

  test('in the repository has something to tell', () => {
    const text = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
    expect(notesOf(text, 'Next')).toMatch(/^- /);
  });
});
