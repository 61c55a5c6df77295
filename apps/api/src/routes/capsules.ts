import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { shareable } from '../middleware/cache.ts';
import type { ListQuery } from '../ports/capsules.ts';
import { createCapsule } from '../services/capsule/create.ts';
import { getCapsule } from '../services/capsule/get.ts';
import { listMine, listPublished } from '../services/capsule/list.ts';
import { removeCapsule, restoreCapsule } from '../services/capsule/remove.ts';
import { getSource } from '../services/capsule/source.ts';
import { updateCapsule } from '../services/capsule/update.ts';
import { access } from './access.ts';
import { partOf } from './components.ts';
import { documentBody, etagOf, expectedVersion, expectedVersionIfAny } from './document.ts';
import { answer, failures, notModified, ok, onInvalid } from './envelope.ts';
import { capsuleView, idParam, listPage, listQuery, ownListQuery, written } from './schemas.ts';

const list = createRoute({
  operationId: 'listCapsules',
  ...access('anyone'),
  method: 'get',
  path: '/',
  summary: 'Published capsules, newest first; with q the best match first',
  request: { query: listQuery },
  responses: { 200: answer('A page of them.', listPage), 304: notModified, ...failures() },
});
const mine = createRoute({
  operationId: 'listMyCapsules',
  ...access('user', 'capsules:read'),
  method: 'get',
  path: '/mine',
  summary: 'Your own capsules, drafts too; deleted ones when asked for',
  request: { query: ownListQuery },
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
    ...failures('UNAUTHENTICATED', 'LIMIT_REACHED', 'BODY_TOO_LARGE'),
  },
});
const get = createRoute({
  operationId: 'getCapsule',
  ...access('anyone', 'capsules:read'),
  method: 'get',
  path: '/{id}',
  summary: 'A capsule as learners get it',
  request: { params: idParam },
  responses: {
    200: answer('Without solution and hidden tests.', capsuleView),
    304: notModified,
    ...failures('NOT_FOUND'),
  },
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
        capsule: partOf<Capsule>('Capsule'),
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
  summary: 'Delete a capsule; honours If-Match',
  request: { params: idParam },
  responses: {
    200: answer('Deleted; it can be restored for 30 days.', z.object({})),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT'),
  },
});
const restore = createRoute({
  operationId: 'restoreCapsule',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/restore',
  summary: 'Bring back a deleted capsule as it was',
  request: { params: idParam },
  responses: {
    200: answer('It is back.', z.object({ id: z.string(), version: z.int() })),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'LIMIT_REACHED'),
  },
});

/** For how long a learner's browser and caches in between may show what was there. */
const LIST_SECONDS = 30;
const CAPSULE_SECONDS = 60;

export const capsuleRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const query = queryOf(c.req.valid('query'));
    const { items, nextCursor, total } = await listPublished(scopeOf(c), query);
    shareable(c, { seconds: LIST_SECONDS });
    return c.json(ok({ data: items, page: { limit: query.limit, nextCursor, total } }), 200);
  })
  .openapi(mine, async c => {
    const { state, ...filters } = c.req.valid('query');
    const query = { ...queryOf(filters), ...(state && { state }) };
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
    if (view.isOwner) c.header('etag', etagOf(view.version));
    else shareable(c, { seconds: CAPSULE_SECONDS });
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
    const expected = expectedVersionIfAny(c.req.header('if-match'));
    await removeCapsule(scopeOf(c), { id: c.req.valid('param').id, expectedVersion: expected });
    return c.json(ok({}), 200);
  })
  .openapi(restore, async c => {
    const result = await restoreCapsule(scopeOf(c), c.req.valid('param').id);
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 200);
  });

function queryOf(parsed: z.infer<typeof listQuery>): ListQuery {
  const { limit, cursor, language, difficulty, type, tag, q } = parsed;
  return {
    limit,
    ...(cursor !== undefined && { cursor }),
    ...(language && { language }),
    ...(difficulty && { difficulty }),
    ...(type && { type }),
    ...(tag !== undefined && { tag }),
    ...(q !== undefined && q !== '' && { q }),
  };
}
