import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from '../http.ts';
import type { UpstreamCall } from '../ports/trace.ts';

/** One JSON line a request: who asked what, how it ended, how long it took. Never bodies, never cookies. */
export const log = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = performance.now();
  await next();
  const actor = c.get('actor');
  const calls = c.get('deps')?.trace.calls ?? [];
  console.log(
    JSON.stringify({
      level: c.res.status >= 500 ? 'error' : 'info',
      message: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      route: routePath(c, -1),
      status: c.res.status,
      durationMs: Math.round(performance.now() - startedAt),
      ...(actor?.kind === 'user' && { userId: actor.userId }),
      ...(calls.length > 0 && { runner: calls.map(toLog) }),
    }),
  );
});

function toLog({ endpoint, outcome, durationMs }: UpstreamCall) {
  return { endpoint, outcome, durationMs };
}
