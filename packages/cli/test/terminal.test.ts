import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../src/progress.ts';
import { paint } from '../src/terminal.ts';

function written(isInteractive: boolean, columns: number, act: (line: ProgressLine) => void): string {
  let text = '';
  const err = (more: string) => {
    text += more;
  };
  act(new ProgressLine({ out: err, err, isInteractive, columns, hasColours: false }));
  return text;
}

describe('progress', () => {
  const act = (line: ProgressLine) => {
    line.tell('one', ' 0/2');
    line.tell('one', ' 1/2');
    line.tell('two', ' 0/1');
    line.end();
  };

  it('is one line on a terminal, which is gone at the end', () => {
    expect(written(true, 80, act)).toBe('\r\u001b[Kone 0/2\r\u001b[Kone 1/2\r\u001b[Ktwo 0/1\r\u001b[K');
  });

  it('is a line a step elsewhere', () => {
    expect(written(false, 80, act)).toBe('one\ntwo\n');
  });

  it('never wraps', () => {
    expect(written(true, 6, line => line.tell('a long name', ' 1/2'))).toBe('\r\u001b[Ke 1/2');
  });
});

describe('colours', () => {
  it('are only where they are wanted', () => {
    const terminal = { out: () => undefined, err: () => undefined, isInteractive: true, columns: 80 };
    expect(paint({ ...terminal, hasColours: false }, 'red', 'x')).toBe('x');
    expect(paint({ ...terminal, hasColours: true }, 'red', 'x')).toBe('\u001b[31mx\u001b[39m');
  });
});
