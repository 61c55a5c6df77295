import { describe, expect, test } from 'vitest';
import { AnswerReader, encodeCompilerRequest } from './compiler-wire.ts';

const u32 = (value: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
};
const bytes = (text: string) => Buffer.concat([u32(Buffer.byteLength(text)), Buffer.from(text)]);
const answer = (...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length), body]);
};
const FINE = answer(u32(0), bytes('note'), u32(1), bytes('a.jar'), bytes('\0jar'));
const MEANT = {
  exitCode: 0,
  messages: Buffer.from('note'),
  files: [{ name: 'a.jar', content: Buffer.from('\0jar') }],
};

test('a request is a number of files, each a name and a content', () => {
  const request = encodeCompilerRequest([{ name: 'ü.java', content: Buffer.from('x') }]);
  expect(request).toEqual(Buffer.concat([u32(1), bytes('ü.java'), bytes('x')]));
});

describe('an answer', () => {
  test.each([1, 3, 5, FINE.length])(
    'is read whole in pieces of %i bytes, and the next one after it',
    size => {
      const reader = new AnswerReader(1000);
      for (let time = 0; time < 2; time++) {
        const read: unknown[] = [];
        for (let at = 0; at < FINE.length; at += size) read.push(reader.push(FINE.subarray(at, at + size)));
        expect(read.pop()).toEqual(MEANT);
        expect(read.every(one => one === null)).toBe(true);
      }
    },
  );

  test.each([
    ['is larger than it may be', u32(1001)],
    ['ends early', answer(u32(0), u32(99))],
    ['goes on after its end', answer(u32(0), bytes(''), u32(0), u32(0))],
    ['tells an exit code that is none', answer(u32(256), bytes(''), u32(0))],
    ['tells more files than it has', answer(u32(0), bytes(''), u32(3))],
    ['has nothing', answer()],
  ])('is refused when it %s', (_, wrong) => {
    expect(() => new AnswerReader(1000).push(wrong)).toThrow();
  });
});
