import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { EventStore } from '../../ports/events.ts';
import { capsules } from './schema.ts';
import { capsuleEvents } from './tables/analytics.ts';

/** D1 binds at most 100 parameters a statement; an event has ten. */
const ROWS_A_STATEMENT = 10;

/** {@link EventStore} on D1: one batch, in which an event that is already stored is passed over. */
export function d1Events(db: DrizzleD1Database): EventStore {
  /** An account may have been deleted while its events were on their way. */
  const forgetGone = (ids: string[]) =>
    db
      .update(capsuleEvents)
      .set({ userId: null, learner: null, session: null })
      .where(
        and(
          sql`${capsuleEvents.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
          isNotNull(capsuleEvents.userId),
          sql`${capsuleEvents.userId} NOT IN (SELECT id FROM users)`,
        ),
      );

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
      if (first) await db.batch([first, ...rest, forgetGone(rows.map(({ id }) => id))]);
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
