import { VERDICTS } from '@devcapsules/capsule/verdict';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { applyRegrade, leaveRegrade, previewRegrade, startRegrade } from '../services/capsule/regrade.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { idParam, job } from './schemas.ts';

const FAILURES = failures('UNAUTHENTICATED', 'NOT_FOUND', 'NOT_PUBLISHED');
const grade = z.object({ verdict: z.enum(VERDICTS), passed: z.int(), total: z.int() });

const start = createRoute({
  operationId: 'startRegrade',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/regrade',
  summary: 'Try the published tests on what learners handed in before',
  description: 'Changes no grade: the outcome is a preview, to be applied or left.',
  request: { params: idParam },
  responses: { 202: answer('The preview has been started, or is under way.', job), ...FAILURES },
});
const preview = createRoute({
  operationId: 'previewRegrade',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/regrade',
  summary: 'Whose grade would change, from what to what',
  request: { params: idParam },
  responses: {
    200: answer(
      'The preview.',
      z.object({
        job: job.nullable(),
        outdated: z.int(),
        changes: z.array(
          z.object({
            submissionId: z.string(),
            learnerName: z.string().nullable(),
            createdAt: z.string(),
            from: grade,
            to: grade,
          }),
        ),
      }),
    ),
    ...FAILURES,
  },
});
const apply = createRoute({
  operationId: 'applyRegrade',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/regrade/apply',
  summary: 'Give learners the previewed grades',
  request: { params: idParam },
  responses: { 200: answer('Applied.', z.object({ changed: z.int() })), ...FAILURES },
});
const leave = createRoute({
  operationId: 'leaveRegrade',
  ...access('owner', 'capsules:write'),
  method: 'delete',
  path: '/{id}/regrade',
  summary: 'Leave all grades as they are',
  request: { params: idParam },
  responses: {
    200: answer('The preview is gone.', z.object({})),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

/** What a changed test means for those who have submitted already. */
export const regradeRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(start, async c => c.json(ok(await startRegrade(scopeOf(c), c.req.valid('param').id)), 202))
  .openapi(preview, async c => c.json(ok(await previewRegrade(scopeOf(c), c.req.valid('param').id)), 200))
  .openapi(apply, async c => c.json(ok(await applyRegrade(scopeOf(c), c.req.valid('param').id)), 200))
  .openapi(leave, async c => {
    await leaveRegrade(scopeOf(c), c.req.valid('param').id);
    return c.json(ok({}), 200);
  });
