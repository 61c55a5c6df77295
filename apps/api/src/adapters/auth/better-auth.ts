import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLAN_NAMES } from '../../plans.ts';
import type { Accounts } from '../../ports/accounts.ts';
import { SCOPES } from '../../ports/actor.ts';
import { kvSessions } from '../kv/session-storage.ts';

const userSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  plan: z.enum(PLAN_NAMES),
});

function makeAuth(config: Config, db: D1Database, sessions: KVNamespace) {
  const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    baseURL: config.appUrl,
    basePath: '/api/v1/auth',
    secret: config.authSecret,
    trustedOrigins: config.trustedOrigins,
    telemetry: { enabled: false },
    // The API's own rate limit stands before these routes.
    rateLimit: { enabled: false },
    database: db,
    secondaryStorage: kvSessions(sessions),
    emailAndPassword: { enabled: true, minPasswordLength: 10 },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', ...timestamps },
      additionalFields: { plan: { type: 'string', input: false, defaultValue: config.newAccountPlan } },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', ...timestamps },
      storeInDatabase: true,
    },
    advanced: { cookiePrefix: 'devcapsules' },
  });
}

type Auth = ReturnType<typeof makeAuth>;

/**
 * Gives the better-auth of a Worker's bindings. Making one takes longer than a whole request, so an isolate
 * keeps it; but only once it is ready, since a request must not wait for a promise that another one made.
 */
export function authSource(): (
  owner: object,
  config: Config,
  db: D1Database,
  sessions: KVNamespace,
) => Promise<Auth> {
  const ready = new WeakMap<object, Auth>();
  return async (owner, config, db, sessions) => {
    const kept = ready.get(owner);
    if (kept) return kept;
    const made = makeAuth(config, db, sessions);
    await made.$context;
    ready.set(owner, made);
    return made;
  };
}

/** {@link Accounts} by better-auth on D1, with sessions in KV. Most requests carry no cookie and need none of it. */
export function betterAuthAccounts(auth: () => Promise<Auth>): Accounts {
  return {
    async signUp(body, headers) {
      const { api } = await auth();
      const { response, headers: out } = await api
        .signUpEmail({ body, headers, returnHeaders: true })
        .catch(translate);
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
    async userOf(headers) {
      if (!headers.has('cookie')) return null;
      const { api } = await auth();
      const session = await api.getSession({ headers });
      if (!session) return null;
      const { id, email, name, plan } = userSchema.parse(session.user);
      return { kind: 'user', key: id, userId: id, email, name, plan, via: 'session', scopes: SCOPES };
    },
  };
}

function accountOf({ id, email, name }: { id: string; email: string; name: string }) {
  return { id, email, name };
}

/** better-auth's errors in our registry's terms; what it can't say in ours stays an internal error. */
function translate(error: unknown): never {
  if (!(error instanceof APIError)) throw error;
  const { code, message } = z
    .object({ code: z.string().optional(), message: z.string().optional() })
    .parse(error.body ?? {});
  if (code?.startsWith('USER_ALREADY_EXISTS')) throw new AppError('EMAIL_TAKEN', { cause: error });
  if (code === 'INVALID_EMAIL_OR_PASSWORD') throw new AppError('INVALID_CREDENTIALS', { cause: error });
  if (error.statusCode === 400 || error.statusCode === 422) {
    const path = code?.includes('PASSWORD') ? 'password' : 'email';
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path, message: message ?? 'is not valid' }],
      cause: error,
    });
  }
  throw error;
}
