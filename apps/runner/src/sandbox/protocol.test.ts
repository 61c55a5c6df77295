import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeExit, encodeFile, encodeFrame, FrameReader, HostFrame, MAX_FRAME_BYTES } from './protocol.ts';

function readAll(bytes: Buffer, sizes: number[]): [string, string][] {
  const reader = new FrameReader();
  const frames: [string, string][] = [];
  const onFrame = (type: string, payload: Buffer) => void frames.push([type, payload.toString('hex')]);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    reader.push(bytes.subarray(at, at + size), onFrame);
    at += size;
  }
  return frames;
}

describe('frames', () => {
  test('arrive whole, whatever the pieces they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.array(fc.nat(7)), (payloads, sizes) => {
        const bytes = Buffer.concat(payloads.map(one => encodeFrame(HostFrame.stdin, Buffer.from(one))));
        expect(readAll(bytes, sizes)).toEqual(payloads.map(one => ['I', Buffer.from(one).toString('hex')]));
      }),
    );
  });

  test('one that claims to be longer than any is an error; so is the text of one that failed before', () => {
    const head = Buffer.from([0x6f, 0, 0, 0, 0]);
    head.writeUInt32LE(MAX_FRAME_BYTES + 1, 1);
    expect(() => new FrameReader().push(head, () => undefined)).toThrow('no frame');
    const text = Buffer.from('bwrap: no such file\n');
    expect(() => new FrameReader().push(text, () => undefined)).toThrow('no frame: bwrap: no such file');
  });

  test('a file of any size goes in pieces that fit', () => {
    const frames = readAll(encodeFile('a', Buffer.alloc(200_000, 1), 0o644), []);
    expect(frames.map(([type]) => type).join('')).toBe('WAAAA');
    expect(frames.slice(1).reduce((sum, [, hex]) => sum + hex.length / 2, 0)).toBe(200_000);
  });

  test('an end for an unknown reason is an error, not a success', () => {
    const report = Buffer.alloc(40);
    expect(decodeExit(report)).toMatchObject({ reason: 'exit', exitCode: 0, signal: null });
    report.writeUInt32LE(99);
    expect(() => decodeExit(report)).toThrow('unknown end reason 99');
  });
});
