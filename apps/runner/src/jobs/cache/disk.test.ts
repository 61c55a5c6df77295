import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DiskCache } from './disk.ts';

const key = (digit: string) => digit.repeat(64);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('takes up what is there, and throws away the oldest when it is too much', async () => {
  const first = await DiskCache.open(folder, 100);
  await first.set(key('a'), Buffer.alloc(40));
  await first.set(key('b'), Buffer.alloc(40));
  utimesSync(join(folder, key('a')), new Date(), new Date(Date.now() - 60_000));
  const again = await DiskCache.open(folder, 50);
  expect(await again.get(key('a'))).toBeNull();
  expect(await again.get(key('b'))).toHaveLength(40);
});

it('removes what a write that was cut short has left, and not what another instance is writing', async () => {
  const [left, written] = [`${key('c')}.1.1`, `${key('d')}.2.1`];
  for (const name of [left, written]) writeFileSync(join(folder, name), 'half');
  utimesSync(join(folder, left), new Date(0), new Date(0));
  await DiskCache.open(folder, 100);
  expect(readdirSync(folder)).toEqual([written]);
});

it('opens while another instance throws away and adds', async () => {
  const other = await DiskCache.open(folder, 2_000);
  let isOpening = true;
  const writing = (async () => {
    for (let n = 0; isOpening; n++)
      await other.set((n % 4096).toString(16).padStart(64, '0'), Buffer.alloc(100));
  })();
  for (let n = 0; n < 200; n++) await DiskCache.open(folder, 2_000);
  isOpening = false;
  await writing;
});
