import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PROGRESS_STATUSES } from '../../../ports/progress.ts';

export const progress = sqliteTable(
  'progress',
  {
    learner: text('learner').notNull(),
    capsuleId: text('capsule_id').notNull(),
    userId: text('user_id'),
    status: text('status', { enum: PROGRESS_STATUSES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    startedAt: text('started_at').notNull(),
    firstSolvedAt: text('first_solved_at'),
    solveTimeMs: integer('solve_time_ms'),
    bestRunTimeMs: integer('best_run_time_ms'),
    lastSource: text('last_source'),
    draft: text('draft'),
    draftUpdatedAt: text('draft_updated_at'),
    updatedAt: text('updated_at').notNull(),
  },
  table => [primaryKey({ columns: [table.learner, table.capsuleId] })],
);
