import type { Context } from 'hono';
import type { AppEnv } from '../http.ts';

/** Session cookies are better-auth's; they go to the client as they are. */
export function forwardCookies(c: Context<AppEnv>, from: Headers): void {
  for (const cookie of from.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}
