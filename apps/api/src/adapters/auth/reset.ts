import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { AppError } from '../../errors/app-error.ts';
import { accounts, apiKeys, identities, users } from '../d1/tables/accounts.ts';
import type { Auth } from './better-auth.ts';
import { translate } from './errors.ts';

/**
 * Sets the password that a reset mail allows, which ends every session. Whoever reads that mail owns the address: it
 * counts as verified from then on, and what somebody who had never verified it left behind (keys, identities) goes.
 */
export async function completeReset(
  auth: Auth,
  db: DrizzleD1Database,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!found) throw new AppError('LINK_INVALID');
  await auth.api.resetPassword({ body: { token, newPassword: password } }).catch(translate);
  const userId = found.value;
  const at = now.toISOString();
  const unverified = sql`${userId} IN (SELECT id FROM users WHERE email_verified = 0)`;
  await db.batch([
    db
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt), unverified)),
    db.delete(identities).where(and(eq(identities.userId, userId), unverified)),
    db
      .delete(accounts)
      .where(and(eq(accounts.userId, userId), ne(accounts.providerId, 'credential'), unverified)),
    db.update(users).set({ emailVerified: true, updatedAt: at }).where(eq(users.id, userId)),
  ]);
}
