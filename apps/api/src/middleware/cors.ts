import { cors as honoCors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';

/**
 * Any site may ask anonymously, as embedded players do; cookies are accepted from trusted origins alone.
 */
export const cors = createMiddleware<AppEnv>((c, next) => {
  const { trustedOrigins } = c.get('deps').config;
  const trusted = trustedOrigins.includes(c.req.header('origin') ?? '');
  return honoCors({
    origin: trusted ? trustedOrigins : '*',
    credentials: trusted,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      'content-type',
      'authorization',
      'if-match',
      'if-modified-since',
      'if-none-match',
      'if-range',
      'idempotency-key',
      'range',
      'x-learner-token',
      'x-request-id',
    ],
    exposeHeaders: ['content-range', 'etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'],
    maxAge: 86_400,
  })(c, next);
});
