import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Config } from '../../config.ts';
import { socialProviders } from './social.ts';

const DAY_SECONDS = 86_400;

function makeAuth(config: Config, db: D1Database) {
  const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  const readOnly = { required: false, input: false } as const;
  return betterAuth({
    baseURL: config.appUrl,
    basePath: '/api/v1/auth',
    secret: config.authSecret,
    trustedOrigins: config.trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: 'warn', log: logLine },
    // The API's own rate limit stands before these routes.
    rateLimit: { enabled: false },
    database: db,
    emailAndPassword: { enabled: true, minPasswordLength: 10, revokeSessionsOnPasswordReset: true },
    plugins: [genericOAuth({ config: socialProviders(config) })],
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', ...timestamps },
      additionalFields: {
        plan: { type: 'string', input: false, defaultValue: config.newAccountPlan },
        suspendedAt: { type: 'string', fieldName: 'suspended_at', ...readOnly },
        executionQuota: { type: 'number', fieldName: 'execution_quota', ...readOnly },
        generationQuota: { type: 'number', fieldName: 'generation_quota', ...readOnly },
      },
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
      // A provider's e-mail joins an account only if both sides have verified it.
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [] },
      updateAccountOnSignIn: false,
    },
    session: {
      modelName: 'sessions',
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
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
      // Secrets of mails are stored as hashes.
      storeIdentifier: 'hashed',
    },
    databaseHooks: {
      // We ask providers who somebody is, and nothing later: their tokens are not kept.
      account: {
        create: {
          before: async account => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            const row = await db.prepare('SELECT suspended_at FROM users WHERE id = ?').bind(userId).first();
            if (row?.suspended_at) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_SUSPENDED' });
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'devcapsules',
      ipAddress: { disableIpTracking: true },
      // One statement for a session and its user.
      database: { joins: true },
    },
  });
}

/** better-auth's own words as lines of our log; errors it throws are logged where they are answered. */
function logLine(level: string, message: string, ...details: unknown[]): void {
  console.error(JSON.stringify({ level, message: `better-auth: ${message}`, details: details.map(String) }));
}

export type Auth = ReturnType<typeof makeAuth>;

/**
 * Gives the better-auth of a Worker's bindings. Making one takes longer than a whole request, so an isolate
 * keeps it; but only once it is ready, since a request must not wait for a promise that another one made.
 */
export function authSource(): (owner: object, config: Config, db: D1Database) => Promise<Auth> {
  const ready = new WeakMap<object, Auth>();
  return async (owner, config, db) => {
    const kept = ready.get(owner);
    if (kept) return kept;
    const made = makeAuth(config, db);
    await made.$context;
    ready.set(owner, made);
    return made;
  };
}
