import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CourseItem } from '../../../ports/courses.ts';

export const courses = sqliteTable('courses', {
  id: text('id').primaryKey(),
  creatorId: text('creator_id').notNull(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  items: text('items', { mode: 'json' }).$type<CourseItem[]>().notNull(),
  version: integer('version').notNull(),
  isPublished: integer('is_published', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});
