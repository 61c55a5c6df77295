import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';

/** A caller's own id is kept only if it can stand in a log line. */
const SAFE = /^[\w-]{8,64}$/;

/** Names the request in the log, in the answer and on its way to the runner. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given && SAFE.test(given) ? given : crypto.randomUUID();
  c.set('requestId', id);
  await next();
  c.header('x-request-id', id);
});
