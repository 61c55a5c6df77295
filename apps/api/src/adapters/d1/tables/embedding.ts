import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What embedding reads and writes of the capsules. Apart from the others: writing a capsule leaves its origins as they are. */
export const embeddableCapsules = sqliteTable('capsules', {
  id: text('id').primaryKey(),
  creatorId: text('creator_id').notNull(),
  title: text('title').notNull(),
  isPublished: integer('is_published', { mode: 'boolean' }).notNull(),
  deletedAt: text('deleted_at'),
  /** JSON. */
  allowedOrigins: text('allowed_origins', { mode: 'json' }).$type<string[]>().notNull(),
});
