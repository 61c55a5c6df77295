import { createMiddleware } from 'hono/factory';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { PLANS } from '../plans.ts';

/** Takes one of the day's executions before anything is run. */
export const executionQuota = createMiddleware<AppEnv>(async (c, next) => {
  const { quotas, runtime } = c.get('deps');
  const { plan, key } = c.get('actor');
  const now = runtime.now();
  const taken = await quotas.take(
    key,
    'executions',
    now.toISOString().slice(0, 10),
    PLANS[plan].executionsPerDay,
  );
  if (!taken) {
    const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
    throw new AppError('QUOTA_EXCEEDED', { retryAfterSeconds: Math.ceil((midnight - now.getTime()) / 1000) });
  }
  await next();
});
