import { and, count, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { DeadLetter, DeadLetterStore, QueueName } from '../../ports/dead-letters.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { deadLetters } from './tables/operations.ts';

/** {@link DeadLetterStore} on D1. */
export function d1DeadLetters(db: DrizzleD1Database): DeadLetterStore {
  const is = (id: string) => eq(deadLetters.id, id);
  return {
    async save({ body, ...letter }) {
      await db
        .insert(deadLetters)
        .values({ ...letter, body: JSON.stringify(body) })
        .onConflictDoNothing();
    },

    async find(id) {
      const row = await db.select().from(deadLetters).where(is(id)).get();
      return row ? toLetter(row) : null;
    },

    async list({ limit, cursor, queue }) {
      const ofQueue = queue && eq(deadLetters.queue, queue);
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const beyond =
        after && sql`(${deadLetters.failedAt}, ${deadLetters.id}) < (${after.createdAt}, ${after.id})`;
      const [rows, [counted]] = await db.batch([
        db
          .select()
          .from(deadLetters)
          .where(and(ofQueue, beyond))
          .orderBy(desc(deadLetters.failedAt), desc(deadLetters.id))
          .limit(limit + 1),
        db.select({ total: count() }).from(deadLetters).where(ofQueue),
      ]);
      const items = rows.slice(0, limit).map(toLetter);
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last ? writeCursor(last.failedAt, last.id) : null;
      return { items, nextCursor, total: counted?.total ?? 0 };
    },

    async claim(id, at) {
      const { meta } = await db
        .update(deadLetters)
        .set({ replayedAt: at })
        .where(and(is(id), isNull(deadLetters.replayedAt)));
      return meta.changes > 0;
    },

    async release(id) {
      await db.update(deadLetters).set({ replayedAt: null }).where(is(id));
    },

    async remove(id) {
      const { meta } = await db.delete(deadLetters).where(is(id));
      return meta.changes > 0;
    },

    async prune(before) {
      const { meta } = await db.delete(deadLetters).where(lt(deadLetters.failedAt, before));
      return meta.changes;
    },
  };
}

/** Only known queues' letters are written. */
function toLetter(row: typeof deadLetters.$inferSelect): DeadLetter {
  return { ...row, queue: row.queue as QueueName, body: JSON.parse(row.body) };
}
