import type { Context } from 'hono';
import type { Bindings } from './bindings.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/actor.ts';

/** What a request carries through Hono: set by the middleware, read by routes. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    requestId: string;
    deps: Deps;
    actor: Actor;
    /** A keyed hash of the address that the request came from. */
    address: string;
    /** Who administers; set below /admin alone. */
    admin: string;
  };
}

/** What every service is called with: its surroundings, and who asks. */
export function scopeOf(c: Context<AppEnv>): { deps: Deps; actor: Actor } {
  return { deps: c.get('deps'), actor: c.get('actor') };
}
