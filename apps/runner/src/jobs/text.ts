/** Collects the bytes of a process's streams as text. */

import type { Stream } from '../sandbox/protocol.ts';

/** How many bytes at the end belong to a UTF-8 character whose rest is missing. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/**
 * Decodes a stream piece by piece. Invalid bytes become U+FFFD; a character cut by a cap is left out whole.
 */
class StreamText {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #tail: Buffer = Buffer.alloc(0);
  text = '';

  /** Returns the text that became complete. */
  push(bytes: Buffer): string {
    const all = this.#tail.length > 0 ? Buffer.concat([this.#tail, bytes]) : bytes;
    const cut = all.length - incompleteTail(all);
    this.#tail = Buffer.from(all.subarray(cut));
    return this.#append(this.#decoder.decode(all.subarray(0, cut)));
  }

  /** Call once at the end. An incomplete character is invalid, unless a cap cut it. */
  end(wasCut: boolean): string {
    return wasCut ? '' : this.#append(this.#decoder.decode(this.#tail));
  }

  #append(text: string): string {
    this.text += text;
    return text;
  }
}

/** The text of stdout, stderr, the verdict channel, and the first two as they came. */
export class Texts {
  readonly #streams: Record<Stream, StreamText> = {
    stdout: new StreamText(),
    stderr: new StreamText(),
    channel: new StreamText(),
  };
  #output = '';

  push(stream: Stream, bytes: Buffer): void {
    const text = this.#streams[stream].push(bytes);
    if (stream !== 'channel') this.#output += text;
  }

  /** `cut` names the streams whose cap was met. */
  end(cut: readonly Stream[]) {
    for (const stream of ['stdout', 'stderr', 'channel'] as const) {
      const text = this.#streams[stream].end(cut.includes(stream));
      if (stream !== 'channel') this.#output += text;
    }
    const { stdout, stderr, channel } = this.#streams;
    return { stdout: stdout.text, stderr: stderr.text, channel: channel.text, output: this.#output };
  }
}

/** The same byte for byte, told in base64; the verdict channel alone is text. */
export class Bytes {
  readonly #streams: Record<'stdout' | 'stderr' | 'output', Buffer[]> = {
    stdout: [],
    stderr: [],
    output: [],
  };
  readonly #channel = new StreamText();

  push(stream: Stream, bytes: Buffer): void {
    if (stream === 'channel') {
      this.#channel.push(bytes);
      return;
    }
    // What comes is a view on a larger buffer.
    const own = Buffer.from(bytes);
    this.#streams[stream].push(own);
    this.#streams.output.push(own);
  }

  /** `cut` names the streams whose cap was met. */
  end(cut: readonly Stream[]) {
    this.#channel.end(cut.includes('channel'));
    const told = (of: 'stdout' | 'stderr' | 'output') => Buffer.concat(this.#streams[of]).toString('base64');
    return {
      stdout: told('stdout'),
      stderr: told('stderr'),
      channel: this.#channel.text,
      output: told('output'),
    };
  }
}
