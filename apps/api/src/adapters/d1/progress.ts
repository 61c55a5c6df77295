import { and, count, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Attempt, Progress, ProgressEntry, ProgressStore } from '../../ports/progress.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { capsules, submissions } from './schema.ts';
import { progress } from './tables/progress.ts';

const ENTRY = {
  capsuleId: progress.capsuleId,
  status: progress.status,
  attempts: progress.attempts,
  startedAt: progress.startedAt,
  firstSolvedAt: progress.firstSolvedAt,
  solveTimeMs: progress.solveTimeMs,
  bestRunTimeMs: progress.bestRunTimeMs,
  updatedAt: progress.updatedAt,
};

/** The smaller of both, where either may be missing. */
const least = (name: string) =>
  sql.raw(`min(coalesce(progress.${name}, excluded.${name}), coalesce(excluded.${name}, progress.${name}))`);

/** What a row becomes by another one of the same capsule: solved stays solved, the best time stays. */
const MERGED = {
  status: sql`CASE
    WHEN 'solved' IN (progress.status, excluded.status) THEN 'solved'
    WHEN 'attempted' IN (progress.status, excluded.status) THEN 'attempted'
    ELSE 'started' END`,
  attempts: sql`progress.attempts + excluded.attempts`,
  bestRunTimeMs: least('best_run_time_ms'),
  updatedAt: sql`max(progress.updated_at, excluded.updated_at)`,
};
const ROW = [progress.learner, progress.capsuleId];

/** A run or submission as one statement, so that two at once both count. */
export function attemptStatement(db: DrizzleD1Database, attempt: Attempt) {
  const { learner, userId, capsuleId, source, isSubmission, acceptedInMs, startedAt, endedAt } = attempt;
  const isSolved = acceptedInMs !== null;
  return db
    .insert(progress)
    .values({
      ...{ learner, capsuleId, userId, startedAt },
      status: isSolved ? 'solved' : isSubmission ? 'attempted' : 'started',
      attempts: isSubmission ? 1 : 0,
      firstSolvedAt: isSolved ? endedAt : null,
      bestRunTimeMs: isSolved ? Math.round(acceptedInMs) : null,
      lastSource: source,
      updatedAt: endedAt,
    })
    .onConflictDoUpdate({
      target: ROW,
      set: {
        ...MERGED,
        firstSolvedAt: sql`coalesce(progress.first_solved_at, excluded.first_solved_at)`,
        solveTimeMs: sql`iif(progress.first_solved_at IS NOT NULL, progress.solve_time_ms, CAST(round(1000 *
          (unixepoch(excluded.first_solved_at, 'subsec') - unixepoch(progress.started_at, 'subsec'))) AS INTEGER))`,
        lastSource: sql`excluded.last_source`,
      },
    });
}

