import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What triggers derive from capsules, for lists and search; migration 0004 says how. Nothing else writes here. */
export const catalogue = sqliteTable(
  'catalogue',
  {
    /** A tag of the capsule; each capsule stands under '' too. */
    tag: text('tag').notNull(),
    createdAt: text('created_at').notNull(),
    capsuleId: text('capsule_id').notNull(),
    language: text('language').notNull(),
    difficulty: text('difficulty').notNull(),
  },
  table => [primaryKey({ columns: [table.tag, table.createdAt, table.capsuleId] })],
);

export const catalogueCounts = sqliteTable(
  'catalogue_counts',
  {
    tag: text('tag').notNull(),
    language: text('language').notNull(),
    difficulty: text('difficulty').notNull(),
    count: integer('count').notNull(),
  },
  table => [primaryKey({ columns: [table.tag, table.language, table.difficulty] })],
);

/** The rows of the full-text index, which names capsules by number. */
export const capsuleNumbers = sqliteTable('capsule_numbers', {
  seq: integer('seq').primaryKey(),
  capsuleId: text('capsule_id').notNull(),
});
