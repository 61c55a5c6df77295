import { VERDICTS } from '@devcapsules/capsule/verdict';
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The tables of capsules and what happens to them, as migrations/ makes them; others are in tables/. */
export const capsules = sqliteTable('capsules', {
  id: text('id').primaryKey(),
  creatorId: text('creator_id').notNull(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  type: text('type', { enum: ['CODE', 'SQL'] }).notNull(),
  difficulty: text('difficulty', { enum: ['EASY', 'MEDIUM', 'HARD'] }).notNull(),
  language: text('language', { enum: ['python', 'javascript', 'java', 'c', 'cpp', 'sql'] }).notNull(),
  functionName: text('function_name'),
  testCount: integer('test_count').notNull(),
  content: text('content').notNull(),
  contentHash: text('content_hash').notNull(),
  version: integer('version').notNull(),
  publishedVersion: integer('published_version'),
  qualityScore: real('quality_score'),
  isPublished: integer('is_published', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  deletedAt: text('deleted_at'),
  /** JSON; see catalogue.ts. */
  tags: text('tags', { mode: 'json' }).$type<string[]>().notNull(),
});

export const capsuleVersions = sqliteTable(
  'capsule_versions',
  {
    capsuleId: text('capsule_id').notNull(),
    version: integer('version').notNull(),
    content: text('content').notNull(),
    contentHash: text('content_hash').notNull(),
    createdAt: text('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.capsuleId, table.version] })],
);

export const proofs = sqliteTable(
  'proofs',
  {
    capsuleId: text('capsule_id').notNull(),
    contentHash: text('content_hash').notNull(),
    passed: integer('passed', { mode: 'boolean' }).notNull(),
    evidence: text('evidence').notNull(),
    createdAt: text('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.capsuleId, table.contentHash] })],
);

const grade = {
  verdict: text('verdict', { enum: VERDICTS }).notNull(),
  passed: integer('passed').notNull(),
  total: integer('total').notNull(),
};

export const submissions = sqliteTable('submissions', {
  id: text('id').primaryKey(),
  capsuleId: text('capsule_id').notNull(),
  learner: text('learner').notNull(),
  userId: text('user_id'),
  version: integer('version').notNull(),
  source: text('source').notNull(),
  ...grade,
  createdAt: text('created_at').notNull(),
  regradedAt: text('regraded_at'),
});

export const regradeChanges = sqliteTable('regrade_changes', {
  submissionId: text('submission_id').primaryKey(),
  capsuleId: text('capsule_id').notNull(),
  version: integer('version').notNull(),
  ...grade,
});
