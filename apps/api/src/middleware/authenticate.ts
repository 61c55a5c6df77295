import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { ANONYMOUS_PLAN } from '../plans.ts';
import { identify } from '../services/account/identify.ts';
import { addressKey } from './address.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const WINDOW_SECONDS = 60;
/** What a suspended account may still do. */
const SIGN_OUT = '/api/v1/auth/sign-out';

/** Says who asks, before any limit is counted. A cookie from a page of another site is refused (CSRF). */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  refuseForeignPages(c);
  const deps = c.get('deps');
  const address = await addressKey(c);
  c.set('address', address);
  const found = await identify({ deps }, c.req.raw.headers).catch(async (error: unknown) => {
    // Guessing is limited by address, since nobody is known by what they guess.
    const guess = error instanceof AppError && error.code === 'INVALID_TOKEN';
    if (!guess || (await deps.rateLimiter.allow('invalid_tokens', address))) throw error;
    throw new AppError('RATE_LIMITED', { retryAfterSeconds: WINDOW_SECONDS, cause: error });
  });
  if (found?.suspended && c.req.path !== SIGN_OUT) throw new AppError('ACCOUNT_SUSPENDED');
  const anonymous = { kind: 'anonymous', key: address, plan: ANONYMOUS_PLAN, learnerId: null } as const;
  c.set('actor', found?.user ?? anonymous);
  // A session in use is prolonged now and then, and its cookie with it.
  for (const cookie of found?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
  await next();
});

function refuseForeignPages(c: Context<AppEnv>): void {
  const origin = c.req.header('origin');
  const changes = !SAFE_METHODS.includes(c.req.method);
  const foreign = origin !== undefined && !c.get('deps').config.trustedOrigins.includes(origin);
  const takesCookies = c.req.header('cookie') !== undefined || c.req.path.startsWith('/api/v1/auth/');
  if (changes && foreign && takesCookies) throw new AppError('CROSS_SITE_REQUEST');
}
