import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFolder } from './held.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-held-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a folder is held by one at a time, until it lets go', async () => {
  const letGo = await holdFolder(folder);
  await expect(holdFolder(folder)).rejects.toThrow(`runs on ${folder} already. Stop it first`);
  letGo();
  (await holdFolder(folder))();
});

it('a process that is killed holds nothing any more, and until then is named', async () => {
  const program = `await (await import(${JSON.stringify(join(import.meta.dirname, 'held.ts'))})).holdFolder(process.argv[1]);
    console.log('held');
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, folder]);
  await once(child.stdout, 'data');
  await expect(holdFolder(folder)).rejects.toThrow(`kill ${child.pid})`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  (await holdFolder(folder))();
});
