import { and, asc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Asset, AssetRoom, AssetStore } from '../../ports/assets.ts';
import { assetLeftovers, assets } from './tables/assets.ts';

/** {@link AssetStore} on D1. */
export function d1Assets(db: DrizzleD1Database): AssetStore {
  const named = (capsuleId: string, name: string) =>
    and(eq(assets.capsuleId, capsuleId), eq(assets.name, name));
  return {
    async find(capsuleId, name) {
      return (await db.select().from(assets).where(named(capsuleId, name)).get()) ?? null;
    },

    list: capsuleId =>
      db.select().from(assets).where(eq(assets.capsuleId, capsuleId)).orderBy(asc(assets.name)),

    async hasRoom(asset, room) {
      const { fits } = await db.get<{ fits: number }>(sql`SELECT ${fitting(asset, room)} AS fits`);
      return fits === 1;
    },

    async announce(objectKey, since) {
      await db.insert(assetLeftovers).values({ objectKey, since });
    },

    async save(asset, room) {
      const { capsuleId, name, ownerId, objectKey, contentType, bytes, sha256, updatedAt } = asset;
      const result = await db.run(sql`
        INSERT INTO assets (capsule_id, name, owner_id, object_key, content_type, bytes, sha256, updated_at)
        SELECT ${capsuleId}, ${name}, ${ownerId}, ${objectKey}, ${contentType}, ${bytes}, ${sha256}, ${updatedAt}
        WHERE ${fitting(asset, room)}
        ON CONFLICT (capsule_id, name) DO UPDATE SET object_key = excluded.object_key, bytes = excluded.bytes,
          content_type = excluded.content_type, sha256 = excluded.sha256, updated_at = excluded.updated_at`);
      return result.meta.changes > 0;
    },

    async remove(capsuleId, name) {
      const result = await db.delete(assets).where(named(capsuleId, name));
      return result.meta.changes > 0;
    },

    async leftovers(before, limit) {
      const old = db.select().from(assetLeftovers).where(lt(assetLeftovers.since, before)).limit(limit);
      return (await old).map(({ objectKey }) => objectKey);
    },

    async forgetLeftovers(objectKeys) {
      await db
        .delete(assetLeftovers)
        .where(
          sql`${assetLeftovers.objectKey} IN (SELECT value FROM json_each(${JSON.stringify(objectKeys)}))`,
        );
    },
  };
}

/** The limits as one condition; what the asset replaces does not count. */
function fitting(
  { capsuleId, name, ownerId, bytes }: Pick<Asset, 'capsuleId' | 'name' | 'ownerId' | 'bytes'>,
  { ownerBytes, ofCapsule }: AssetRoom,
): SQL {
  return sql`(SELECT coalesce(sum(bytes), 0) FROM assets
      WHERE owner_id = ${ownerId} AND NOT (capsule_id = ${capsuleId} AND name = ${name})) + ${bytes} <= ${ownerBytes}
    AND (SELECT count(*) FROM assets WHERE capsule_id = ${capsuleId} AND name <> ${name}) < ${ofCapsule}
    AND EXISTS (SELECT 1 FROM capsules WHERE id = ${capsuleId} AND deleted_at IS NULL)`;
}
