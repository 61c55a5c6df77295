import { and, desc, eq, lt } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { z } from 'zod';
import { MAIL_KINDS, type Mail, type MailStore } from '../../ports/mail.ts';
import { mails } from './tables/accounts.ts';

const kind = z.enum(MAIL_KINDS);

/** {@link MailStore} on D1. */
export function d1Mails(db: DrizzleD1Database): MailStore {
  return {
    async save(mail) {
      await db.insert(mails).values({ ...mail, state: 'queued' });
    },
    async findQueued(id) {
      const row = await db
        .select()
        .from(mails)
        .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
        .get();
      return row ? mailOf(row) : null;
    },
    async end(id, state, error, at) {
      const kept = state === 'sent' ? { text: '' } : {};
      await db
        .update(mails)
        .set({ state, error, endedAt: at, ...kept })
        .where(eq(mails.id, id));
    },
    async list(limit) {
      const rows = await db.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(limit);
      return rows.map(row => ({ ...mailOf(row), state: row.state }));
    },
    async prune(before) {
      const result = await db.delete(mails).where(lt(mails.createdAt, before));
      return result.meta.changes;
    },
  };
}

function mailOf(row: typeof mails.$inferSelect): Mail {
  const { id, userId, recipient, subject, text, createdAt } = row;
  return { id, userId, kind: kind.parse(row.kind), recipient, subject, text, createdAt };
}
