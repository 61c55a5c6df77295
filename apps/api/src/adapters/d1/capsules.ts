import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { and, count, desc, eq, getTableColumns, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { CapsuleStore, NewContent, StoredCapsule } from '../../ports/capsules.ts';
import { catalogueColumns } from './catalogue.ts';
import { capsules, capsuleVersions } from './schema.ts';

/** Content was parsed by the schema before it was written; it is read back as it was. */
const contentOf = (text: string): Capsule => JSON.parse(text);

/** {@link CapsuleStore} on D1. Each write is one `batch()`, which D1 runs as one transaction. */
export function d1Capsules(db: DrizzleD1Database): CapsuleStore {
  const live = (id: string) => and(eq(capsules.id, id), isNull(capsules.deletedAt));

  /** Counted in the statement that writes, so that two at once can't share the last room. */
  const roomOf = (creatorId: string, limit: number) => sql`(${countOf(creatorId)}) < ${limit}`;
  const countOf = (creatorId: string) =>
    db
      .select({ n: count() })
      .from(capsules)
      .where(and(eq(capsules.creatorId, creatorId), isNull(capsules.deletedAt)));

  return {
    async insert({ id, creatorId, content, contentHash, at }, limit) {
      const text = JSON.stringify(content);
      const row: typeof capsules.$inferInsert = {
        ...{ id, creatorId, contentHash, content: text, version: 1 },
        ...catalogueColumns(content),
        ...{ isPublished: false, createdAt: at, updatedAt: at },
      };
      const values = Object.entries(getTableColumns(capsules)).map(
        ([key, column]) => sql`${sql.param(row[key as keyof typeof row] ?? null, column)}`,
      );
      const [inserted] = await db.batch([
        db
          .insert(capsules)
          .select(sql`SELECT ${sql.join(values, sql`, `)} WHERE ${roomOf(creatorId, limit)}`),
        db.insert(capsuleVersions).select(
          db
            .select({
              capsuleId: capsules.id,
              version: capsules.version,
              content: capsules.content,
              contentHash: capsules.contentHash,
              createdAt: capsules.createdAt,
            })
            .from(capsules)
            .where(eq(capsules.id, id)),
        ),
      ]);
      return inserted.meta.changes > 0;
    },

    async update(id, expectedVersion, { content, contentHash, at }: NewContent) {
      const text = JSON.stringify(content);
      const version = expectedVersion + 1;
      // The version row goes in only if the head is still the expected one, and the head moves only with it.
      const [written] = await db.batch([
        db.insert(capsuleVersions).select(
          db
            .select({
              capsuleId: capsules.id,
              version: sql<number>`${version}`.as('version'),
              content: sql<string>`${text}`.as('content'),
              contentHash: sql<string>`${contentHash}`.as('content_hash'),
              createdAt: sql<string>`${at}`.as('created_at'),
            })
            .from(capsules)
            .where(and(live(id), eq(capsules.version, expectedVersion))),
        ),
        db
          .update(capsules)
          .set({ content: text, contentHash, version, updatedAt: at })
          .where(and(live(id), eq(capsules.version, expectedVersion))),
        db
          .update(capsules)
          .set(catalogueColumns(content))
          .where(
            and(
              live(id),
              eq(capsules.version, version),
              eq(capsules.contentHash, contentHash),
              isNull(capsules.publishedVersion),
            ),
          ),
      ]);
      return written.meta.changes > 0;
    },

    async find(id): Promise<StoredCapsule | null> {
      const row = await db.select().from(capsules).where(live(id)).get();
      return row ? { ...row, content: contentOf(row.content) } : null;
    },

    async findVersion(id, version) {
      const row = await db
        .select()
        .from(capsuleVersions)
        .where(and(eq(capsuleVersions.capsuleId, id), eq(capsuleVersions.version, version)))
        .get();
      return row ? { ...row, content: contentOf(row.content) } : null;
    },

    listVersions: id =>
      db
        .select({
          version: capsuleVersions.version,
          contentHash: capsuleVersions.contentHash,
          createdAt: capsuleVersions.createdAt,
        })
        .from(capsuleVersions)
        .where(eq(capsuleVersions.capsuleId, id))
        .orderBy(desc(capsuleVersions.version)),

    async publish(id, version, content, qualityScore, at) {
      const published = { publishedVersion: version, isPublished: true, qualityScore, updatedAt: at };
      const result = await db
        .update(capsules)
        .set({ ...catalogueColumns(content), ...published })
        .where(and(live(id), eq(capsules.version, version)));
      return result.meta.changes > 0;
    },

    async unpublish(id, version, content, at) {
      const result = await db
        .update(capsules)
        .set({ ...catalogueColumns(content), publishedVersion: null, isPublished: false, updatedAt: at })
        .where(and(live(id), eq(capsules.version, version)));
      return result.meta.changes > 0;
    },

    async remove(id, at, expectedVersion) {
      const expected = expectedVersion === undefined ? undefined : eq(capsules.version, expectedVersion);
      const result = await db
        .update(capsules)
        .set({ deletedAt: at })
        .where(and(live(id), expected));
      return result.meta.changes > 0;
    },

    async restore(id, creatorId, deletedSince, limit) {
      const [restored] = await db
        .update(capsules)
        .set({ deletedAt: null })
        .where(
          and(
            eq(capsules.id, id),
            eq(capsules.creatorId, creatorId),
            gte(capsules.deletedAt, deletedSince),
            roomOf(creatorId, limit),
          ),
        )
        .returning({ version: capsules.version });
      return restored?.version ?? null;
    },

    async hasRoom(creatorId, limit) {
      const [counted] = await countOf(creatorId);
      return (counted?.n ?? 0) < limit;
    },

    async purge(deletedBefore, limit) {
      const due = db
        .select({ id: capsules.id })
        .from(capsules)
        .where(lt(capsules.deletedAt, deletedBefore))
        .orderBy(capsules.deletedAt)
        .limit(limit);
      const gone = await db.delete(capsules).where(inArray(capsules.id, due)).returning({ id: capsules.id });
      return gone.map(({ id }) => id);
    },
  };
}
