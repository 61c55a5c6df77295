import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { readiness } from '../services/health/ready.ts';
import { VERSION } from '../version.ts';
import { access } from './access.ts';
import { answer, failures, ok } from './envelope.ts';

const state = z.enum(['up', 'down']);
const ready = z.object({
  ready: z.boolean(),
  database: state,
  sql: state,
  runner: state,
  runners: z.object({ up: z.int(), total: z.int() }),
});

const live = createRoute({
  operationId: 'getHealth',
  ...access('anyone'),
  method: 'get',
  path: '/health',
  summary: 'Whether the API answers',
  responses: {
    200: answer('It does.', z.object({ status: z.literal('ok'), version: z.string() })),
    ...failures(),
  },
});
const dependencies = createRoute({
  operationId: 'getReadiness',
  ...access('anyone'),
  method: 'get',
  path: '/health/ready',
  summary: 'Whether what the API depends on answers',
  responses: { 200: answer('Ready.', ready), 503: answer('Not ready.', ready), ...failures() },
});

export const healthRoutes = new OpenAPIHono<AppEnv>()
  .openapi(live, c => c.json(ok({ status: 'ok' as const, version: VERSION }), 200))
  .openapi(dependencies, async c => {
    const result = await readiness(scopeOf(c));
    return c.json(ok(result), result.ready ? 200 : 503);
  });
