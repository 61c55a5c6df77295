import { PAYEES } from '@devcapsules/generation/model';
import { STAGE_NAMES } from '@devcapsules/generation/pipeline/stages';
import { generationRequest } from '@devcapsules/generation/request';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ERROR_CODES } from '../errors/registry.ts';
import { type AppEnv, scopeOf } from '../http.ts';
import { GENERATION_STATES } from '../ports/generation.ts';
import { requireUser } from '../services/capsule/access.ts';
import { cancelGeneration, followGeneration, getGeneration } from '../services/generation/follow.ts';
import { startGeneration } from '../services/generation/request.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { eventStream, idParam } from './schemas.ts';

const author = z.enum(['model', 'bank']).openapi({
  description: '`bank`: no model is configured, and the exercise comes from the built-in bank.',
});
const generation = z
  .object({
    id: z.string(),
    state: z.enum(GENERATION_STATES),
    stage: z.enum(STAGE_NAMES),
    percent: z.number(),
    elapsedMs: z.number(),
    repairs: z.int(),
    author,
    fromCache: z.boolean(),
    familyId: z.string().nullable().openapi({ description: 'Of the bank.' }),
    capsuleId: z.string().nullable(),
    agents: z.array(
      z.object({
        agent: z.enum(PAYEES),
        model: z.string(),
        calls: z.int(),
        inputTokens: z.int(),
        outputTokens: z.int(),
        costUsd: z.number(),
        latencyMs: z.number(),
      }),
    ),
    costUsd: z.number(),
    error: z
      .object({ code: z.enum(ERROR_CODES), learnt: z.array(z.string()).optional() })
      .nullable()
      .openapi({ description: 'Why it failed, or what it waits for while it runs.' }),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .openapi('Generation');

const start = createRoute({
  operationId: 'startGeneration',
  ...access('user', 'generate'),
  method: 'post',
  path: '/',
  summary: 'Generate a capsule from a sentence',
  description:
    'Answers at once; the work goes on. What comes of it is a draft with its proof. With `Idempotency-Key`, asking again gives the same job.',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }),
    ...jsonBody(generationRequest),
  },
  responses: {
    202: answer(
      'It has been started.',
      z.object({ jobId: z.string(), statusUrl: z.string(), eventsUrl: z.string(), author }),
    ),
    ...failures(
      ...(['UNAUTHENTICATED', 'LIMIT_REACHED', 'IDEMPOTENCY_CONFLICT', 'NOTHING_FITS'] as const),
      ...(['QUOTA_EXCEEDED', 'GENERATION_DISABLED', 'GENERATION_PAUSED', 'BUDGET_SPENT'] as const),
    ),
  },
});
const status = createRoute({
  operationId: 'getGeneration',
  ...access('owner', 'generate'),
  method: 'get',
  path: '/{id}/status',
  summary: 'How far the generation is, until ten minutes after its end',
  request: { params: idParam },
  responses: { 200: answer('The job.', generation), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const events = createRoute({
  operationId: 'followGeneration',
  ...access('owner', 'generate'),
  method: 'get',
  path: '/{id}/events',
  summary: 'The generation as it goes, as server-sent events',
  request: { params: idParam },
  responses: { 200: eventStream, ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const cancel = createRoute({
  operationId: 'cancelGeneration',
  ...access('owner', 'generate'),
  method: 'post',
  path: '/{id}/cancel',
  summary: 'Cancel the generation',
  request: { params: idParam },
  responses: {
    200: answer('The job; one that had ended before stays as it was.', generation),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

/** Capsules from a sentence. */
export const generateRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(start, async c => {
    const { deps, actor } = scopeOf(c);
    const scope = { deps, actor: requireUser(actor) };
    const key = c.req.valid('header')['idempotency-key'];
    const { jobId, author } = await startGeneration(scope, c.req.valid('json'), key);
    const base = `${new URL(c.req.url).pathname}/${jobId}`;
    c.header('location', `${base}/status`);
    return c.json(ok({ jobId, statusUrl: `${base}/status`, eventsUrl: `${base}/events`, author }), 202);
  })
  .openapi(status, async c => {
    const { deps, actor } = scopeOf(c);
    return c.json(ok(await getGeneration({ deps, actor: requireUser(actor) }, c.req.valid('param').id)), 200);
  })
  .openapi(events, async c => {
    const { deps, actor } = scopeOf(c);
    const stream = await followGeneration({ deps, actor: requireUser(actor) }, c.req.valid('param').id);
    return c.body(stream, 200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  })
  .openapi(cancel, async c => {
    const { deps, actor } = scopeOf(c);
    return c.json(
      ok(await cancelGeneration({ deps, actor: requireUser(actor) }, c.req.valid('param').id)),
      200,
    );
  });
