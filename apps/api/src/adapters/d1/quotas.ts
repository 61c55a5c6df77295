import { and, eq, lt, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { QuotaKind, QuotaStore } from '../../ports/limits.ts';
import { quotaUsage } from './tables/accounts.ts';

/** {@link QuotaStore} on D1: the row changes only while enough is left, so two requests can't share the last unit. */
export function d1Quotas(db: DrizzleD1Database): QuotaStore {
  const { key: keyColumn, kind: kindColumn, day: dayColumn, used } = quotaUsage;
  return {
    async take(key, kind, day, allowance, units = 1) {
      if (units > allowance) return null;
      const row = await db
        .insert(quotaUsage)
        .values({ key, kind, day, used: units })
        .onConflictDoUpdate({
          target: [keyColumn, kindColumn, dayColumn],
          set: { used: sql`${used} + ${units}` },
          ...(Number.isFinite(allowance) && { setWhere: sql`${used} + ${units} <= ${allowance}` }),
        })
        .returning({ used });
      return row[0]?.used ?? null;
    },
    async refund(key, kind, day, units = 1) {
      await db
        .update(quotaUsage)
        .set({ used: sql`max(0, ${used} - ${units})` })
        .where(and(eq(keyColumn, key), eq(kindColumn, kind), eq(dayColumn, day)));
    },
    async usage(key, day) {
      const rows = await db
        .select({ kind: kindColumn, used })
        .from(quotaUsage)
        .where(and(eq(keyColumn, key), eq(dayColumn, day)));
      return rows.map(row => ({ kind: row.kind as QuotaKind, used: row.used }));
    },
    async prune(beforeDay) {
      const result = await db.delete(quotaUsage).where(lt(dayColumn, beforeDay));
      return result.meta.changes;
    },
  };
}
