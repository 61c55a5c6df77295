import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type {
  Analytics,
  CapsuleTotals,
  DayCounts,
  ErrorGroup,
  Funnel,
  ItemSums,
  Period,
  TestFailures,
} from '../../../ports/analytics.ts';
import { capsules } from '../schema.ts';
import {
  capsuleErrors,
  capsuleLearners,
  capsuleStats,
  capsuleTestFailures,
  capsuleVersionAttempts,
} from '../tables/analytics.ts';

/** Attempts beyond this many are told as one. */
const ATTEMPTS_TOLD = 10;

const NO_TOTALS: CapsuleTotals = {
  ...{ impressions: 0, views: 0, edits: 0, totalRuns: 0, submissions: 0, passes: 0, hints: 0 },
  ...{ learners: 0, learnersPassed: 0, completionRate: 0, lastComputed: null },
};

/** {@link Analytics} on D1, of what the fold has counted. */
export function d1Analytics(db: DrizzleD1Database): Analytics {
  const { capsuleId: _, ...totalColumns } = {
    ...{
      capsuleId: capsuleStats.capsuleId,
      impressions: capsuleStats.impressions,
      views: capsuleStats.views,
    },
    ...{
      edits: capsuleStats.edits,
      totalRuns: capsuleStats.totalRuns,
      submissions: capsuleStats.submissions,
    },
    ...{ passes: capsuleStats.passes, hints: capsuleStats.hints, learners: capsuleStats.learners },
    ...{ learnersPassed: capsuleStats.learnersPassed, completionRate: capsuleStats.completionRate },
    ...{ lastComputed: capsuleStats.lastComputed },
  };

  const days = (whose: SQL, { from, to }: Period) =>
    db.all<DayCounts>(sql`
      SELECT day, ${sumOf('impressions')}, ${sumOf('views')}, ${sumOf('edits')}, ${sumOf('runs')},
        ${sumOf('submissions')}, ${sumOf('passes')}, ${sumOf('hints')}
      FROM capsule_days WHERE day BETWEEN ${from} AND ${to} AND ${whose} GROUP BY day ORDER BY day`);

  /** The value in the middle of those learners' who passed. */
  const median = async (capsuleId: string, value: SQL) => {
    const row = await db.get<{ median: number | null }>(sql`
      WITH passed AS (
        SELECT ${value} AS value FROM capsule_learners WHERE capsule_id = ${capsuleId} AND passed_at IS NOT NULL
      ), ranked AS (
        SELECT value, row_number() OVER (ORDER BY value) AS place, count(*) OVER () AS n FROM passed
        WHERE value IS NOT NULL
      )
      SELECT avg(value) AS median FROM ranked WHERE place IN ((n + 1) / 2, (n + 2) / 2)`);
    return row?.median ?? null;
  };

  return {
    async totals(capsuleId) {
      const row = await db
        .select(totalColumns)
        .from(capsuleStats)
        .where(eq(capsuleStats.capsuleId, capsuleId))
        .get();
      return row ? rounded(row) : NO_TOTALS;
    },

    async funnel(capsuleId) {
      const row = await db.get<Funnel>(sql`
        SELECT count(*) AS viewed,
          round(coalesce(sum(max(edit_weight, coalesce(ran_at, submitted_at) IS NOT NULL)), 0)) AS edited,
          coalesce(sum(coalesce(ran_at, submitted_at) IS NOT NULL), 0) AS ran,
          coalesce(sum(submitted_at IS NOT NULL), 0) AS submitted,
          coalesce(sum(passed_at IS NOT NULL), 0) AS passed
        FROM capsule_learners WHERE capsule_id = ${capsuleId}`);
      return row ?? { viewed: 0, edited: 0, ran: 0, submitted: 0, passed: 0 };
    },

    days: (capsuleId, period) => days(sql`capsule_id = ${capsuleId}`, period),

    daysByCreator: (creatorId, period) =>
      days(
        sql`capsule_id IN (SELECT id FROM capsules WHERE creator_id = ${creatorId} AND deleted_at IS NULL)`,
        period,
      ),

    testFailures: (capsuleId): Promise<TestFailures[]> =>
      db
        .select({
          test: capsuleTestFailures.test,
          version: capsuleTestFailures.version,
          failures: capsuleTestFailures.failures,
          submissions: capsuleVersionAttempts.submissions,
        })
        .from(capsuleTestFailures)
        .innerJoin(
          capsuleVersionAttempts,
          and(
            eq(capsuleVersionAttempts.capsuleId, capsuleTestFailures.capsuleId),
            eq(capsuleVersionAttempts.version, capsuleTestFailures.version),
          ),
        )
        .where(eq(capsuleTestFailures.capsuleId, capsuleId))
        .orderBy(desc(capsuleTestFailures.version), desc(capsuleTestFailures.failures)),

    async errors(capsuleId, limit) {
      const rows = await db
        .select()
        .from(capsuleErrors)
        .where(eq(capsuleErrors.capsuleId, capsuleId))
        .orderBy(desc(capsuleErrors.count), desc(capsuleErrors.lastAt))
        .limit(limit);
      return rows.map(({ capsuleId: _, verdict, ...row }) => ({
        ...row,
        verdict: verdict as ErrorGroup['verdict'],
      }));
    },

    async waysToPass(capsuleId) {
      const attempts = await db
        .select({
          attempts: sql<number>`min(${capsuleLearners.attemptsToPass}, ${ATTEMPTS_TOLD})`.as('told'),
          learners: sql<number>`count(*)`,
        })
        .from(capsuleLearners)
        .where(and(eq(capsuleLearners.capsuleId, capsuleId), sql`attempts_to_pass IS NOT NULL`))
        .groupBy(sql`told`)
        .orderBy(sql`told`);
      const ms = sql`max(0, round((julianday(passed_at) - julianday(coalesce(viewed_at, ran_at))) * 86400000))`;
      return {
        attempts,
        medianAttempts: await median(capsuleId, sql`attempts_to_pass`),
        medianMs: await median(capsuleId, ms),
      };
    },

    items: (creatorId, capsuleIds) =>
      db.all<ItemSums>(sql`
        WITH own AS (
          SELECT id, title FROM capsules WHERE creator_id = ${creatorId} AND deleted_at IS NULL ${amongst(capsuleIds)}
        ),
        answers AS (
          SELECT l.capsule_id, l.learner, l.passed_at IS NOT NULL AS x FROM capsule_learners l
          JOIN own ON own.id = l.capsule_id WHERE l.submitted_at IS NOT NULL
        ), scored AS (
          SELECT capsule_id, x, sum(x) OVER (PARTITION BY learner) - x AS y FROM answers
        )
        SELECT own.id AS capsuleId, own.title, count(x) AS n, coalesce(sum(x), 0) AS x, coalesce(sum(y), 0) AS y,
          coalesce(sum(y * y), 0) AS yy, coalesce(sum(x * y), 0) AS xy
        FROM own LEFT JOIN scored ON scored.capsule_id = own.id GROUP BY own.id ORDER BY own.id`),

    async setCounts(capsuleIds, requiredIds) {
      const row = await db.get<{ started: number; finished: number }>(sql`
        SELECT count(*) AS started, coalesce(sum(done = ${requiredIds.length}), 0) AS finished FROM (
          SELECT learner, sum(
            passed_at IS NOT NULL AND capsule_id IN (SELECT value FROM json_each(${JSON.stringify(requiredIds)}))
          ) AS done
          FROM capsule_learners
          WHERE submitted_at IS NOT NULL AND capsule_id IN (SELECT value FROM json_each(${JSON.stringify(capsuleIds)}))
          GROUP BY learner
        )`);
      return row ?? { started: 0, finished: 0 };
    },

    async rowsByCreator(creatorId, limit) {
      const rows = await db
        .select({
          capsuleId: capsules.id,
          title: capsules.title,
          isPublished: capsules.isPublished,
          totals: totalColumns,
        })
        .from(capsules)
        .leftJoin(capsuleStats, eq(capsuleStats.capsuleId, capsules.id))
        .where(and(eq(capsules.creatorId, creatorId), isNull(capsules.deletedAt)))
        .orderBy(desc(sql`coalesce(${capsuleStats.totalRuns}, 0)`), desc(capsules.createdAt), capsules.id)
        .limit(limit);
      return rows.map(({ totals, ...row }) => ({ ...row, ...(totals ? rounded(totals) : NO_TOTALS) }));
    },
  };
}

/** As one parameter, for a statement takes only so many. */
const amongst = (ids: string[] | undefined) =>
  ids === undefined ? sql.empty() : sql`AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const sumOf = (column: string) => sql.raw(`CAST(round(sum(${column})) AS INTEGER) AS ${column}`);

/** What is counted by weight is a number of events nevertheless. */
function rounded(totals: CapsuleTotals): CapsuleTotals {
  const { impressions, views, edits, hints } = totals;
  return {
    ...totals,
    impressions: Math.round(impressions),
    views: Math.round(views),
    edits: Math.round(edits),
    hints: Math.round(hints),
  };
}
