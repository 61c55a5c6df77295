import { sha256 } from '@devcapsules/capsule/hash';
import { z } from 'zod';
import type { SqlCall } from './protocol.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The edge of this Worker. Lengths are in UTF-16 units; bytes are capped by the engine's own limits. */
const callSchema = z.object({
  source: z.string().max(100_000),
  cases: z
    .array(
      z.object({
        setup: z.array(z.object({ hash })).max(16),
        check: z.string().max(100_000).exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  limits: z.object({ timeMs: z.number().int().min(1), memoryMb: z.number().int().min(1) }),
  scripts: z.record(hash, z.string().max(4_000_000)),
});

/** Throws when the call is malformed, or when a text is not the one its hash names. */
export async function parseCall(input: unknown): Promise<SqlCall> {
  const call: SqlCall = callSchema.parse(input);
  for (const [expected, text] of Object.entries(call.scripts)) {
    if ((await sha256(text)) !== expected)
      throw new Error(`The text sent as script ${expected} has another hash`);
  }
  return call;
}
