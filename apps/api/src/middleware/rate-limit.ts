import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

const WINDOW_SECONDS = 60;

/** Requests a minute by plan; an anonymous address has a plan's worth too. */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { plan, key } = c.get('actor');
  const allowed = await c.get('deps').rateLimiter.allow(plan, key);
  if (!allowed) throw new AppError('RATE_LIMITED', { retryAfterSeconds: WINDOW_SECONDS });
  await next();
});
