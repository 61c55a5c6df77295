import { expect, test } from 'vitest';
import { type Compiled, decodeEntry, encodeEntry, ownMemory } from './entry.ts';

const result: Compiled['result'] = {
  ...{ stdout: 'é', stderr: '', output: 'é', code: 0, signal: null, message: null, status: null },
  ...{ cpuMs: 1, wallMs: 2, memoryBytes: 3, truncated: { stdout: false, stderr: false }, channel: undefined },
};
const compiled: Compiled = {
  result,
  artefacts: [
    { name: 'a', content: Buffer.from('x') },
    { name: 'b', content: Buffer.alloc(0) },
  ],
};

test('what is written is read back, and nothing that is damaged', () => {
  const bytes = encodeEntry(compiled);
  expect(decodeEntry(bytes)).toEqual(compiled);
  bytes[bytes.length - 1] = 0;
  expect(decodeEntry(bytes)).toBe(null);
  expect(decodeEntry(bytes.subarray(0, 10))).toBe(null);
});

test('what is kept holds no memory but its own', () => {
  expect(ownMemory(compiled)).toEqual(compiled);
  expect(ownMemory(compiled).artefacts?.map(({ content }) => content.buffer.byteLength)).toEqual([1, 0]);
});
