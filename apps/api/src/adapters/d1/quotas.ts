import { sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { QuotaStore } from '../../ports/limits.ts';

/** {@link QuotaStore} on D1: the row changes only while something is left, so two requests can't share the last unit. */
export function d1Quotas(db: DrizzleD1Database): QuotaStore {
  return {
    async take(key, kind, day, allowance) {
      if (allowance === Number.POSITIVE_INFINITY) return true;
      if (allowance <= 0) return false;
      const result = await db.run(sql`
        INSERT INTO quota_usage (key, kind, day, used) VALUES (${key}, ${kind}, ${day}, 1)
        ON CONFLICT (key, kind, day) DO UPDATE SET used = used + 1 WHERE used < ${allowance}`);
      return result.meta.changes > 0;
    },
  };
}
