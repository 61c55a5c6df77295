import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http.ts';
import { readStatus } from '../services/operations/status.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';

const time = z.string().nullable();
const status = z
  .object({
    databaseBytes: z.int(),
    deadLetters: z.int(),
    events: z.object({ uncounted: z.int(), countedAt: time }),
    generations: z.object({ queued: z.int(), running: z.int(), oldestQueuedAt: time }),
    mails: z.object({ queued: z.int(), oldestQueuedAt: time }),
    runners: z.object({ up: z.int(), total: z.int() }),
  })
  .openapi('ServiceStatus');

const read = createRoute({
  operationId: 'readStatus',
  ...access('admin'),
  method: 'get',
  path: '/',
  summary: 'What waits, how large the database is, how many runners are up',
  responses: { 200: answer('The status.', status), ...failures('UNAUTHENTICATED', 'ADMIN_ONLY') },
});

/** What alerts look at, for those who run the service. */
export const adminStatusRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(read, async c =>
  c.json(ok(await readStatus({ deps: c.get('deps') })), 200),
);
