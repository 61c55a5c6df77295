import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { shareable } from '../middleware/cache.ts';
import { listTags } from '../services/capsule/list.ts';
import { access } from './access.ts';
import { answer, failures, notModified, ok } from './envelope.ts';

const SHARED_SECONDS = 30;

const list = createRoute({
  operationId: 'listTags',
  ...access('anyone'),
  method: 'get',
  path: '/',
  summary: 'Tags of published capsules, the most used first',
  responses: {
    200: answer('The 200 most used.', z.array(z.object({ tag: z.string(), count: z.int() }))),
    304: notModified,
    ...failures(),
  },
});

export const tagRoutes = new OpenAPIHono<AppEnv>().openapi(list, async c => {
  shareable(c, { seconds: SHARED_SECONDS });
  return c.json(ok(await listTags(scopeOf(c))), 200);
});
