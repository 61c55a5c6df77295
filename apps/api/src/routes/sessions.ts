import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { endSession } from '../services/account/sessions.ts';
import { requireUser } from '../services/capsule/access.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const session = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  isCurrent: z.boolean(),
});

const list = createRoute({
  operationId: 'listSessions',
  ...access('user', 'session'),
  method: 'get',
  path: '/',
  summary: 'Where you are signed in, newest first',
  responses: { 200: answer('The sessions.', z.array(session)), ...failures('UNAUTHENTICATED') },
});
const end = createRoute({
  operationId: 'endSession',
  ...access('owner', 'session'),
  method: 'delete',
  path: '/{id}',
  summary: 'Sign out there',
  request: { params: idParam },
  responses: { 200: answer('Ended.', z.object({})), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const endAll = createRoute({
  operationId: 'endAllSessions',
  ...access('user', 'session'),
  method: 'delete',
  path: '/',
  summary: 'Sign out everywhere, here too',
  responses: { 200: answer('Ended.', z.object({})), ...failures('UNAUTHENTICATED') },
});

/** Where a user is signed in. */
export const sessionRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const { deps, actor } = scopeOf(c);
    const current = await deps.accounts.recognise(c.req.raw.headers);
    const sessions = await deps.accounts.listSessions(requireUser(actor).userId);
    return c.json(ok(sessions.map(item => ({ ...item, isCurrent: item.id === current?.sessionId }))), 200);
  })
  .openapi(end, async c => {
    const { deps, actor } = scopeOf(c);
    await endSession({ deps, actor: requireUser(actor) }, c.req.valid('param').id);
    return c.json(ok({}), 200);
  })
  .openapi(endAll, async c => {
    const { deps, actor } = scopeOf(c);
    await deps.accounts.endAllSessions(requireUser(actor).userId);
    return c.json(ok({}), 200);
  });
