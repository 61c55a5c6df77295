import { PARTS } from '@devcapsules/generation/prompts/regenerate';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { requireUser } from '../services/capsule/access.ts';
import { startRegeneration } from '../services/generation/regenerate.ts';
import { access } from './access.ts';
import { expectedVersion } from './document.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const start = createRoute({
  operationId: 'regenerateCapsule',
  ...access('owner', 'generate'),
  method: 'post',
  path: '/{id}/regenerate',
  summary: 'Write one part of a draft anew; needs If-Match',
  description:
    'A generation as any other: answers at once, is followed at `statusUrl`, counts in the quota. What comes of it is the draft’s next version, with its proof; `VERSION_CONFLICT` ends it when the draft has changed meanwhile. What the part has to agree with may be repaired too.',
  request: {
    params: idParam,
    headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }),
    ...jsonBody(z.strictObject({ part: z.enum(PARTS) })),
  },
  responses: {
    202: answer(
      'It has been started.',
      z.object({
        jobId: z.string(),
        statusUrl: z.string(),
        eventsUrl: z.string(),
        author: z.enum(['model', 'bank']),
        replaces: z.enum(['part', 'whole']).openapi({
          description:
            '`whole`: no model is configured, and the bank makes another exercise of the same family.',
        }),
      }),
    ),
    ...failures(
      ...([
        'UNAUTHENTICATED',
        'NOT_FOUND',
        'VERSION_REQUIRED',
        'VERSION_CONFLICT',
        'NOT_REGENERABLE',
      ] as const),
      ...(['IDEMPOTENCY_CONFLICT', 'NOTHING_FITS', 'QUOTA_EXCEEDED', 'GENERATION_DISABLED'] as const),
      ...(['GENERATION_PAUSED', 'BUDGET_SPENT'] as const),
    ),
  },
});

/** Parts of capsules anew. */
export const regenerateRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(
  start,
  async c => {
    const { deps, actor } = scopeOf(c);
    const task = {
      id: c.req.valid('param').id,
      expectedVersion: expectedVersion(c.req.header('if-match')),
      part: c.req.valid('json').part,
    };
    const key = c.req.valid('header')['idempotency-key'];
    const started = await startRegeneration({ deps, actor: requireUser(actor) }, task, key);
    const base = `/api/v1/generate/${started.jobId}`;
    c.header('location', `${base}/status`);
    return c.json(ok({ ...started, statusUrl: `${base}/status`, eventsUrl: `${base}/events` }), 202);
  },
);
