import { describe, expect, it } from 'vitest';
import { WASM_MEMORY_BYTES } from '../src/engine/limits.ts';
import { MemoryPool } from '../src/engine/memory.ts';
import type { SqlReply } from '../src/protocol.ts';
import { runCall } from '../src/run.ts';
import { ImageCache } from '../src/scripts/images.ts';
import { callOf } from './run.ts';

const statuses = (reply: SqlReply) =>
  'outcomes' in reply ? reply.outcomes.map(({ status }) => status) : reply;

describe('an isolate', () => {
  it('holds two memories at most over 500 runs, whatever they meet', async () => {
    const isolate = { cache: new ImageCache(1_000_000), pool: new MemoryPool() };
    const loop = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)';
    const limits = { timeMs: 1, memoryMb: 4 };
    const sources: [source: string, status: string][] = [
      ['SELECT 1', 'ok'],
      ['SELEC 1', 'error'],
      [`${loop} SELECT count(*) FROM c`, 'time_limit'],
      [`CREATE TABLE t (x); ${loop} INSERT INTO t SELECT zeroblob(90000) FROM c`, 'memory_limit'],
      [`${loop} SELECT zeroblob(90000) FROM c`, 'output_limit'],
    ];
    for (let index = 0; index < 500; index += 1) {
      const [source, status] = sources[index % sources.length] ?? ['', ''];
      const call = await callOf({ source, setups: [[`CREATE TABLE t${index} (x);`]], limits });
      expect(statuses(runCall(call, isolate))).toEqual([status]);
      expect(isolate.pool.idleBytes).toBeLessThanOrEqual(2 * WASM_MEMORY_BYTES);
      expect(isolate.cache.bytes).toBeLessThanOrEqual(1_000_000);
    }
    expect(isolate.pool.idleBytes).toBeGreaterThan(0);
  });

  it('clears a memory before it is used again', () => {
    const pool = new MemoryPool();
    const memory = pool.take();
    new Uint8Array(memory.buffer).fill(1);
    pool.giveBack(memory);
    expect(pool.take()).toBe(memory);
    expect(new Uint8Array(memory.buffer).every(byte => byte === 0)).toBe(true);
  });

  it('forgets the set-up used least recently, and asks for its text again', async () => {
    const isolate = { cache: new ImageCache(50_000), pool: new MemoryPool() };
    const calls = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map(name =>
        callOf({ source: 'SELECT 1', setups: [[`CREATE TABLE ${name} (x);`]] }),
      ),
    );
    const [first, second] = calls;
    if (!first || !second) throw new Error('No calls');
    for (const call of calls) {
      runCall(call, isolate);
      runCall(first, isolate);
    }
    expect(statuses(runCall({ ...first, scripts: {} }, isolate))).toEqual(['ok']);
    expect(statuses(runCall({ ...second, scripts: {} }, isolate))).toEqual({
      missing: Object.keys(second.scripts),
    });
  });

  it('gives up a call that would use more than all its cases may', async () => {
    const isolate = { cache: new ImageCache(1_000_000), pool: new MemoryPool() };
    const source = `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 10000) SELECT x, zeroblob(40) FROM c`;
    const call = await callOf({ source, setups: Array.from({ length: 200 }, () => []) });
    const outcomes = statuses(runCall(call, isolate));
    expect(outcomes).toEqual([
      ...Array.from({ length: 9 }, () => 'ok'),
      ...Array.from({ length: 191 }, () => 'output_limit'),
    ]);
  });
});
