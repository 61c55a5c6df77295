import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { PLANS } from '../plans.ts';

const WINDOW_SECONDS = 60;

/**
 * Requests a minute by plan; an anonymous address has a plan's worth too. The policy stands on every answer, but
 * how many are left is not known: the platform's counter says yes or no.
 */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { plan, key } = c.get('actor');
  c.header('ratelimit-policy', `"requests";q=${PLANS[plan].requestsPerMinute};w=${WINDOW_SECONDS}`);
  const allowed = await c.get('deps').rateLimiter.allow(plan, key);
  if (!allowed) {
    c.header('ratelimit', `"requests";r=0;t=${WINDOW_SECONDS}`);
    throw new AppError('RATE_LIMITED', { retryAfterSeconds: WINDOW_SECONDS });
  }
  await next();
});
