import { sha256 } from '@devcapsules/capsule/hash';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';

const NAME_CHARS = 32;

/** Runs programs in the asker's own turn; the runner learns a keyed hash, that names nobody. */
export const caller = createMiddleware<AppEnv>(async (c, next) => {
  const deps = c.get('deps');
  const name = await sha256(`${deps.config.authSecret}:caller:${c.get('actor').key}`);
  c.set('deps', { ...deps, executor: deps.executorFor(name.slice(0, NAME_CHARS)) });
  await next();
});
