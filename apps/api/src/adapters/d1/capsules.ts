import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { and, count, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { CapsuleStore, ListQuery, NewContent, StoredCapsule } from '../../ports/capsules.ts';
import { catalogueColumns } from './catalogue.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { capsules, capsuleVersions } from './schema.ts';

/** Content was parsed by the schema before it was written; it is read back as it was. */
const contentOf = (text: string): Capsule => JSON.parse(text);

const ENTRY = {
  id: capsules.id,
  title: capsules.title,
  description: capsules.description,
  type: capsules.type,
  language: capsules.language,
  difficulty: capsules.difficulty,
  testCount: capsules.testCount,
  isPublished: capsules.isPublished,
  createdAt: capsules.createdAt,
};

/** {@link CapsuleStore} on D1. Each write is one `batch()`, which D1 runs as one transaction. */
export function d1Capsules(db: DrizzleD1Database): CapsuleStore {
  const live = (id: string) => and(eq(capsules.id, id), isNull(capsules.deletedAt));

  async function list(scope: SQL | undefined, query: ListQuery) {
    const filters = and(
      scope,
      isNull(capsules.deletedAt),
      query.language && eq(capsules.language, query.language),
      query.difficulty && eq(capsules.difficulty, query.difficulty),
      query.type && eq(capsules.type, query.type),
    );
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const beyond = after && sql`(${capsules.createdAt}, ${capsules.id}) < (${after.createdAt}, ${after.id})`;
    const [rows, [counted]] = await db.batch([
      db
        .select(ENTRY)
        .from(capsules)
        .where(and(filters, beyond))
        .orderBy(desc(capsules.createdAt), desc(capsules.id))
        .limit(query.limit + 1),
      db.select({ total: count() }).from(capsules).where(filters),
    ]);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const nextCursor = rows.length > query.limit && last ? writeCursor(last.createdAt, last.id) : null;
    return { items, nextCursor, total: counted?.total ?? 0 };
  }

  return {
    async insert({ id, creatorId, content, contentHash, at }) {
      const text = JSON.stringify(content);
      await db.batch([
        db.insert(capsules).values({
          id,
          creatorId,
          ...catalogueColumns(content),
          content: text,
          contentHash,
          version: 1,
          isPublished: false,
          createdAt: at,
          updatedAt: at,
        }),
        db
          .insert(capsuleVersions)
          .values({ capsuleId: id, version: 1, content: text, contentHash, createdAt: at }),
      ]);
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

    listPublished: query => list(eq(capsules.isPublished, true), query),
    listByCreator: (creatorId, query) => list(eq(capsules.creatorId, creatorId), query),

    async publish(id, version, content, qualityScore, at) {
      const published = { publishedVersion: version, isPublished: true, qualityScore, updatedAt: at };
      const result = await db
        .update(capsules)
        .set({ ...catalogueColumns(content), ...published })
        .where(and(live(id), eq(capsules.version, version)));
      return result.meta.changes > 0;
    },

    async unpublish(id, at) {
      await db
        .update(capsules)
        .set({ publishedVersion: null, isPublished: false, updatedAt: at })
        .where(live(id));
    },

    async remove(id, at) {
      await db.update(capsules).set({ deletedAt: at }).where(live(id));
    },
  };
}
