import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';

/**
 * Lets in those who run the service: by Cloudflare Access where it is configured, and by nothing else there; on a
 * laptop by a session of one of the configured addresses, which must be verified unless the service is local.
 */
export const admin = createMiddleware<AppEnv>(async (c, next) => {
  const { adminTokens, config } = c.get('deps');
  if (adminTokens) {
    const token = c.req.header('cf-access-jwt-assertion');
    if (token === undefined) throw new AppError('UNAUTHENTICATED');
    c.set('admin', await adminTokens.verify(token));
  } else {
    const actor = c.get('actor');
    if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED');
    const isListed = config.adminEmails.includes(actor.email.toLowerCase());
    const isProven = actor.emailVerified || config.isLocal;
    if (actor.via !== 'session' || !isListed || !isProven) throw new AppError('ADMIN_ONLY');
    c.set('admin', actor.email);
  }
  await next();
});
