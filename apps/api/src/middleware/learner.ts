import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/** Knows an anonymous learner by their token. It names whose work it is; limits go on counting by address. */
export const learner = createMiddleware<AppEnv>(async (c, next) => {
  const token = c.req.header('x-learner-token');
  if (token !== undefined) {
    const learnerId = await c.get('deps').learnerTokens.verify(token);
    if (learnerId === null) throw new AppError('INVALID_TOKEN');
    const actor = c.get('actor');
    if (actor.kind === 'anonymous') c.set('actor', { ...actor, learnerId });
  }
  await next();
});
