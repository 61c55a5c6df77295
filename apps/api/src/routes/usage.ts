import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { PLAN_NAMES } from '../plans.ts';
import { requireUser } from '../services/capsule/access.ts';
import { usageOf } from '../services/limits/usage.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';

const usage = z
  .object({
    plan: z.enum(PLAN_NAMES),
    resetsAt: z.string(),
    requestsPerMinute: z.int(),
    hintsPerCapsulePerDay: z.int(),
    apiKeys: z.int(),
    capsules: z.int(),
    assetBytes: z.int(),
    daily: z.array(
      z.object({
        kind: z.enum(['executions', 'generations', 'anonymous']),
        limit: z.int().nullable(),
        used: z.int(),
      }),
    ),
  })
  .openapi('Usage');

const get = createRoute({
  operationId: 'getUsage',
  ...access('user'),
  method: 'get',
  path: '/',
  summary: 'What your plan gives, and what of it is used today',
  responses: {
    200: answer('Limits and counts; a limit of null is none.', usage),
    ...failures('UNAUTHENTICATED'),
  },
});

export const usageRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(get, async c => {
  const { deps, actor } = scopeOf(c);
  return c.json(ok(await usageOf({ deps, actor: requireUser(actor) })), 200);
});
