import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const assets = sqliteTable(
  'assets',
  {
    capsuleId: text('capsule_id').notNull(),
    name: text('name').notNull(),
    ownerId: text('owner_id').notNull(),
    objectKey: text('object_key').notNull(),
    contentType: text('content_type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  table => [primaryKey({ columns: [table.capsuleId, table.name] })],
);

/** Written by triggers too; see migration 0004. */
export const assetLeftovers = sqliteTable('asset_leftovers', {
  objectKey: text('object_key').primaryKey(),
  since: text('since').notNull(),
});
