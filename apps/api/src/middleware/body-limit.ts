import { bodyLimit as honoBodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/** Capsules carry tests and sample databases; nothing else is large. */
const CAPSULE_BYTES = 4 * 1024 * 1024;
const OTHER_BYTES = 512 * 1024;
/** Anybody's page may send these. */
const EVENTS_BYTES = 64 * 1024;

/** Counts a body while it is read, before anything parses it; the rest of one that is too long is not read. */
export const bodyLimit = createMiddleware<AppEnv>((c, next) => {
  const isCapsule = /^\/api\/v1\/capsules(\/[^/]+)?$/.test(c.req.path);
  const isEvents = c.req.path === '/api/v1/analytics/track';
  const limitBytes = isCapsule ? CAPSULE_BYTES : isEvents ? EVENTS_BYTES : OTHER_BYTES;
  return honoBodyLimit({
    maxSize: limitBytes,
    onError: () => {
      throw new AppError('BODY_TOO_LARGE', { details: { limitBytes } });
    },
  })(c, next);
});
