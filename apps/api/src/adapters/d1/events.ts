import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { EventStore } from '../../ports/events.ts';
import { capsuleEvents } from './schema.ts';

/** D1 binds at most 100 parameters a statement; an event has six. */
const ROWS_A_STATEMENT = 16;

/** {@link EventStore} on D1: one batch, in which an event that is already stored is passed over. */
export function d1Events(db: DrizzleD1Database): EventStore {
  return {
    async saveAll(events) {
      const rows = events.map(event => ({
        id: event.id,
        capsuleId: event.capsuleId,
        userId: event.userId,
        eventType: event.type,
        metadata: JSON.stringify(event.metadata),
        createdAt: event.createdAt,
      }));
      const statements = [];
      for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
        const chunk = rows.slice(i, i + ROWS_A_STATEMENT);
        statements.push(db.insert(capsuleEvents).values(chunk).onConflictDoNothing());
      }
      const [first, ...rest] = statements;
      if (first) await db.batch([first, ...rest]);
    },
  };
}
