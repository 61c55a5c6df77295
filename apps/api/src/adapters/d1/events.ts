import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { EventStore } from '../../ports/events.ts';
import { capsules } from './schema.ts';
import { capsuleEvents } from './tables/analytics.ts';

/** D1 binds at most 100 parameters a statement; an event has ten. */
const ROWS_A_STATEMENT = 10;

/** {@link EventStore} on D1: one batch, in which an event that is already stored is passed over. */
export function d1Events(db: DrizzleD1Database): EventStore {
  return {
    async saveAll(events) {
      const rows = events.map(({ type, metadata, ...event }) => ({
        ...event,
        eventType: type,
        metadata: JSON.stringify(metadata),
      }));
      const statements = [];
      for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
        const chunk = rows.slice(i, i + ROWS_A_STATEMENT);
        statements.push(db.insert(capsuleEvents).values(chunk).onConflictDoNothing());
      }
      const [first, ...rest] = statements;
      if (first) await db.batch([first, ...rest]);
    },

    async creatorsOf(capsuleIds) {
      const rows = await db
        .select({ id: capsules.id, creatorId: capsules.creatorId })
        .from(capsules)
        .where(
          and(inArray(capsules.id, capsuleIds), eq(capsules.isPublished, true), isNull(capsules.deletedAt)),
        );
      return new Map(rows.map(({ id, creatorId }) => [id, creatorId]));
    },
  };
}
