import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPlayer } from '../../build.ts';

const KB = 1000;
const LANGUAGES = {
  python: 'python',
  javascript: 'javascript',
  java: 'clike',
  c: 'clike',
  cpp: 'clike',
  sql: 'sql',
};
const { files, metafile } = await buildPlayer();

describe('what learners load', () => {
  it('is at most 15 kB before the editor', () => {
    expect(sizeOf(closure('player.js'))).toBeLessThanOrEqual(15 * KB);
  });

  it.each(Object.entries(LANGUAGES))('is at most 120 kB with the editor and %s', (_, mode) => {
    const all = new Set([...closure('player.js'), ...closure(chunk('editor')), ...closure(chunk(mode))]);
    expect(sizeOf(all)).toBeLessThanOrEqual(120 * KB);
  });

  it('is at most 2 kB on the page of a host', () => {
    expect(sizeOf(closure('dev-capsule.js'))).toBeLessThanOrEqual(2 * KB);
  });

  it('has no style that a content security policy would have to allow', () => {
    for (const [name, contents] of files) {
      expect(Buffer.from(contents).includes("setAttribute('style'"), name).toBe(false);
    }
  });
});

function chunk(name: string): string {
  const found = [...files.keys()].find(file => file.startsWith(`chunks/${name}-`));
  if (found === undefined) throw new Error(`The bundler wrote no chunk ${name}.`);
  return found;
}

/** A file and all that it imports before it runs. */
function closure(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const { path, kind } of metafile.outputs[name]?.imports ?? []) {
    if (kind === 'import-statement') closure(path.replace('dist/', ''), found);
  }
  return found;
}

function sizeOf(names: Set<string>): number {
  return [...names].reduce((sum, name) => {
    const contents = files.get(name);
    if (!contents) throw new Error(`There is no ${name}.`);
    return sum + gzipSync(contents, { level: 9 }).length;
  }, 0);
}
