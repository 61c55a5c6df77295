import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { CourseStore } from '../../ports/courses.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { capsules } from './schema.ts';
import { courses } from './tables/courses.ts';

const ENTRY = {
  id: courses.id,
  title: courses.title,
  description: courses.description,
  itemCount: sql<number>`json_array_length(${courses.items})`,
  isPublished: courses.isPublished,
  createdAt: courses.createdAt,
};

/** {@link CourseStore} on D1. A course is one row, its items a JSON list: a write is whole or not at all. */
export function d1Courses(db: DrizzleD1Database): CourseStore {
  const atVersion = (id: string, version: number | undefined) =>
    and(eq(courses.id, id), version === undefined ? undefined : eq(courses.version, version));
  return {
    async insert({ at, ...course }) {
      await db
        .insert(courses)
        .values({ ...course, version: 1, isPublished: false, createdAt: at, updatedAt: at });
    },

    async update(id, expectedVersion, { title, description, items }, at) {
      const result = await db
        .update(courses)
        .set({ title, description, items, version: expectedVersion + 1, updatedAt: at })
        .where(atVersion(id, expectedVersion));
      return result.meta.changes > 0;
    },

    async setPublished(id, isPublished, at) {
      await db.update(courses).set({ isPublished, updatedAt: at }).where(eq(courses.id, id));
    },

    async remove(id, expectedVersion) {
      const result = await db.delete(courses).where(atVersion(id, expectedVersion));
      return result.meta.changes > 0;
    },

    async find(id) {
      return (await db.select().from(courses).where(eq(courses.id, id)).get()) ?? null;
    },

    async list(whose, { limit, cursor }) {
      // A literal 1: the index of published courses is not used for a parameter.
      const scope =
        'creatorId' in whose ? eq(courses.creatorId, whose.creatorId) : sql`${courses.isPublished} = 1`;
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const beyond = after && sql`(${courses.createdAt}, ${courses.id}) < (${after.createdAt}, ${after.id})`;
      const [rows, [counted]] = await db.batch([
        db
          .select(ENTRY)
          .from(courses)
          .where(and(scope, beyond))
          .orderBy(desc(courses.createdAt), desc(courses.id))
          .limit(limit + 1),
        db.select({ total: count() }).from(courses).where(scope),
      ]);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last ? writeCursor(last.createdAt, last.id) : null;
      return { items, nextCursor, total: counted?.total ?? 0 };
    },

    async capsulesOf(ids) {
      const rows = await db
        .select({
          id: capsules.id,
          creatorId: capsules.creatorId,
          title: capsules.title,
          description: capsules.description,
          language: capsules.language,
          difficulty: capsules.difficulty,
          isPublished: capsules.isPublished,
        })
        .from(capsules)
        .where(
          and(
            sql`${capsules.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
            isNull(capsules.deletedAt),
          ),
        );
      return new Map(rows.map(row => [row.id, row]));
    },
  };
}
