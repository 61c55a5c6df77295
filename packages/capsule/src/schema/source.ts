import { z } from 'zod';

/** Bytes of UTF-8 that a learner's or author's source may have. */
export const MAX_SOURCE_BYTES = 50 * 1024;

export const source = z
  .string()
  .refine(text => new TextEncoder().encode(text).length <= MAX_SOURCE_BYTES, 'is over 50 KB');

export const nonEmptySource = source.refine(text => text.trim() !== '', 'must not be empty');
