import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { SCOPES } from '../ports/actor.ts';
import { createApiKey } from '../services/api-key/create.ts';
import { revokeApiKey } from '../services/api-key/revoke.ts';
import { requireUser } from '../services/capsule/access.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable(),
  })
  .openapi('ApiKey');

const create = createRoute({
  operationId: 'createApiKey',
  ...access('user', 'session'),
  method: 'post',
  path: '/',
  summary: 'Make an API key; this is the only time it is shown',
  request: jsonBody(
    z.object({
      name: z.string().trim().min(1).max(100),
      scopes: z.array(z.enum(SCOPES)).min(1),
      expiresInDays: z.int().min(1).max(3_650).nullable().default(90),
    }),
  ),
  responses: {
    201: answer('The key.', apiKey.extend({ key: z.string() })),
    ...failures('UNAUTHENTICATED', 'LIMIT_REACHED'),
  },
});
const list = createRoute({
  operationId: 'listApiKeys',
  ...access('user', 'session'),
  method: 'get',
  path: '/',
  summary: 'Your API keys, newest first',
  responses: {
    200: answer('Those that are not revoked.', z.array(apiKey)),
    ...failures('UNAUTHENTICATED'),
  },
});
const revoke = createRoute({
  operationId: 'revokeApiKey',
  ...access('owner', 'session'),
  method: 'delete',
  path: '/{id}',
  summary: 'Revoke an API key',
  request: { params: idParam },
  responses: {
    200: answer('It works no more.', z.object({})),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

/** Keys for programs that act for a user. */
export const apiKeyRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(create, async c => {
    const { deps, actor } = scopeOf(c);
    return c.json(ok(await createApiKey({ deps, actor: requireUser(actor) }, c.req.valid('json'))), 201);
  })
  .openapi(list, async c => {
    const { deps, actor } = scopeOf(c);
    return c.json(ok(await deps.apiKeys.list(requireUser(actor).userId)), 200);
  })
  .openapi(revoke, async c => {
    const { deps, actor } = scopeOf(c);
    await revokeApiKey({ deps, actor: requireUser(actor) }, c.req.valid('param').id);
    return c.json(ok({}), 200);
  });