/** {@link ProgressStore} on D1. */
export function d1Progress(db: DrizzleD1Database): ProgressStore {
  return {
    async record(attempt) {
      await attemptStatement(db, attempt);
    },

    async saveDraft({ learner, userId, capsuleId, source, at, ifUpdatedAt }) {
      const row = await db.get<{ draft_updated_at: string } | undefined>(sql`
        INSERT INTO progress (learner, capsule_id, user_id, status, started_at, draft, draft_updated_at, updated_at)
        VALUES (${learner}, ${capsuleId}, ${userId}, 'started', ${at}, ${source}, ${at}, ${at})
        ON CONFLICT (learner, capsule_id) DO UPDATE SET draft = excluded.draft, updated_at = excluded.updated_at,
          draft_updated_at = iif(progress.draft_updated_at >= excluded.draft_updated_at,
            strftime('%Y-%m-%dT%H:%M:%fZ', progress.draft_updated_at, '+0.001 seconds'), excluded.draft_updated_at)
          WHERE ${ifUpdatedAt === undefined ? 1 : 0} OR progress.draft_updated_at IS ${ifUpdatedAt ?? null}
        RETURNING draft_updated_at`);
      return row?.draft_updated_at ?? null;
    },

    async find(learner, capsuleId) {
      const where = and(eq(progress.learner, learner), eq(progress.capsuleId, capsuleId));
      const row = await db.select().from(progress).where(where).get();
      return row ? progressOf(row) : null;
    },

    async list(learner, { limit, cursor }) {
      const own = eq(progress.learner, learner);
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const beyond =
        after && sql`(${progress.updatedAt}, ${progress.capsuleId}) < (${after.createdAt}, ${after.id})`;
      const [rows, [counted]] = await db.batch([
        db
          .select({
            entry: ENTRY,
            capsule: {
              title: capsules.title,
              language: capsules.language,
              difficulty: capsules.difficulty,
              isShown: sql<number>`${capsules.deletedAt} IS NULL AND
                (${capsules.isPublished} OR ${capsules.creatorId} = ${learner})`,
            },
          })
          .from(progress)
          .innerJoin(capsules, eq(capsules.id, progress.capsuleId))
          .where(and(own, beyond))
          .orderBy(desc(progress.updatedAt), desc(progress.capsuleId))
          .limit(limit + 1),
        db.select({ total: count() }).from(progress).where(own),
      ]);
      const items: ProgressEntry[] = rows.slice(0, limit).map(({ entry, capsule }) => {
        const { isShown, ...shown } = capsule;
        return { ...entry, capsule: isShown ? shown : null };
      });
      const last = items.at(-1);
      const nextCursor = rows.length > limit && last ? writeCursor(last.updatedAt, last.capsuleId) : null;
      return { items, nextCursor, total: counted?.total ?? 0 };
    },

    async solvedOf(learner, capsuleIds) {
      const rows = await db
        .select({ id: progress.capsuleId })
        .from(progress)
        .where(
          and(
            eq(progress.learner, learner),
            eq(progress.status, 'solved'),
            sql`${progress.capsuleId} IN (SELECT value FROM json_each(${JSON.stringify(capsuleIds)}))`,
          ),
        );
      return new Set(rows.map(({ id }) => id));
    },

    async claim(learner, userId) {
      const theirs = db
        .select({ id: progress.capsuleId })
        .from(progress)
        .where(eq(progress.learner, learner));
      const [, , gone] = await db.batch([
        db
          .update(submissions)
          .set({ learner: userId, userId })
          .where(and(eq(submissions.learner, learner), inArray(submissions.capsuleId, theirs))),
        db
          .insert(progress)
          .select(
            db
              .select({
                ...getTableColumns(progress),
                learner: sql<string>`${userId}`.as('learner'),
                userId: sql<string>`${userId}`.as('user_id'),
              })
              .from(progress)
              .where(eq(progress.learner, learner)),
          )
          .onConflictDoUpdate({
            target: ROW,
            set: {
              ...MERGED,
              startedAt: sql`min(progress.started_at, excluded.started_at)`,
              firstSolvedAt: least('first_solved_at'),
              solveTimeMs: least('solve_time_ms'),
              lastSource: sql`iif(excluded.last_source IS NULL OR progress.updated_at > excluded.updated_at,
                coalesce(progress.last_source, excluded.last_source), excluded.last_source)`,
              draft: sql`iif(coalesce(excluded.draft_updated_at, '') > coalesce(progress.draft_updated_at, ''),
                excluded.draft, progress.draft)`,
              draftUpdatedAt: sql`nullif(max(coalesce(progress.draft_updated_at, ''),
                coalesce(excluded.draft_updated_at, '')), '')`,
            },
          }),
        db.delete(progress).where(eq(progress.learner, learner)),
      ]);
      return { capsules: gone.meta.changes };
    },

    async forgetAnonymous(untouchedSince, limit) {
      const old = db
        .select({ rowid: sql`rowid` })
        .from(progress)
        .where(and(isNull(progress.userId), sql`${progress.updatedAt} < ${untouchedSince}`))
        .limit(limit);
      const result = await db.delete(progress).where(inArray(sql`rowid`, old));
      return result.meta.changes;
    },
  };
}

function progressOf(row: typeof progress.$inferSelect): Progress {
  const { learner: _, userId: __, draft, draftUpdatedAt, ...rest } = row;
  const hasDraft = draft !== null && draftUpdatedAt !== null;
  return { ...rest, draft: hasDraft ? { source: draft, updatedAt: draftUpdatedAt } : null };
}
