import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Texts } from './text.ts';

describe('text of streams', () => {
  test('whatever the pieces, text arrives as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 1, max: 5 })), (text, sizes) => {
        const bytes = Buffer.from(text.toWellFormed());
        const texts = new Texts();
        let at = 0;
        for (const size of sizes) {
          texts.push('stdout', bytes.subarray(at, at + size));
          at += size;
        }
        texts.push('stdout', bytes.subarray(at));
        expect(texts.end([])).toMatchObject({ stdout: text.toWellFormed(), output: text.toWellFormed() });
      }),
    );
  });

  test('whatever the bytes and pieces, the result is that of decoding them at once', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 4 })), parts => {
        const texts = new Texts();
        for (const part of parts) texts.push('stderr', Buffer.from(part));
        const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));
        expect(texts.end([]).stderr).toBe(whole);
      }),
    );
  });

  test('a character that a cap cut is left out; one that the program cut is invalid', () => {
    const half = Buffer.from('a€').subarray(0, 3);
    const [capped, written] = [new Texts(), new Texts()];
    capped.push('channel', half);
    written.push('channel', half);
    expect(capped.end(['channel']).channel).toBe('a');
    expect(written.end([]).channel).toBe('a\ufffd');
  });

  test('the channel is no part of the output', () => {
    const texts = new Texts();
    texts.push('stdout', Buffer.from('1'));
    texts.push('channel', Buffer.from('2'));
    texts.push('stderr', Buffer.from('3'));
    expect(texts.end([])).toEqual({ stdout: '1', channel: '2', stderr: '3', output: '13' });
  });
});
