import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { HINT_SOURCES } from '../../../ports/hints.ts';

export const hintsGiven = sqliteTable('hints_given', {
  id: text('id').primaryKey(),
  capsuleId: text('capsule_id').notNull(),
  version: integer('version').notNull(),
  learner: text('learner').notNull(),
  userId: text('user_id'),
  step: integer('step').notNull(),
  source: text('source', { enum: HINT_SOURCES }).notNull(),
  text: text('text'),
  helpful: integer('helpful', { mode: 'boolean' }),
  createdAt: text('created_at').notNull(),
});
