import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';
import { callerOf } from '../services/execution/caller.ts';

/** Runs programs in the asker's own turn; the runner learns a keyed hash, that names nobody. */
export const caller = createMiddleware<AppEnv>(async (c, next) => {
  const deps = c.get('deps');
  const name = await callerOf(deps.config.authSecret, c.get('actor').key);
  c.set('deps', { ...deps, executor: deps.executorFor(name), console: deps.consoleFor(name) });
  await next();
});
