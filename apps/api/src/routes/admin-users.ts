import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '../http.ts';
import { PLAN_NAMES } from '../plans.ts';
import { setPlan, setSuspended } from '../services/admin/members.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const member = z
  .object({
    id: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    plan: z.enum(PLAN_NAMES),
    overrides: z.object({
      executionsPerDay: z.int().nullable(),
      generationsPerDay: z.int().nullable(),
    }),
    suspendedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Member');
const FAILURES = failures('UNAUTHENTICATED', 'ADMIN_ONLY', 'NOT_FOUND');

const list = createRoute({
  operationId: 'listMembers',
  ...access('admin'),
  method: 'get',
  path: '/',
  summary: 'Users, newest first',
  request: {
    query: z.object({
      q: z.string().max(254).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: answer(
      'Those whose address or name contains `q`.',
      z.object({
        data: z.array(member),
        page: z.object({ limit: z.int(), nextCursor: z.string().nullable(), total: z.int() }),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'ADMIN_ONLY'),
  },
});
const plan = createRoute({
  operationId: 'setMemberPlan',
  ...access('admin'),
  method: 'put',
  path: '/{id}/plan',
  summary: 'Give a user another plan',
  request: { params: idParam, ...jsonBody(z.object({ plan: z.enum(PLAN_NAMES) })) },
  responses: { 200: answer('The user.', member), ...FAILURES },
});
const suspend = createRoute({
  operationId: 'suspendMember',
  ...access('admin'),
  method: 'post',
  path: '/{id}/suspend',
  summary: 'Stop a user’s sessions, keys and tokens at once',
  request: { params: idParam },
  responses: { 200: answer('The user.', member), ...FAILURES },
});
const resume = createRoute({
  operationId: 'resumeMember',
  ...access('admin'),
  method: 'post',
  path: '/{id}/resume',
  summary: 'Let a suspended user go on',
  request: { params: idParam },
  responses: { 200: answer('The user.', member), ...FAILURES },
});

const scopeOf = (c: Context<AppEnv>) => ({ deps: c.get('deps'), admin: c.get('admin') });

/** Users, for those who run the service. */
export const adminUserRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const { q, limit, cursor } = c.req.valid('query');
    const query = { limit, ...(q && { search: q }), ...(cursor && { cursor }) };
    const { items, nextCursor, total } = await c.get('deps').members.list(query);
    return c.json(ok({ data: items, page: { limit, nextCursor, total } }), 200);
  })
  .openapi(plan, async c => {
    const input = { id: c.req.valid('param').id, plan: c.req.valid('json').plan };
    return c.json(ok(await setPlan(scopeOf(c), input)), 200);
  })
  .openapi(suspend, async c => {
    const input = { id: c.req.valid('param').id, suspended: true };
    return c.json(ok(await setSuspended(scopeOf(c), input)), 200);
  })
  .openapi(resume, async c => {
    const input = { id: c.req.valid('param').id, suspended: false };
    return c.json(ok(await setSuspended(scopeOf(c), input)), 200);
  });
