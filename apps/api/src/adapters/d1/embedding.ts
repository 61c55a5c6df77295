import { and, eq, isNull } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { EmbeddingStore } from '../../ports/embedding.ts';
import { embeddableCapsules as capsules } from './tables/embedding.ts';

/** {@link EmbeddingStore} on D1. */
export function d1Embedding(db: DrizzleD1Database): EmbeddingStore {
  const { id, title, allowedOrigins, creatorId, isPublished, deletedAt } = capsules;
  const ownedBy = (capsuleId: string, userId: string) =>
    and(eq(id, capsuleId), eq(creatorId, userId), isNull(deletedAt));
  return {
    async findPublished(capsuleId) {
      const [found] = await db
        .select({ id, title, allowedOrigins })
        .from(capsules)
        .where(and(eq(id, capsuleId), eq(isPublished, true), isNull(deletedAt)));
      return found ?? null;
    },
    async findOwn(capsuleId, userId) {
      const [found] = await db.select({ allowedOrigins }).from(capsules).where(ownedBy(capsuleId, userId));
      return found?.allowedOrigins ?? null;
    },
    async setOwn(capsuleId, userId, origins) {
      const { meta } = await db
        .update(capsules)
        .set({ allowedOrigins: origins })
        .where(ownedBy(capsuleId, userId));
      return meta.changes > 0;
    },
  };
}
