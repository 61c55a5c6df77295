import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { eraseAccount } from '../services/account/erase.ts';
import { exportAccount } from '../services/account/export.ts';
import { requireUser } from '../services/capsule/access.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';

const exportData = createRoute({
  operationId: 'exportAccount',
  ...access('user', 'session'),
  method: 'get',
  path: '/export',
  summary: 'Everything that is kept about you, as JSON lines',
  responses: {
    200: {
      description:
        'As application/jsonl, a line a record: `{"kind", …}`. The last one, of the kind `end`, says how many there are; without it something is missing.',
    },
    ...failures('UNAUTHENTICATED'),
  },
});
const erase = createRoute({
  operationId: 'eraseAccount',
  ...access('user', 'session'),
  method: 'delete',
  path: '/',
  summary: 'Delete your account and everything that belongs to it, for good',
  description:
    'Your capsules go with all their versions, courses, assets, keys, progress and submissions. What your learning did for the numbers of other authors stays, as nobody’s.',
  request: jsonBody(
    z.object({
      email: z
        .string()
        .max(254)
        .openapi({ description: 'Your address, so that it does not happen by accident.' }),
      password: z.string().max(128).optional().openapi({ description: 'Needed if the account has one.' }),
    }),
  ),
  responses: {
    200: answer('It is gone.', z.object({})),
    ...failures('UNAUTHENTICATED', 'INVALID_CREDENTIALS'),
  },
});

/** The account as a whole: taken along, and deleted. */
export const accountRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(exportData, async c => {
    const { deps, actor } = scopeOf(c);
    return c.body(exportAccount({ deps, actor: requireUser(actor) }), 200, {
      'content-type': 'application/jsonl',
      'content-disposition': 'attachment; filename="devcapsules-account.jsonl"',
    });
  })
  .openapi(erase, async c => {
    const { deps, actor } = scopeOf(c);
    await eraseAccount({ deps, actor: requireUser(actor) }, c.req.valid('json'), c.req.raw.headers);
    return c.json(ok({}), 200);
  });
