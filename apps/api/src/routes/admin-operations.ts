import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http.ts';
import { QUEUE_NAMES } from '../ports/dead-letters.ts';
import { FLAG_NAMES } from '../ports/flags.ts';
import { removeDeadLetter, replayDeadLetter } from '../services/operations/dead-letters.ts';
import { listFlags, setFlag } from '../services/operations/flags.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const flagValue = z.union([z.boolean(), z.number()]);
const flags = z.array(
  z
    .object({
      name: z.enum(FLAG_NAMES),
      about: z.string(),
      value: flagValue,
      initial: flagValue,
      updatedAt: z.string().nullable(),
      updatedBy: z.string().nullable(),
    })
    .openapi('Flag'),
);
const deadLetter = z
  .object({
    id: z.string(),
    queue: z.enum(QUEUE_NAMES),
    body: z.unknown(),
    reason: z.string(),
    attempts: z.int(),
    failedAt: z.string(),
    replayedAt: z.string().nullable(),
  })
  .openapi('DeadLetter');
const FAILURES = failures('UNAUTHENTICATED', 'ADMIN_ONLY', 'NOT_FOUND');

const getFlags = createRoute({
  operationId: 'listFlags',
  ...access('admin'),
  method: 'get',
  path: '/flags',
  summary: 'All switches, with what holds now',
  responses: { 200: answer('The flags.', flags), ...failures('UNAUTHENTICATED', 'ADMIN_ONLY') },
});
const putFlag = createRoute({
  operationId: 'setFlag',
  ...access('admin'),
  method: 'put',
  path: '/flags',
  summary: 'Set a switch; it holds everywhere within seconds',
  request: jsonBody(z.strictObject({ name: z.enum(FLAG_NAMES), value: flagValue })),
  responses: { 200: answer('The flags.', flags), ...failures('UNAUTHENTICATED', 'ADMIN_ONLY') },
});
const list = createRoute({
  operationId: 'listDeadLetters',
  ...access('admin'),
  method: 'get',
  path: '/dead-letters',
  summary: 'Messages that queues’ consumers gave up, newest first',
  request: {
    query: z.object({
      queue: z.enum(QUEUE_NAMES).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: answer(
      'A page of them.',
      z.object({
        data: z.array(deadLetter),
        page: z.object({ limit: z.int(), nextCursor: z.string().nullable(), total: z.int() }),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'ADMIN_ONLY'),
  },
});
const replay = createRoute({
  operationId: 'replayDeadLetter',
  ...access('admin'),
  method: 'post',
  path: '/dead-letters/{id}/replay',
  summary: 'Send one to its queue again, once',
  request: { params: idParam },
  responses: {
    200: answer('It is on the queue.', deadLetter),
    ...failures('UNAUTHENTICATED', 'ADMIN_ONLY', 'NOT_FOUND', 'ALREADY_REPLAYED'),
  },
});
const remove = createRoute({
  operationId: 'deleteDeadLetter',
  ...access('admin'),
  method: 'delete',
  path: '/dead-letters/{id}',
  summary: 'Forget one',
  request: { params: idParam },
  responses: { 200: answer('It is gone.', z.object({})), ...FAILURES },
});

/** Switches and dead letters, for those who run the service. */
export const adminOperationRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(getFlags, async c => c.json(ok(await listFlags({ deps: c.get('deps') })), 200))
  .openapi(putFlag, async c => {
    const scope = { deps: c.get('deps'), admin: c.get('admin') };
    return c.json(ok(await setFlag(scope, c.req.valid('json'))), 200);
  })
  .openapi(list, async c => {
    const { queue, limit, cursor } = c.req.valid('query');
    const query = { limit, ...(queue && { queue }), ...(cursor && { cursor }) };
    const { items, nextCursor, total } = await c.get('deps').deadLetters.list(query);
    return c.json(ok({ data: items, page: { limit, nextCursor, total } }), 200);
  })
  .openapi(replay, async c => {
    return c.json(ok(await replayDeadLetter({ deps: c.get('deps') }, c.req.valid('param').id)), 200);
  })
  .openapi(remove, async c => {
    await removeDeadLetter({ deps: c.get('deps') }, c.req.valid('param').id);
    return c.json(ok({}), 200);
  });
