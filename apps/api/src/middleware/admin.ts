import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { administers } from '../services/account/administers.ts';

/** Lets in those who run the service: by Cloudflare Access where it is configured, else as `administers` says. */
export const admin = createMiddleware<AppEnv>(async (c, next) => {
  const deps = c.get('deps');
  const { adminTokens } = deps;
  if (adminTokens) {
    const token = c.req.header('cf-access-jwt-assertion');
    if (token === undefined) throw new AppError('UNAUTHENTICATED');
    c.set('admin', await adminTokens.verify(token));
  } else {
    const actor = c.get('actor');
    if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED');
    if (!administers(deps, actor)) throw new AppError('ADMIN_ONLY');
    c.set('admin', actor.email);
  }
  await next();
});
