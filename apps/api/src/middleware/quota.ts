import { createMiddleware } from 'hono/factory';
import { type AppEnv, scopeOf } from '../http.ts';
import { refundQuota, takeQuota } from '../services/limits/quota.ts';

const DAY_SECONDS = 86_400;

/**
 * Takes one of the day's executions before anything is run, and gives it back when nothing was.
 * The counts are told in the fields of draft-ietf-httpapi-ratelimit-headers.
 */
export const executionQuota = createMiddleware<AppEnv>(async (c, next) => {
  const scope = scopeOf(c);
  const { kind, allowance, used, resetsInSeconds } = await takeQuota(scope, 'executions');
  if (Number.isFinite(allowance)) {
    c.header('ratelimit-policy', `"${kind}";q=${allowance};w=${DAY_SECONDS}`, { append: true });
    c.header('ratelimit', `"${kind}";r=${allowance - used};t=${resetsInSeconds}`);
  }
  await next();
  if (!c.res.ok) await refundQuota(scope, scope.actor, kind);
});
