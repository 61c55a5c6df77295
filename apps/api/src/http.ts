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
