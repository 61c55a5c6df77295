import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { shareable } from '../middleware/cache.ts';
import { getCourse, getCourseProgress, listCourses, listMyCourses } from '../services/course/read.ts';
import { ITEM_STATES } from '../services/course/way.ts';
import {
  createCourse,
  publishCourse,
  removeCourse,
  unpublishCourse,
  updateCourse,
} from '../services/course/write.ts';
import { access } from './access.ts';
import { etagOf, expectedVersion, expectedVersionIfAny } from './document.ts';
import { answer, failures, notModified, ok, onInvalid } from './envelope.ts';
import { difficultyName, idParam, languageName, pageQuery, position } from './schemas.ts';

const MAX_ITEMS = 200;
const LIST_SECONDS = 30;

const capsuleId = z.string().min(1).max(64);
const item = z.strictObject({
  capsuleId,
  optional: z.boolean().default(false),
  requires: z
    .array(capsuleId)
    .max(MAX_ITEMS)
    .default([])
    .openapi({ description: 'Capsules of earlier items.' }),
});
const content = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    description: z.string().trim().max(5_000).default(''),
    items: z.array(item).max(MAX_ITEMS),
  })
  .openapi('CourseDocument');
const body = { body: { required: true, content: { 'application/json': { schema: content } } } };
const written = z.object({ id: z.string(), version: z.int() });
const page = z.object({
  data: z.array(
    z
      .object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        itemCount: z.int(),
        isPublished: z.boolean(),
        createdAt: z.string(),
      })
      .openapi('CourseEntry'),
  ),
  page: position,
});
const view = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    version: z.int(),
    isPublished: z.boolean(),
    isOwner: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
    items: z.array(
      z.object({
        capsuleId: z.string(),
        optional: z.boolean(),
        requires: z.array(z.string()),
        state: z.enum(ITEM_STATES),
        capsule: z
          .object({
            title: z.string(),
            description: z.string(),
            language: languageName,
            difficulty: difficultyName,
          })
          .nullable(),
      }),
    ),
  })
  .openapi('Course');
const progress = z
  .object({
    required: z.int(),
    solved: z.int(),
    optional: z.int(),
    optionalSolved: z.int(),
    share: z.number(),
    isComplete: z.boolean(),
    nextCapsuleId: z.string().nullable(),
  })
  .openapi('CourseProgress');

const list = createRoute({
  operationId: 'listCourses',
  ...access('anyone'),
  method: 'get',
  path: '/',
  summary: 'Published courses, newest first',
  request: { query: pageQuery },
  responses: { 200: answer('A page of them.', page), 304: notModified, ...failures() },
});
const mine = createRoute({
  operationId: 'listMyCourses',
  ...access('user', 'capsules:read'),
  method: 'get',
  path: '/mine',
  summary: 'Your own courses, drafts too',
  request: { query: pageQuery },
  responses: { 200: answer('A page of them.', page), ...failures('UNAUTHENTICATED') },
});
const create = createRoute({
  operationId: 'createCourse',
  ...access('user', 'capsules:write'),
  method: 'post',
  path: '/',
  summary: 'Create a draft of a course',
  request: body,
  responses: { 201: answer('Stored as version 1.', written), ...failures('UNAUTHENTICATED') },
});
const get = createRoute({
  operationId: 'getCourse',
  ...access('anyone', 'capsules:read'),
  method: 'get',
  path: '/{id}',
  summary: 'A course, and what each item is for you: locked, unlocked, solved or unavailable',
  description: 'Gates are advice: a published capsule can be solved by whoever has its address.',
  request: { params: idParam },
  responses: { 200: answer('The course.', view), ...failures('NOT_FOUND') },
});
const update = createRoute({
  operationId: 'updateCourse',
  ...access('owner', 'capsules:write'),
  method: 'put',
  path: '/{id}',
  summary: 'Replace the whole course, its order too; needs If-Match',
  request: { params: idParam, ...body },
  responses: {
    200: answer('Stored as a new version.', written),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT', 'VERSION_REQUIRED'),
  },
});
const remove = createRoute({
  operationId: 'deleteCourse',
  ...access('owner', 'capsules:write'),
  method: 'delete',
  path: '/{id}',
  summary: 'Delete a course, not its capsules; honours If-Match',
  request: { params: idParam },
  responses: {
    200: answer('Deleted for good.', z.object({})),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT'),
  },
});
const publish = createRoute({
  operationId: 'publishCourse',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/publish',
  summary: 'Show the course to everybody',
  request: { params: idParam },
  responses: { 200: answer('Published.', z.object({})), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const unpublish = createRoute({
  operationId: 'unpublishCourse',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/unpublish',
  summary: 'Hide the course from learners',
  request: { params: idParam },
  responses: { 200: answer('Hidden.', z.object({})), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const getOwnProgress = createRoute({
  operationId: 'getCourseProgress',
  ...access('anyone', 'progress'),
  method: 'get',
  path: '/{id}/progress',
  summary: 'How far you are in a course, and what comes next',
  request: { params: idParam },
  responses: { 200: answer('Your progress.', progress), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});

export const courseRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const query = pagingOf(c.req.valid('query'));
    const { items, nextCursor, total } = await listCourses(scopeOf(c), query);
    shareable(c, { seconds: LIST_SECONDS });
    return c.json(ok({ data: items, page: { limit: query.limit, nextCursor, total } }), 200);
  })
  .openapi(mine, async c => {
    const query = pagingOf(c.req.valid('query'));
    const { items, nextCursor, total } = await listMyCourses(scopeOf(c), query);
    return c.json(ok({ data: items, page: { limit: query.limit, nextCursor, total } }), 200);
  })
  .openapi(create, async c => {
    const result = await createCourse(scopeOf(c), c.req.valid('json'));
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 201);
  })
  .openapi(get, async c => {
    const course = await getCourse(scopeOf(c), c.req.valid('param').id);
    // For its owner the ETag names what `PUT` replaces; for learners the answer has their progress in it.
    if (course.isOwner) c.header('etag', etagOf(course.version));
    return c.json(ok(course), 200);
  })
  .openapi(update, async c => {
    const result = await updateCourse(scopeOf(c), {
      id: c.req.valid('param').id,
      expectedVersion: expectedVersion(c.req.header('if-match')),
      content: c.req.valid('json'),
    });
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 200);
  })
  .openapi(remove, async c => {
    const expected = expectedVersionIfAny(c.req.header('if-match'));
    await removeCourse(scopeOf(c), { id: c.req.valid('param').id, expectedVersion: expected });
    return c.json(ok({}), 200);
  })
  .openapi(publish, async c => {
    await publishCourse(scopeOf(c), c.req.valid('param').id);
    return c.json(ok({}), 200);
  })
  .openapi(unpublish, async c => {
    await unpublishCourse(scopeOf(c), c.req.valid('param').id);
    return c.json(ok({}), 200);
  })
  .openapi(getOwnProgress, async c => {
    return c.json(ok(await getCourseProgress(scopeOf(c), c.req.valid('param').id)), 200);
  });

function pagingOf({ limit, cursor }: z.infer<typeof pageQuery>) {
  return { limit, ...(cursor !== undefined && { cursor }) };
}
