import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/** For WebSockets, which know no CORS: a page of another site may not use its visitor's cookies. */
export const sameSite = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && !c.get('deps').config.trustedOrigins.includes(origin);
  if (isForeign && c.req.header('cookie') !== undefined) throw new AppError('CROSS_SITE_REQUEST');
  await next();
});
