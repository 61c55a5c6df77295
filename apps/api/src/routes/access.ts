import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http.ts';
import { guard, type Needed, type Who } from '../middleware/guard.ts';

/** The names that the OpenAPI document gives to ways of signing in. */
export const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'devcapsules.session_token',
    description: 'Set by signing in.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key with the scope that the route names, or an access token of Supabase.',
  },
  access: {
    type: 'apiKey',
    in: 'header',
    name: 'Cf-Access-Jwt-Assertion',
    description: 'Set by Cloudflare Access.',
  },
} as const;

/**
 * Who may use a route, and what an API key needs for it: the guard in front of it, and the same in the document.
 * Spread into each `createRoute`; further middleware of the route comes after the guard.
 */
export function access(who: Who, needed?: Needed, ...middleware: MiddlewareHandler<AppEnv>[]) {
  const bearer = { bearer: needed && needed !== 'session' ? [needed] : [] };
  const signedIn = needed === 'session' ? [{ session: [] }] : [{ session: [] }, bearer];
  const security = { anyone: [{}, ...signedIn], user: signedIn, owner: signedIn, admin: [{ access: [] }] }[
    who
  ];
  return {
    middleware: [guard(who, needed), ...middleware],
    security,
    'x-access': { who, ...(needed && { needs: needed }) },
  };
}
