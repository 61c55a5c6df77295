import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';

const spending = z
  .object({
    day: z.string(),
    spentUsd: z.number(),
    limitUsd: z.number(),
    configuredUsd: z.number(),
    limitSetAt: z.string().nullable(),
    limitSetBy: z.string().nullable(),
    circuit: z.object({ failures: z.int(), openUntil: z.string().nullable() }),
    days: z.array(z.object({ day: z.string(), costUsd: z.number() })),
  })
  .openapi('ModelSpending');

const read = createRoute({
  operationId: 'readBudget',
  ...access('admin'),
  method: 'get',
  path: '/',
  summary: 'What models cost today and on the days before, what they may cost, and whether they are asked',
  responses: { 200: answer('Spending.', spending), ...failures('UNAUTHENTICATED', 'ADMIN_ONLY') },
});
const limit = createRoute({
  operationId: 'setBudget',
  ...access('admin'),
  method: 'put',
  path: '/',
  summary: 'Set what models may cost on a UTC day; null returns to the configured limit',
  request: jsonBody(z.strictObject({ dailyUsd: z.number().min(0).max(1_000_000).nullable() })),
  responses: { 200: answer('Spending.', spending), ...failures('UNAUTHENTICATED', 'ADMIN_ONLY') },
});

/** The models' budget, for those who run the service. */
export const adminBudgetRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(read, async c => c.json(ok(await c.get('deps').modelBudget.spending()), 200))
  .openapi(limit, async c => {
    const { modelBudget } = c.get('deps');
    await modelBudget.limit({ ...c.req.valid('json'), by: c.get('admin') });
    return c.json(ok(await modelBudget.spending()), 200);
  });
