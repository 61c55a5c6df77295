import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EVENT_TYPES } from '../../../ports/events.ts';

/** What happened, in the order in which it is folded into the tables below. */
export const capsuleEvents = sqliteTable('capsule_events', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  id: text('id').notNull(),
  capsuleId: text('capsule_id').notNull(),
  userId: text('user_id'),
  learner: text('learner'),
  session: text('session'),
  eventType: text('event_type', { enum: EVENT_TYPES }).notNull(),
  durationMs: integer('duration_ms'),
  weight: real('weight').notNull(),
  metadata: text('metadata'),
  createdAt: text('created_at').notNull(),
});

export const eventFold = sqliteTable('event_fold', {
  id: integer('id').primaryKey(),
  watermark: integer('watermark').notNull(),
  foldedAt: text('folded_at'),
});

export const capsuleStats = sqliteTable('capsule_stats', {
  capsuleId: text('capsule_id').primaryKey(),
  impressions: integer('impressions').notNull(),
  totalRuns: integer('total_runs').notNull(),
  completionRate: real('completion_rate').notNull(),
  lastComputed: text('last_computed'),
  views: integer('views').notNull(),
  edits: integer('edits').notNull(),
  submissions: integer('submissions').notNull(),
  passes: integer('passes').notNull(),
  hints: integer('hints').notNull(),
  learners: integer('learners').notNull(),
  learnersPassed: integer('learners_passed').notNull(),
});

export const capsuleLearners = sqliteTable(
  'capsule_learners',
  {
    capsuleId: text('capsule_id').notNull(),
    learner: text('learner').notNull(),
    viewedAt: text('viewed_at'),
    editedAt: text('edited_at'),
    editWeight: real('edit_weight').notNull(),
    ranAt: text('ran_at'),
    submittedAt: text('submitted_at'),
    passedAt: text('passed_at'),
    attempts: integer('attempts').notNull(),
    attemptsToPass: integer('attempts_to_pass'),
    hints: integer('hints').notNull(),
  },
  table => [primaryKey({ columns: [table.capsuleId, table.learner] })],
);

export const capsuleDays = sqliteTable(
  'capsule_days',
  {
    capsuleId: text('capsule_id').notNull(),
    day: text('day').notNull(),
    impressions: real('impressions').notNull(),
    views: real('views').notNull(),
    edits: real('edits').notNull(),
    runs: integer('runs').notNull(),
    submissions: integer('submissions').notNull(),
    passes: integer('passes').notNull(),
    hints: real('hints').notNull(),
  },
  table => [primaryKey({ columns: [table.capsuleId, table.day] })],
);

export const capsuleTestFailures = sqliteTable('capsule_test_failures', {
  capsuleId: text('capsule_id').notNull(),
  version: integer('version').notNull(),
  test: text('test').notNull(),
  failures: integer('failures').notNull(),
});

export const capsuleVersionAttempts = sqliteTable('capsule_version_attempts', {
  capsuleId: text('capsule_id').notNull(),
  version: integer('version').notNull(),
  submissions: integer('submissions').notNull(),
});

export const capsuleErrors = sqliteTable('capsule_errors', {
  capsuleId: text('capsule_id').notNull(),
  message: text('message').notNull(),
  verdict: text('verdict').notNull(),
  sample: text('sample').notNull(),
  count: integer('count').notNull(),
  firstAt: text('first_at').notNull(),
  lastAt: text('last_at').notNull(),
});
