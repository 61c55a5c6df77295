import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { HintStore } from '../../ports/hints.ts';
import { hintsGiven } from './tables/hints.ts';
import { progress } from './tables/progress.ts';

/** {@link HintStore} on D1. */
export function d1Hints(db: DrizzleD1Database): HintStore {
  const given = hintsGiven;
  const ladderStep = sql<number | null>`iif(${given.source} = 'capsule', ${given.step}, NULL)`;
  return {
    list: (learner, capsuleId, version) =>
      db
        .select()
        .from(given)
        .where(and(eq(given.learner, learner), eq(given.capsuleId, capsuleId), eq(given.version, version)))
        .orderBy(asc(given.step)),

    async give(hint) {
      const { meta } = await db.insert(given).values(hint).onConflictDoNothing();
      return meta.changes > 0;
    },

    async judge(id, learner, helpful) {
      const { meta } = await db
        .update(given)
        .set({ helpful })
        .where(and(eq(given.id, id), eq(given.learner, learner)));
      return meta.changes > 0;
    },

    use: (capsuleId, version) =>
      db
        .select({
          source: given.source,
          step: ladderStep,
          given: count(),
          helpful: sql<number>`coalesce(sum(${given.helpful} = 1), 0)`,
          notHelpful: sql<number>`coalesce(sum(${given.helpful} = 0), 0)`,
          solvedAfter: sql<number>`coalesce(sum(${progress.firstSolvedAt} > ${given.createdAt}), 0)`,
        })
        .from(given)
        .leftJoin(progress, and(eq(progress.learner, given.learner), eq(progress.capsuleId, given.capsuleId)))
        .where(and(eq(given.capsuleId, capsuleId), eq(given.version, version)))
        .groupBy(given.source, ladderStep)
        .orderBy(asc(given.source), asc(ladderStep)),
  };
}
