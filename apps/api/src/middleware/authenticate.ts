import { sha256 } from '@devcapsules/capsule/hash';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { ANONYMOUS_PLAN } from '../plans.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Says who asks, before any limit is counted. A cookie from a page of another site is refused (CSRF). */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const { accounts, config } = c.get('deps');
  const origin = c.req.header('origin');
  const changes = !SAFE_METHODS.includes(c.req.method);
  const foreign = origin !== undefined && !config.trustedOrigins.includes(origin);
  const takesCookies = c.req.header('cookie') !== undefined || c.req.path.startsWith('/api/v1/auth/');
  if (changes && foreign && takesCookies) throw new AppError('CROSS_SITE_REQUEST');
  const user = await accounts.userOf(c.req.raw.headers);
  const anonymous = async () =>
    ({ kind: 'anonymous', key: await addressKey(), plan: ANONYMOUS_PLAN, learnerId: null }) as const;
  c.set('actor', user ?? (await anonymous()));
  await next();

  /** Addresses are counted by a keyed hash, so that no table holds who they belong to. */
  async function addressKey(): Promise<string> {
    const address = c.req.header('cf-connecting-ip') ?? 'local';
    return `address:${(await sha256(`${config.authSecret}:${address}`)).slice(0, 32)}`;
  }
});
