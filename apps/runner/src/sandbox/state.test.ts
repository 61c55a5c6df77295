import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './state.ts';

let folder: string;
let source: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-state-'));
  source = join(folder, 'program');
  writeFileSync(source, 'the first');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a staged file', () => {
  it('is left where it is while another installation brings the same, of another day', async () => {
    const target = await stage(folder, source, 'tool/program');
    const { ino } = statSync(target);
    utimesSync(source, 1_000_000, 1_000_000);
    expect(await stage(folder, source, 'tool/program')).toBe(target);
    expect(statSync(target)).toMatchObject({ ino, mtimeMs: 1_000_000_000 });
  });

  it('is replaced by another of the same size, and by one of another size', async () => {
    const target = await stage(folder, source, 'tool/program');
    for (const content of ['the other', 'a third one']) {
      writeFileSync(source, content);
      utimesSync(source, 1_000_000 + content.length, 1_000_000 + content.length);
      await stage(folder, source, 'tool/program');
      expect(readFileSync(target, 'utf8')).toBe(content);
    }
  });
});
