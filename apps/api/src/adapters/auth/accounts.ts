import { APIError, createEmailVerificationToken } from 'better-auth/api';
import { and, desc, eq, gt, lt } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import { PLAN_NAMES } from '../../plans.ts';
import type { Accounts, Provider } from '../../ports/accounts.ts';
import type { Member } from '../../ports/members.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { sessions, users, verifications } from '../d1/tables/accounts.ts';
import type { Auth } from './better-auth.ts';
import { translate } from './errors.ts';
import { completeReset } from './reset.ts';

const VERIFY_SECONDS = 24 * 3_600;
const RESET_MS = 3_600_000;

const userSchema = z.object({
  id: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  name: z.string(),
  plan: z.enum(PLAN_NAMES),
  suspendedAt: z.string().nullish(),
  executionQuota: z.number().nullish(),
  generationQuota: z.number().nullish(),
  createdAt: z.date(),
});

export interface AccountsOptions {
  /** Most requests carry no cookie and need none of it. */
  auth: () => Promise<Auth>;
  db: DrizzleD1Database;
  runtime: Pick<Runtime, 'now' | 'newSecret'>;
  providers: Provider[];
}

/** {@link Accounts} by better-auth on D1. Sessions are there too, so that one that is ended has ended everywhere. */
export function betterAuthAccounts({ auth, db, runtime, providers }: AccountsOptions): Accounts {
  const own = (userId: string) => eq(sessions.userId, userId);
  return {
    providers,

    async signUp(body, headers) {
      const { api } = await auth();
      const { response, headers: out } = await api
        .signUpEmail({ body, headers, returnHeaders: true })
        .catch(async (error: unknown) => {
          // Another request with this address may have come between the look and the insert.
          const taken = await db.$count(users, eq(users.email, body.email.toLowerCase()));
          if (taken > 0) throw new AppError('EMAIL_TAKEN', { cause: error });
          return translate(error);
        });
      return { account: accountOf(response.user), headers: out };
    },
    async signIn(body, headers) {
      const { api } = await auth();
      const { response, headers: out } = await api
        .signInEmail({ body, headers, returnHeaders: true })
        .catch(translate);
      return { account: accountOf(response.user), headers: out };
    },
    async signOut(headers) {
      const { api } = await auth();
      const { headers: out } = await api.signOut({ headers, returnHeaders: true }).catch(translate);
      return out;
    },
    async recognise(headers) {
      if (!headers.has('cookie')) return null;
      const { api } = await auth();
      const { response, headers: out } = await api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const { user, session } = response;
      return { member: memberOf(user), sessionId: session.id, cookies: out.getSetCookie() };
    },

    async listSessions(userId) {
      const now = runtime.now().toISOString();
      const { id, userAgent, createdAt, expiresAt } = sessions;
      return db
        .select({ id, userAgent, createdAt, expiresAt })
        .from(sessions)
        .where(and(own(userId), gt(expiresAt, now)))
        .orderBy(desc(createdAt), desc(id));
    },
    async endSession(userId, sessionId) {
      const result = await db.delete(sessions).where(and(own(userId), eq(sessions.id, sessionId)));
      return result.meta.changes > 0;
    },
    async endAllSessions(userId) {
      await db.delete(sessions).where(own(userId));
    },
    async prune(now) {
      const results = await db.batch([
        db.delete(sessions).where(lt(sessions.expiresAt, now)),
        db.delete(verifications).where(lt(verifications.expiresAt, now)),
      ]);
      return results.reduce((sum, { meta }) => sum + meta.changes, 0);
    },

    async verificationToken({ id, email }) {
      const { secret } = await (await auth()).$context;
      return createEmailVerificationToken(secret, email, undefined, VERIFY_SECONDS, { userId: id });
    },
    async verifyEmail(token) {
      const { api } = await auth();
      await api.verifyEmail({ query: { token } }).catch(translate);
    },
    async resetToken({ id }) {
      const { internalAdapter } = await (await auth()).$context;
      const token = runtime.newSecret();
      const expiresAt = new Date(runtime.now().getTime() + RESET_MS);
      await internalAdapter.createVerificationValue({
        identifier: `reset-password:${token}`,
        value: id,
        expiresAt,
      });
      return token;
    },
    async resetPassword({ token, password }) {
      await completeReset(await auth(), db, { token, password }, runtime.now());
    },
    async changePassword({ current, password }, headers) {
      const { api } = await auth();
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const { headers: out } = await api
        .changePassword({ body, headers, returnHeaders: true })
        .catch(translate);
      return out;
    },

    async verifyPassword(password, headers) {
      const { api } = await auth();
      try {
        const { status } = await api.verifyPassword({ body: { password }, headers });
        return status;
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 400) return false;
        throw error;
      }
    },

    async startSocial(provider, next, headers) {
      const { api } = await auth();
      const body = { provider, callbackURL: next, errorCallbackURL: next, disableRedirect: true };
      return api.signInSocial({ body, headers, asResponse: true });
    },
    async finishSocial(provider, request) {
      const { api } = await auth();
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const { headers } = request;
      return api.callbackOAuth({ method: 'GET', params: { id: provider }, query, headers, asResponse: true });
    },
  };
}

function memberOf(user: unknown): Member {
  const { executionQuota, generationQuota, suspendedAt, createdAt, ...rest } = userSchema.parse(user);
  return {
    ...rest,
    suspendedAt: suspendedAt ?? null,
    createdAt: createdAt.toISOString(),
    overrides: { executionsPerDay: executionQuota ?? null, generationsPerDay: generationQuota ?? null },
  };
}

function accountOf({ id, email, name }: { id: string; email: string; name: string }) {
  return { id, email, name };
}
