/** One remembered compilation, and its form on disk: a checksum, the length of a JSON head, the head, the files. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type SourceFile, STATUSES, type StageResult } from '../job.ts';

/** What the compiler said and, where it ended well, what it left. Times and memory are those of the real compilation. */
export interface Compiled {
  result: StageResult;
  artefacts: SourceFile[] | null;
}

const CHECKSUM_BYTES = 32;
const LENGTH_BYTES = 4;

const head = z.strictObject({
  result: z.strictObject({
    stdout: z.string(),
    stderr: z.string(),
    output: z.string(),
    code: z.number().int().nullable(),
    signal: z.string().nullable(),
    message: z.string().nullable(),
    status: z.enum(STATUSES).nullable(),
    cpuMs: z.number(),
    wallMs: z.number(),
    memoryBytes: z.number(),
    truncated: z.strictObject({ stdout: z.boolean(), stderr: z.boolean() }),
  }),
  artefacts: z.array(z.strictObject({ name: z.string(), bytes: z.number().int().min(0) })).nullable(),
});

function checksum(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}

/**
 * The same with memory of its own. Small buffers are views on one that many share: kept, each would hold all of
 * that, and the cache would take up several times what it counts.
 */
export function ownMemory({ result, artefacts }: Compiled): Compiled {
  const copy = (content: Buffer) => {
    const own = Buffer.allocUnsafeSlow(content.length);
    content.copy(own);
    return own;
  };
  return {
    result,
    artefacts: artefacts?.map(({ name, content }) => ({ name, content: copy(content) })) ?? null,
  };
}

export function encodeEntry({ result, artefacts }: Compiled): Buffer {
  const files = artefacts?.map(({ name, content }) => ({ name, bytes: content.length })) ?? null;
  const json = Buffer.from(JSON.stringify({ result, artefacts: files }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([length, json, ...(artefacts ?? []).map(file => file.content)]);
  return Buffer.concat([checksum(body), body]);
}

/** Null when the bytes are not exactly what `encodeEntry` made. */
export function decodeEntry(bytes: Buffer): Compiled | null {
  const body = bytes.subarray(CHECKSUM_BYTES);
  if (body.length < LENGTH_BYTES || !checksum(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return null;
  let at = LENGTH_BYTES + body.readUInt32LE(0);
  const parsed = head.safeParse(JSON.parse(body.toString('utf8', LENGTH_BYTES, at)));
  if (!parsed.success) return null; // written by another version of the service
  const artefacts = parsed.data.artefacts?.map(({ name, bytes: length }) => {
    const content = body.subarray(at, at + length);
    at += length;
    return { name, content };
  });
  return { result: { ...parsed.data.result, channel: undefined }, artefacts: artefacts ?? null };
}
