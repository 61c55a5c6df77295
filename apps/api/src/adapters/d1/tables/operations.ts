import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const flags = sqliteTable('flags', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  updatedAt: text('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
});

export const deadLetters = sqliteTable('dead_letters', {
  id: text('id').primaryKey(),
  queue: text('queue').notNull(),
  body: text('body').notNull(),
  reason: text('reason').notNull(),
  attempts: integer('attempts').notNull(),
  failedAt: text('failed_at').notNull(),
  replayedAt: text('replayed_at'),
});
