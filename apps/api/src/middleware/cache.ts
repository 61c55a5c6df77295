import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';

/** Answers depend on who asks: nothing is kept unless a route says otherwise. */
export const cache = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
});
