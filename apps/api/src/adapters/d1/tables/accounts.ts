import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PLAN_NAMES } from '../../../plans.ts';

/** Accounts and what belongs to them. better-auth writes users, accounts and sessions; the rest is ours. */
export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  name: text('name').notNull(),
  plan: text('plan', { enum: PLAN_NAMES }).notNull(),
  generationQuota: integer('generation_quota'),
  executionQuota: integer('execution_quota'),
  suspendedAt: text('suspended_at'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** How a user signs in: by password (`credential`) or a provider. */
export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  providerId: text('provider_id').notNull(),
});

export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: text('expires_at').notNull(),
  userAgent: text('user_agent'),
  createdAt: text('created_at').notNull(),
});

export const verifications = sqliteTable('verifications', {
  id: text('id').primaryKey(),
  expiresAt: text('expires_at').notNull(),
});

export const identities = sqliteTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id').notNull(),
    createdAt: text('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.issuer, table.subject] })],
);

export const apiKeys = sqliteTable('api_keys', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  name: text('name').notNull(),
  hash: text('hash').notNull(),
  start: text('start').notNull(),
  scopes: text('scopes').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at'),
  lastUsedAt: text('last_used_at'),
  revokedAt: text('revoked_at'),
});

export const mails = sqliteTable('mails', {
  id: text('id').primaryKey(),
  userId: text('user_id'),
  kind: text('kind').notNull(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  state: text('state', { enum: ['queued', 'sent', 'failed'] }).notNull(),
  error: text('error'),
  createdAt: text('created_at').notNull(),
  endedAt: text('ended_at'),
});

export const quotaUsage = sqliteTable(
  'quota_usage',
  {
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    day: text('day').notNull(),
    used: integer('used').notNull(),
  },
  table => [primaryKey({ columns: [table.key, table.kind, table.day] })],
);
