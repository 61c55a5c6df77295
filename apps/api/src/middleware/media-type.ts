import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/** Files are what their bytes are, whatever is said of them. */
const FILES = /^\/api\/v1\/assets\/[^/]+\/[^/]+$/;

/** Bodies are JSON; saying so also keeps HTML forms of other sites out. */
export const mediaType = createMiddleware<AppEnv>(async (c, next) => {
  const hasBody = c.req.raw.body !== null && c.req.header('content-length') !== '0';
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isFile = c.req.method === 'PUT' && FILES.test(c.req.path);
  if (hasBody && !isFile && type !== 'application/json') throw new AppError('UNSUPPORTED_MEDIA_TYPE');
  await next();
});
