import { sha256 } from '@devcapsules/capsule/hash';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http.ts';

/** Who asks decides what they get, and trusted origins are told so: caches keep those answers apart. */
const VARY = 'Cookie, Authorization, Origin';

/**
 * Marks an answer that is the same for everybody but its owner. To the anonymous it may be given by any cache for a
 * while; whoever is signed in asks each time, and is spared the body when nothing has changed.
 */
export function shareable(c: Context<AppEnv>, { seconds }: { seconds: number }) {
  const isAnonymous = c.get('actor').kind === 'anonymous';
  c.header(
    'cache-control',
    isAnonymous ? `public, max-age=${seconds}, stale-while-revalidate=${seconds * 5}` : 'private, no-cache',
  );
  c.header('vary', VARY, { append: true });
}

/** Answers depend on who asks: nothing is kept unless a route says otherwise. What the client has is not sent again. */
export const cache = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
  if (c.req.method !== 'GET' || c.res.status !== 200) return;
  // What may not be kept is not compared: an owner's ETag names the version to write on, not the answer.
  if (c.res.headers.get('cache-control')?.includes('no-store')) return;
  if (!c.res.headers.has('etag')) {
    c.header('etag', `"${(await sha256(await c.res.clone().text())).slice(0, 32)}"`);
  }
  const etag = c.res.headers.get('etag');
  if (etag && names(c.req.header('if-none-match'), etag)) {
    const headers = new Headers(c.res.headers);
    headers.delete('content-type');
    headers.delete('content-length');
    c.res = undefined;
    c.res = new Response(null, { status: 304, headers });
  }
});

/** Whether an `If-None-Match` names the ETag: by weak comparison, as RFC 9110 wants it. */
export function names(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some(tag => tag.trim() === '*' || strong(tag) === strong(etag));
}
