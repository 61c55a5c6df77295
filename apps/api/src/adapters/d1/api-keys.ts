import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { z } from 'zod';
import { SCOPES } from '../../ports/actor.ts';
import type { ApiKey, ApiKeyStore } from '../../ports/api-keys.ts';
import { memberOf } from './members.ts';
import { apiKeys, users } from './tables/accounts.ts';

const scopesSchema = z.array(z.enum(SCOPES));

/** {@link ApiKeyStore} on D1. */
export function d1ApiKeys(db: DrizzleD1Database): ApiKeyStore {
  const notExpired = (now: string) => or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now));
  return {
    async create(key, allowed) {
      const { id, userId, name, hash, start, scopes, createdAt, expiresAt } = key;
      const result = await db.run(sql`
        INSERT INTO api_keys (id, user_id, name, hash, start, scopes, created_at, expires_at)
        SELECT ${id}, ${userId}, ${name}, ${hash}, ${start}, ${JSON.stringify(scopes)}, ${createdAt}, ${expiresAt}
        WHERE ${allowed} > (
          SELECT count(*) FROM api_keys
          WHERE user_id = ${userId} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${createdAt}))`);
      return result.meta.changes > 0;
    },

    async list(userId) {
      const rows = await db
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
        .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
      return rows.map(keyOf);
    },

    async revoke(userId, id, at) {
      const own = and(eq(apiKeys.id, id), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt));
      const result = await db.update(apiKeys).set({ revokedAt: at }).where(own);
      return result.meta.changes > 0;
    },

    async find(hash, now) {
      const row = await db
        .select({ key: apiKeys, user: users })
        .from(apiKeys)
        .innerJoin(users, eq(users.id, apiKeys.userId))
        .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt), notExpired(now)))
        .get();
      return row ? { key: keyOf(row.key), member: memberOf(row.user) } : null;
    },

    async touch(id, at, unlessSince) {
      const stale = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, unlessSince));
      await db
        .update(apiKeys)
        .set({ lastUsedAt: at })
        .where(and(eq(apiKeys.id, id), stale));
    },
  };
}

function keyOf(row: typeof apiKeys.$inferSelect): ApiKey {
  const { id, name, start, createdAt, expiresAt, lastUsedAt } = row;
  const scopes = scopesSchema.parse(JSON.parse(row.scopes));
  return { id, name, start, scopes, createdAt, expiresAt, lastUsedAt };
}
