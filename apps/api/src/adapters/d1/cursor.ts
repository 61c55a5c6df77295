import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';

const position = z.tuple([z.string(), z.string()]);
const rank = z.tuple([z.int().min(0)]);

/** Where a page ended: creation time and id of its last entry, opaque to clients. */
export function writeCursor(createdAt: string, id: string): string {
  return btoa(JSON.stringify([createdAt, id]));
}

/** @throws AppError VALIDATION_FAILED when the text is no cursor of ours. */
export function readCursor(cursor: string): { createdAt: string; id: string } {
  const [createdAt, id] = read(cursor, position);
  return { createdAt, id };
}

/** Where a page of search results ended: how many came before. */
export function writeRank(offset: number): string {
  return btoa(JSON.stringify([offset]));
}

/** @throws AppError VALIDATION_FAILED when the text is no cursor of ours. */
export function readRank(cursor: string): number {
  return read(cursor, rank)[0];
}

function read<Shape extends z.ZodType>(cursor: string, shape: Shape): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(atob(cursor)));
  } catch (cause) {
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path: 'cursor', message: 'is not a cursor' }],
      cause,
    });
  }
}
