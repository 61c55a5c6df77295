import { and, desc, eq, inArray, max, ne, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Grade, SubmissionStore } from '../../ports/submissions.ts';
import { attemptStatement } from './progress.ts';
import { regradeChanges, submissions } from './schema.ts';
import { users } from './tables/accounts.ts';
import { progress } from './tables/progress.ts';

/** D1 binds at most 100 parameters a statement; a change has six. */
const ROWS_A_STATEMENT = 16;

/** {@link SubmissionStore} on D1. */
export function d1Submissions(db: DrizzleD1Database): SubmissionStore {
  const ofCapsule = (capsuleId: string) => eq(regradeChanges.capsuleId, capsuleId);
  return {
    async save(submission, attempt) {
      const insert = db.insert(submissions).values(submission);
      await (attempt ? db.batch([insert, attemptStatement(db, attempt)]) : insert);
    },

    async outdated(capsuleId, version) {
      const newest = db
        .select({ learner: submissions.learner, at: max(submissions.createdAt).as('at') })
        .from(submissions)
        .where(eq(submissions.capsuleId, capsuleId))
        .groupBy(submissions.learner)
        .as('newest');
      const rows = await db
        .select({ submission: submissions })
        .from(submissions)
        .innerJoin(newest, and(eq(newest.learner, submissions.learner), eq(newest.at, submissions.createdAt)))
        .where(and(eq(submissions.capsuleId, capsuleId), ne(submissions.version, version)))
        .orderBy(submissions.createdAt, submissions.id);
      return rows.map(({ submission }) => submission);
    },

    async saveChanges(capsuleId, changes) {
      const rows = changes.map(({ submissionId, version, to }) => ({
        submissionId,
        capsuleId,
        version,
        ...to,
      }));
      const inserts = [];
      for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
        inserts.push(db.insert(regradeChanges).values(rows.slice(i, i + ROWS_A_STATEMENT)));
      }
      await db.batch([db.delete(regradeChanges).where(ofCapsule(capsuleId)), ...inserts]);
    },

    async listChanges(capsuleId) {
      const rows = await db
        .select({ change: regradeChanges, submission: submissions, learnerName: users.name })
        .from(regradeChanges)
        .innerJoin(submissions, eq(submissions.id, regradeChanges.submissionId))
        .leftJoin(users, eq(users.id, submissions.userId))
        .where(ofCapsule(capsuleId))
        .orderBy(desc(submissions.createdAt), submissions.id);
      return rows
        .map(({ change, submission, learnerName }) => ({
          submissionId: submission.id,
          learnerName,
          createdAt: submission.createdAt,
          from: gradeOf(submission),
          to: gradeOf(change),
        }))
        .filter(
          ({ from, to }) =>
            from.verdict !== to.verdict || from.passed !== to.passed || from.total !== to.total,
        );
    },

    async applyChanges(capsuleId, at) {
      const { version, verdict, passed, total } = regradeChanges;
      const grade = {
        version: sql`${version}`,
        verdict: sql`${verdict}`,
        passed: sql`${passed}`,
        total: sql`${total}`,
      };
      const accepted = db
        .select({ learner: submissions.learner })
        .from(regradeChanges)
        .innerJoin(submissions, eq(submissions.id, regradeChanges.submissionId))
        .where(and(ofCapsule(capsuleId), eq(regradeChanges.verdict, 'accepted')));
      await db.batch([
        // Who turns out to have solved it has; who had solved it, by the tests of then, still has.
        db
          .update(progress)
          .set({ status: 'solved', firstSolvedAt: sql`coalesce(${progress.firstSolvedAt}, ${at})` })
          .where(
            and(
              eq(progress.capsuleId, capsuleId),
              ne(progress.status, 'solved'),
              inArray(progress.learner, accepted),
            ),
          ),
        db
          .update(submissions)
          .set({ ...grade, regradedAt: at })
          .from(regradeChanges)
          .where(and(eq(regradeChanges.submissionId, submissions.id), ofCapsule(capsuleId))),
        db.delete(regradeChanges).where(ofCapsule(capsuleId)),
      ]);
    },

    async dropChanges(capsuleId) {
      await db.delete(regradeChanges).where(ofCapsule(capsuleId));
    },
  };
}

function gradeOf({ verdict, passed, total }: { verdict: Grade['verdict']; passed: number; total: number }) {
  return { verdict, passed, total };
}
