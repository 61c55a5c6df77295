/**
 * What is said to a resident compiler and back, over its stdin and stdout. A request is a number of files, the entry
 * first. An answer is a length and that many bytes: an exit code, the messages, a number of files. A file is a name and
 * a content; these and the messages are a length and that many bytes. Numbers have four bytes, big end first.
 */

import { z } from 'zod';

export interface WireFile {
  name: string;
  content: Buffer;
}

/** What a compiler answered; it has read hostile sources and is believed no more than they are. */
export interface CompilerAnswer {
  exitCode: number;
  messages: Buffer;
  files: WireFile[];
}

const answerSchema = z.object({
  exitCode: z.number().int().min(0).max(255),
  fileCount: z.number().int().min(0).max(100),
});

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}

export function encodeCompilerRequest(files: readonly WireFile[]): Buffer {
  const parts = files.flatMap(({ name, content }) => {
    const bytes = Buffer.from(name);
    return [u32(bytes.length), bytes, u32(content.length), content];
  });
  return Buffer.concat([u32(files.length), ...parts]);
}

/** Throws where the bytes are not exactly one answer. */
function decodeAnswer(body: Buffer): CompilerAnswer {
  let at = 0;
  const number = () => {
    at += 4;
    return body.readUInt32BE(at - 4);
  };
  const bytes = () => {
    const length = number();
    if (length > body.length - at) throw new Error('an answer of a compiler ends early');
    at += length;
    return body.subarray(at - length, at);
  };
  const exitCode = number();
  const messages = bytes();
  const head = answerSchema.parse({ exitCode, fileCount: number() });
  const files = Array.from({ length: head.fileCount }, () => ({
    name: bytes().toString(),
    content: bytes(),
  }));
  if (at !== body.length) throw new Error('an answer of a compiler goes on after its end');
  return { exitCode: head.exitCode, messages, files };
}

/** Collects one answer at a time. */
export class AnswerReader {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Returns the answer once it is whole. Throws on what is none, or larger than it may be. */
  push(bytes: Buffer): CompilerAnswer | null {
    this.#parts.push(Buffer.from(bytes)); // what comes is a view on a larger buffer
    this.#bytes += bytes.length;
    if (this.#bytes < 4) return null;
    let first = this.#parts[0] ?? Buffer.alloc(0);
    if (first.length < 4) {
      first = Buffer.concat(this.#parts);
      this.#parts = [first];
    }
    const length = first.readUInt32BE(0);
    if (length > this.#maxBytes) throw new Error(`an answer of a compiler has ${length} bytes`);
    if (this.#bytes < 4 + length) return null;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    return decodeAnswer(whole.subarray(4));
  }
}
