import { createHash } from 'node:crypto';
import { z } from 'zod';

export const FORMAT = 1;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const counted = z.strictObject({ rows: z.int(), sha256 });

/** What a backup holds. Bytes of objects and keys are in `bytes/<sha256>`, rows in `database.sql`. */
export const manifest = z.strictObject({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  /** Of the whole file. */
  databaseSha256: sha256,
  tables: z.record(z.string(), counted),
  indexes: z.record(z.string(), counted),
  objects: z.array(
    z.strictObject({
      key: z.string(),
      size: z.int(),
      sha256,
      httpMetadata: z.record(z.string(), z.string()),
      customMetadata: z.record(z.string(), z.string()),
    }),
  ),
  keys: z.array(
    z.strictObject({
      name: z.string(),
      sha256,
      /** Unix time in seconds; null: it stays. */
      expiration: z.int().nullable(),
      metadata: z.unknown(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
