import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { getEmbedding, setEmbedding } from '../services/embedding/settings.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const MAX_ORIGINS = 20;

/** As `frame-ancestors` takes them; nothing that could end the directive fits. */
const origin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/, 'must be an origin: https://example.com')
  .openapi({ example: 'https://*.example.com' });
const settings = z
  .strictObject({
    allowedOrigins: z.array(origin).max(MAX_ORIGINS).openapi({
      description: 'Whose pages may show the capsule in a frame; `*.` stands for all subdomains. Empty: all.',
    }),
  })
  .openapi('Embedding');

const get = createRoute({
  operationId: 'getEmbedding',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/embedding',
  summary: 'Which sites may show your capsule',
  request: { params: idParam },
  responses: { 200: answer('As it is set.', settings), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const set = createRoute({
  operationId: 'setEmbedding',
  ...access('owner', 'capsules:write'),
  method: 'put',
  path: '/{id}/embedding',
  summary: 'Say which sites may show your capsule',
  request: { params: idParam, ...jsonBody(settings) },
  responses: { 200: answer('As it is now.', settings), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});

export const embeddingRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(get, async c => c.json(ok(await getEmbedding(scopeOf(c), c.req.valid('param').id)), 200))
  .openapi(set, async c => {
    const { id } = c.req.valid('param');
    return c.json(ok(await setEmbedding(scopeOf(c), { id, ...c.req.valid('json') })), 200);
  });
