import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from '../http.ts';
import type { UpstreamCall } from '../ports/trace.ts';

/** One JSON line a request: who asked what, how it ended, how long it took. Never bodies, never cookies. */
export const log = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = new Date();
  const startedMs = performance.now();
  await next();
  const actor = c.get('actor');
  const durationMs = Math.round(performance.now() - startedMs);
  const { status } = c.res;
  const route = routePath(c, -1);
  const { method, path } = c.req;
  // There are none where they could not be made.
  const deps: AppEnv['Variables']['deps'] | undefined = c.get('deps');
  const calls = deps?.trace.calls ?? [];
  console.log(
    JSON.stringify({
      level: status >= 500 ? 'error' : 'info',
      message: 'request',
      requestId: c.get('requestId'),
      traceId: deps?.trace.context.traceId,
      method,
      path,
      route,
      status,
      durationMs,
      ...(actor?.kind === 'user' && { userId: actor.userId }),
      ...(calls.length > 0 && { runner: calls.map(toLog) }),
    }),
  );
  const asker = actor?.kind;
  if (deps) deps.telemetry({ method, route, path, status, startedAt, durationMs, asker, trace: deps.trace });
});

function toLog({ endpoint, path, outcome, durationMs }: UpstreamCall) {
  return { endpoint, path, outcome, durationMs };
}
