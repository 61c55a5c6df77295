import { bodyLimit as honoBodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/** Capsules carry tests and sample databases, assets are files; nothing else is large. */
const CAPSULE_BYTES = 4 * 1024 * 1024;
const ASSET_BYTES = 5 * 1024 * 1024;
const OTHER_BYTES = 512 * 1024;
/** Anybody's page may send these. */
const EVENTS_BYTES = 64 * 1024;

/** Counts a body while it is read, before anything parses it; the rest of one that is too long is not read. */
export const bodyLimit = createMiddleware<AppEnv>((c, next) => {
  const limitBytes = limitOf(c.req.path);
  return honoBodyLimit({
    maxSize: limitBytes,
    onError: () => {
      throw new AppError('BODY_TOO_LARGE', { details: { limitBytes } });
    },
  })(c, next);
});

function limitOf(path: string): number {
  if (path === '/api/v1/analytics/track') return EVENTS_BYTES;
  if (path.startsWith('/api/v1/assets/')) return ASSET_BYTES;
  return /^\/api\/v1\/capsules(\/[^/]+)?$/.test(path) ? CAPSULE_BYTES : OTHER_BYTES;
}
