import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import type { Scope } from '../ports/actor.ts';

/** Anyone, or those who are signed in, some of whom own what they ask for, or those who run the service. */
export type Who = 'anyone' | 'user' | 'owner' | 'admin';

/** What an API key needs; `session` is what no key has. */
export type Needed = Scope | 'session';

/**
 * Lets in whoever may ask, before the request is read. What belongs to somebody else is the service's to hide.
 * Those who run the service are recognised by the middleware of /admin.
 */
export function guard(who: Who, needed?: Needed) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const actor = c.get('actor');
    if (actor.kind === 'anonymous' && (who === 'user' || who === 'owner')) {
      throw new AppError('UNAUTHENTICATED');
    }
    if (actor.kind === 'user' && needed) {
      const allowed = needed === 'session' ? actor.via !== 'api_key' : actor.scopes.includes(needed);
      if (!allowed) throw new AppError('SCOPE_MISSING', { details: { needed } });
    }
    await next();
  });
}
