import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { executionQuota } from '../middleware/quota.ts';
import { runCapsule } from '../services/capsule/run.ts';
import { submitCapsule } from '../services/capsule/submit.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { execution, idParam, judgement, sourceCode } from './schemas.ts';

const FAILURES = failures(
  'NOT_FOUND',
  'SOURCE_TOO_LARGE',
  'QUOTA_EXCEEDED',
  'RUNNER_UNAVAILABLE',
  'RUNNER_BUSY',
);

const run = createRoute({
  operationId: 'runCapsule',
  ...access('anyone', 'execute', executionQuota),
  method: 'post',
  path: '/{id}/run',
  summary: 'Try code on the visible tests, or on a stdin of your own',
  request: {
    params: idParam,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ source_code: sourceCode, stdin: z.string().max(200_000).optional() }),
        },
      },
    },
  },
  responses: {
    200: answer(
      'How it went.',
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('tests'), judgement }),
        z.object({ kind: z.literal('execution'), execution }),
      ]),
    ),
    ...FAILURES,
  },
});
const submit = createRoute({
  operationId: 'submitCapsule',
  ...access('anyone', 'execute', executionQuota),
  method: 'post',
  path: '/{id}/submit',
  summary: 'Submit code to every test',
  request: {
    params: idParam,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ source_code: sourceCode }) } },
    },
  },
  responses: { 200: answer('The verdict.', judgement), ...FAILURES },
});

/** What learners do with a capsule. */
export const attemptRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(run, async c => {
    const { source_code: source, stdin } = c.req.valid('json');
    const input = { id: c.req.valid('param').id, source, stdin };
    return c.json(ok(await runCapsule(scopeOf(c), input)), 200);
  })
  .openapi(submit, async c => {
    const input = { id: c.req.valid('param').id, source: c.req.valid('json').source_code };
    return c.json(ok(await submitCapsule(scopeOf(c), input)), 200);
  });
