import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';

const position = z.tuple([z.string(), z.string()]);

/** Where a page ended: creation time and id of its last entry, opaque to clients. */
export function writeCursor(createdAt: string, id: string): string {
  return btoa(JSON.stringify([createdAt, id]));
}

/** @throws AppError VALIDATION_FAILED when the text is no cursor of ours. */
export function readCursor(cursor: string): { createdAt: string; id: string } {
  try {
    const [createdAt, id] = position.parse(JSON.parse(atob(cursor)));
    return { createdAt, id };
  } catch (cause) {
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path: 'cursor', message: 'is not a cursor' }],
      cause,
    });
  }
}
