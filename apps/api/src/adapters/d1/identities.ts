import { and, eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { IdentityStore } from '../../ports/identities.ts';
import { memberOf } from './members.ts';
import { identities, users } from './tables/accounts.ts';

/** {@link IdentityStore} on D1. */
export function d1Identities(db: DrizzleD1Database): IdentityStore {
  return {
    async find(issuer, subject) {
      const row = await db
        .select({ user: users })
        .from(identities)
        .innerJoin(users, eq(users.id, identities.userId))
        .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
        .get();
      return row ? memberOf(row.user) : null;
    },

    async link(issuer, subject, userId, at) {
      await db.insert(identities).values({ issuer, subject, userId, createdAt: at }).onConflictDoNothing();
    },

    async create({ issuer, subject, ...user }, at) {
      const row = { ...user, email: user.email.toLowerCase(), createdAt: at, updatedAt: at };
      const statements = [
        db.insert(users).values(row),
        db.insert(identities).values({ issuer, subject, userId: user.id, createdAt: at }),
      ] as const;
      try {
        await db.batch(statements);
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
  };
}

/** The address, or the subject when the same newcomer's requests arrive side by side. */
function isTaken(error: unknown): boolean {
  const texts = [error, error instanceof Error ? error.cause : null].map(String);
  return texts.some(text => /UNIQUE constraint failed: (users\.email|identities\.)/.test(text));
}
