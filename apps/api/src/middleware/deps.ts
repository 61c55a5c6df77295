import { createMiddleware } from 'hono/factory';
import type { Compose } from '../compose.ts';
import type { AppEnv } from '../http.ts';

/** Hands each request its own services' surroundings. */
export function deps(compose: Compose) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
    const traceparent = c.req.header('traceparent');
    c.set('deps', compose(c.env, { requestId: c.get('requestId'), traceparent, waitUntil }));
    await next();
  });
}
