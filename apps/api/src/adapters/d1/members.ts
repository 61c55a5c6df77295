import { and, count, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Member, MemberStore } from '../../ports/members.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { users } from './tables/accounts.ts';

/** {@link MemberStore} on D1. */
export function d1Members(db: DrizzleD1Database): MemberStore {
  return {
    async find(id) {
      const row = await db.select().from(users).where(eq(users.id, id)).get();
      return row ? memberOf(row) : null;
    },

    async findByEmail(email) {
      const row = await db.select().from(users).where(eq(users.email, email.toLowerCase())).get();
      return row ? memberOf(row) : null;
    },

    async list({ search, limit, cursor }) {
      const matching = search ? or(contains(users.email, search), contains(users.name, search)) : undefined;
      const rows = await db
        .select()
        .from(users)
        .where(and(matching, cursor === undefined ? undefined : after(cursor)))
        .orderBy(desc(users.createdAt), desc(users.id))
        .limit(limit + 1);
      const counted = await db.select({ total: count() }).from(users).where(matching).get();
      const items = rows.slice(0, limit).map(memberOf);
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last ? writeCursor(last.createdAt, last.id) : null;
      return { items, nextCursor, total: counted?.total ?? 0 };
    },

    async update(id, change, at) {
      const [row] = await db
        .update(users)
        .set({ ...change, updatedAt: at })
        .where(eq(users.id, id))
        .returning();
      return row ? memberOf(row) : null;
    },
  };
}

export function memberOf(row: typeof users.$inferSelect): Member {
  const { id, email, emailVerified, name, plan, suspendedAt, createdAt } = row;
  const overrides = { executionsPerDay: row.executionQuota, generationsPerDay: row.generationQuota };
  return { id, email, emailVerified, name, plan, overrides, suspendedAt, createdAt };
}

/** instr knows no wildcards, so that what people type is text. */
function contains(column: typeof users.email | typeof users.name, text: string): SQL {
  return sql`instr(lower(${column}), ${text.toLowerCase()}) > 0`;
}

function after(cursor: string): SQL {
  const { createdAt, id } = readCursor(cursor);
  return sql`(${users.createdAt}, ${users.id}) < (${createdAt}, ${id})`;
}
