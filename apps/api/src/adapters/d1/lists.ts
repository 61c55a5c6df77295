import { and, count, desc, eq, gt, isNotNull, isNull, ne, type SQL, sql, sum } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import {
  type Catalogue,
  type CatalogueEntry,
  type ListQuery,
  MAX_SEARCH_RESULTS,
  type OwnListQuery,
  type Page,
} from '../../ports/capsules.ts';
import { normaliseTag } from './catalogue.ts';
import { readCursor, readRank, writeCursor, writeRank } from './cursor.ts';
import { capsules } from './schema.ts';
import { type Facets, matchExpression, textExpression } from './search-text.ts';
import { capsuleNumbers, catalogue, catalogueCounts } from './tables/catalogue.ts';

const ENTRY = {
  id: capsules.id,
  title: capsules.title,
  description: capsules.description,
  type: capsules.type,
  language: capsules.language,
  difficulty: capsules.difficulty,
  testCount: capsules.testCount,
  tags: capsules.tags,
  isPublished: capsules.isPublished,
  createdAt: capsules.createdAt,
};
const NOTHING: Page<CatalogueEntry> = { items: [], nextCursor: null, total: 0 };

/** {@link Catalogue} on D1, on what triggers derive from the capsules. Each list stays in an index of its own. */
export function d1Catalogue(db: DrizzleD1Database): Catalogue {
  return {
    async listPublished(query) {
      if (isContradiction(query)) return NOTHING;
      if (query.q !== undefined) return search(query.q, query, { state: 'published' }, {});
      const tag = query.tag === undefined ? '' : normaliseTag(query.tag);
      const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
      const beyond =
        after && sql`(${catalogue.createdAt}, ${catalogue.capsuleId}) < (${after.createdAt}, ${after.id})`;
      const [rows, [counted]] = await db.batch([
        db
          .select(ENTRY)
          .from(catalogue)
          .innerJoin(capsules, eq(capsules.id, catalogue.capsuleId))
          .where(and(eq(catalogue.tag, tag), filters(catalogue, query), beyond))
          .orderBy(desc(catalogue.createdAt), desc(catalogue.capsuleId))
          .limit(query.limit + 1),
        db
          .select({ total: sum(catalogueCounts.count) })
          .from(catalogueCounts)
          .where(and(eq(catalogueCounts.tag, tag), filters(catalogueCounts, query))),
      ]);
      return page(rows, query.limit, Number(counted?.total ?? 0));
    },

    async listByCreator(creatorId, query) {
      if (isContradiction(query)) return NOTHING;
      const { q, state, tag } = query;
      if (q !== undefined) {
        const without = state === undefined ? { state: 'deleted' as const } : {};
        return search(q, query, { creatorId, state }, without);
      }
      const own = and(
        eq(capsules.creatorId, creatorId),
        stateFilter(state),
        filters(capsules, query),
        tag === undefined
          ? undefined
          : sql`EXISTS (SELECT 1 FROM json_each(${capsules.tags}) WHERE value = ${normaliseTag(tag)})`,
      );
      const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
      const beyond =
        after && sql`(${capsules.createdAt}, ${capsules.id}) < (${after.createdAt}, ${after.id})`;
      const [rows, [counted]] = await db.batch([
        db
          .select(ENTRY)
          .from(capsules)
          .where(and(own, beyond))
          .orderBy(desc(capsules.createdAt), desc(capsules.id))
          .limit(query.limit + 1),
        db.select({ total: count() }).from(capsules).where(own),
      ]);
      return page(rows, query.limit, counted?.total ?? 0);
    },

    async listTags(limit) {
      const used = sql<number>`sum(${catalogueCounts.count})`;
      return db
        .select({ tag: catalogueCounts.tag, count: used })
        .from(catalogueCounts)
        .where(gt(catalogueCounts.tag, ''))
        .groupBy(catalogueCounts.tag)
        .orderBy(desc(used), catalogueCounts.tag)
        .limit(limit);
    },
  };

  /** The title counts most. A word that is only in the statement counts least. */
  async function search(
    typed: string,
    { limit, cursor, language, difficulty, type, tag }: ListQuery,
    having: Facets,
    without: Facets,
  ): Promise<Page<CatalogueEntry>> {
    const text = textExpression(typed);
    if (text === null) return NOTHING;
    const offset = cursor === undefined ? 0 : readRank(cursor);
    const wanted = {
      ...having,
      language,
      difficulty,
      tag: tag === undefined ? undefined : normaliseTag(tag),
    };
    if (type === 'SQL') wanted.language = 'sql';
    const unwanted = type === 'CODE' && language === undefined ? { ...without, language: 'sql' } : without;
    const expression = matchExpression(text, wanted, unwanted);
    const hits = sql`(
      SELECT rowid AS seq, bm25(capsule_search, 10, 1, 4, 2, 0) AS score FROM capsule_search
      WHERE capsule_search MATCH ${expression} ORDER BY score, rowid DESC
      LIMIT ${Math.max(0, Math.min(limit, MAX_SEARCH_RESULTS - offset))} OFFSET ${offset}) AS hit`;
    const [items, [counted]] = await db.batch([
      db
        .select(ENTRY)
        .from(hits)
        .innerJoin(capsuleNumbers, eq(capsuleNumbers.seq, sql`hit.seq`))
        .innerJoin(capsules, eq(capsules.id, capsuleNumbers.capsuleId))
        .orderBy(sql`hit.score`, sql`hit.seq DESC`),
      db
        .select({ total: count() })
        .from(
          sql`(SELECT 1 FROM capsule_search WHERE capsule_search MATCH ${expression} LIMIT ${MAX_SEARCH_RESULTS})`,
        ),
    ]);
    const total = counted?.total ?? 0;
    const end = offset + items.length;
    return { items, nextCursor: items.length > 0 && end < total ? writeRank(end) : null, total };
  }
}

/** The columns that filters name, in whichever table holds them. */
type Filterable =
  | Pick<typeof capsules, 'language' | 'difficulty'>
  | typeof catalogue
  | typeof catalogueCounts;

function filters(
  { language, difficulty }: Pick<Filterable, 'language' | 'difficulty'>,
  query: ListQuery,
): SQL | undefined {
  return and(
    query.language && sql`${language} = ${query.language}`,
    query.difficulty && sql`${difficulty} = ${query.difficulty}`,
    // A type is told by the language: SQL capsules are those in SQL.
    query.language === undefined && query.type === 'SQL' ? sql`${language} = 'sql'` : undefined,
    query.language === undefined && query.type === 'CODE' ? sql`${language} <> 'sql'` : undefined,
  );
}

function stateFilter(state: OwnListQuery['state']): SQL | undefined {
  if (state === 'deleted') return isNotNull(capsules.deletedAt);
  if (state === undefined) return isNull(capsules.deletedAt);
  return and(
    isNull(capsules.deletedAt),
    state === 'published' ? eq(capsules.isPublished, true) : ne(capsules.isPublished, true),
  );
}

const isContradiction = ({ language, type }: ListQuery) =>
  language !== undefined && type !== undefined && (language === 'sql') !== (type === 'SQL');

/** One row more than asked for was read: whether it is there says whether there is a next page. */
function page(rows: CatalogueEntry[], limit: number, total: number): Page<CatalogueEntry> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor(last.createdAt, last.id) : null;
  return { items, nextCursor, total };
}
