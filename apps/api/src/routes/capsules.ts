import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import type { ListQuery } from '../ports/capsules.ts';
import { createCapsule } from '../services/capsule/create.ts';
import { getCapsule } from '../services/capsule/get.ts';
import { listMine, listPublished } from '../services/capsule/list.ts';
import { removeCapsule } from '../services/capsule/remove.ts';
import { getSource } from '../services/capsule/source.ts';
import { updateCapsule } from '../services/capsule/update.ts';
import { access } from './access.ts';
import { documentBody, etagOf, expectedVersion } from './document.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { capsuleView, idParam, listPage, listQuery, written } from './schemas.ts';

const list = createRoute({
  operationId: 'listCapsules',
  ...access('anyone'),
  method: 'get',
  path: '/',
  summary: 'Published capsules, newest first',
  request: { query: listQuery },
  responses: { 200: answer('A page of them.', listPage), ...failures() },
});
const mine = createRoute({
  operationId: 'listMyCapsules',
  ...access('user', 'capsules:read'),
  method: 'get',
  path: '/mine',
  summary: 'Your own capsules, drafts too',
  request: { query: listQuery },
  responses: { 200: answer('A page of them.', listPage), ...failures('UNAUTHENTICATED') },
});
const create = createRoute({
  operationId: 'createCapsule',
  ...access('user', 'capsules:write'),
  method: 'post',
  path: '/',
  summary: 'Create a draft',
  request: documentBody,
  responses: {
    201: answer('Stored as version 1.', written),
    ...failures('UNAUTHENTICATED', 'BODY_TOO_LARGE'),
  },
});
const get = createRoute({
  operationId: 'getCapsule',
  ...access('anyone', 'capsules:read'),
  method: 'get',
  path: '/{id}',
  summary: 'A capsule as learners get it',
  request: { params: idParam },
  responses: { 200: answer('Without solution and hidden tests.', capsuleView), ...failures('NOT_FOUND') },
});
const source = createRoute({
  operationId: 'getCapsuleSource',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/source',
  summary: 'The whole document, for its owner',
  request: { params: idParam },
  responses: {
    200: answer(
      'The draft.',
      z.object({
        id: z.string(),
        version: z.int(),
        publishedVersion: z.int().nullable(),
        contentHash: z.string(),
        capsule: z.custom<Capsule>().openapi({ type: 'object', description: 'See the schema Capsule.' }),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const update = createRoute({
  operationId: 'updateCapsule',
  ...access('owner', 'capsules:write'),
  method: 'put',
  path: '/{id}',
  summary: 'Replace the draft; needs If-Match',
  request: { params: idParam, ...documentBody },
  responses: {
    200: answer('Stored as a new version.', written),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT', 'VERSION_REQUIRED', 'BODY_TOO_LARGE'),
  },
});
const remove = createRoute({
  operationId: 'deleteCapsule',
  ...access('owner', 'capsules:write'),
  method: 'delete',
  path: '/{id}',
  summary: 'Delete a capsule',
  request: { params: idParam },
  responses: { 200: answer('Deleted.', z.object({})), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});

export const capsuleRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const query = queryOf(c.req.valid('query'));
    const { items, nextCursor, total } = await listPublished(scopeOf(c), query);
    return c.json(ok({ data: items, page: { limit: query.limit, nextCursor, total } }), 200);
  })
  .openapi(mine, async c => {
    const query = queryOf(c.req.valid('query'));
    const { items, nextCursor, total } = await listMine(scopeOf(c), query);
    return c.json(ok({ data: items, page: { limit: query.limit, nextCursor, total } }), 200);
  })
  .openapi(create, async c => {
    const result = await createCapsule(scopeOf(c), c.req.valid('json'));
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 201);
  })
  .openapi(get, async c => {
    const view = await getCapsule(scopeOf(c), c.req.valid('param').id);
    c.header('etag', etagOf(view.version));
    return c.json(ok(view), 200);
  })
  .openapi(source, async c => {
    const result = await getSource(scopeOf(c), c.req.valid('param').id);
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 200);
  })
  .openapi(update, async c => {
    const input = {
      id: c.req.valid('param').id,
      expectedVersion: expectedVersion(c.req.header('if-match')),
      document: c.req.valid('json'),
    };
    const result = await updateCapsule(scopeOf(c), input);
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 200);
  })
  .openapi(remove, async c => {
    await removeCapsule(scopeOf(c), c.req.valid('param').id);
    return c.json(ok({}), 200);
  });

function queryOf(parsed: z.infer<typeof listQuery>): ListQuery {
  const { limit, cursor, language, difficulty, type } = parsed;
  return {
    limit,
    ...(cursor !== undefined && { cursor }),
    ...(language && { language }),
    ...(difficulty && { difficulty }),
    ...(type && { type }),
  };
}
