import { createMiddleware } from 'hono/factory';
import { type AppEnv, scopeOf } from '../http.ts';
import { allowanceOf, dayOf, quotaExceeded, refundQuota, takeFrom } from '../services/limits/quota.ts';

const DAY_SECONDS = 86_400;
const KIND = 'executions';

/**
 * Takes one of the day's executions before anything is run, and gives it back when nothing was.
 * The counts are told in the fields of draft-ietf-httpapi-ratelimit-headers.
 */
export const executionQuota = createMiddleware<AppEnv>(async (c, next) => {
  const { deps, actor } = scopeOf(c);
  const allowance = allowanceOf(actor, KIND);
  const taken = await takeFrom({ deps }, actor, KIND);
  if (Number.isFinite(allowance)) {
    const left = taken ? allowance - taken.used : 0;
    c.header('ratelimit-policy', `"${KIND}";q=${allowance};w=${DAY_SECONDS}`, { append: true });
    c.header('ratelimit', `"${KIND}";r=${left};t=${dayOf(deps.runtime.now()).resetsInSeconds}`);
  }
  if (!taken) throw quotaExceeded(KIND, allowance, deps.runtime.now());
  await next();
  // A conversation that has begun is one, too.
  if (!c.res.ok && c.res.status !== 101) await refundQuota({ deps }, actor, KIND);
});
