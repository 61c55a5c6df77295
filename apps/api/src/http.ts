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
  };
}

/** What every service is called with: its surroundings, and who asks. */
export function scopeOf(c: Context<AppEnv>): { deps: Deps; actor: Actor } {
  return { deps: c.get('deps'), actor: c.get('actor') };
}
