import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { PROGRESS_STATUSES, type Progress } from '../ports/progress.ts';
import { issueLearnerToken } from '../services/learner/issue.ts';
import { claimProgress } from '../services/progress/claim.ts';
import { saveDraft } from '../services/progress/draft.ts';
import { getProgress, listProgress } from '../services/progress/read.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { difficultyName, languageName, pageQuery, position, sourceCode } from './schemas.ts';

const ms = z.int().nullable();
const state = {
  capsuleId: z.string(),
  status: z.enum(PROGRESS_STATUSES),
  attempts: z.int(),
  startedAt: z.string(),
  firstSolvedAt: z.string().nullable(),
  solveTimeMs: ms,
  bestRunTimeMs: ms,
  updatedAt: z.string(),
};
const entry = z
  .object({
    ...state,
    capsule: z
      .object({ title: z.string(), language: languageName, difficulty: difficultyName })
      .nullable()
      .openapi({ description: 'Null while the capsule is not published.' }),
  })
  .openapi('ProgressEntry');
const progress = z
  .object({
    ...state,
    lastSourceCode: z.string().nullable(),
    draft: z.object({ sourceCode: z.string(), updatedAt: z.string() }).nullable(),
  })
  .openapi('Progress');
const capsuleParam = z.object({ capsuleId: z.string().min(1).max(64) });

const list = createRoute({
  operationId: 'listProgress',
  ...access('anyone', 'progress'),
  method: 'get',
  path: '/',
  summary: 'What you have worked on, the most recent first',
  description:
    'Yours is what you did signed in, or with the learner token that you send as `x-learner-token`.',
  request: { query: pageQuery },
  responses: {
    200: answer('A page of it.', z.object({ data: z.array(entry), page: position })),
    ...failures('UNAUTHENTICATED', 'INVALID_TOKEN'),
  },
});
const get = createRoute({
  operationId: 'getProgress',
  ...access('anyone', 'progress'),
  method: 'get',
  path: '/{capsuleId}',
  summary: 'How far you are with a capsule, and what you typed last',
  request: { params: capsuleParam },
  responses: {
    200: answer('Your progress, or null when there is none yet.', progress.nullable()),
    ...failures('UNAUTHENTICATED'),
  },
});
const draft = createRoute({
  operationId: 'saveDraft',
  ...access('anyone', 'progress'),
  method: 'put',
  path: '/{capsuleId}/draft',
  summary: 'Keep what you have typed so far',
  description:
    'With `ifUpdatedAt` (null: there is none yet) nothing that another tab has written is overwritten: DRAFT_CONFLICT has it in `details` as `sourceCode` and `updatedAt`.',
  request: {
    params: capsuleParam,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ source_code: sourceCode, ifUpdatedAt: z.iso.datetime().nullable().optional() }),
        },
      },
    },
  },
  responses: {
    200: answer('Kept.', z.object({ updatedAt: z.string() })),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'DRAFT_CONFLICT', 'SOURCE_TOO_LARGE'),
  },
});
const claim = createRoute({
  operationId: 'claimProgress',
  ...access('user', 'progress'),
  method: 'post',
  path: '/claim',
  summary: 'Make what you did before signing in your own',
  request: { headers: z.object({ 'x-learner-token': z.string().max(200) }) },
  responses: {
    200: answer('How many capsules it was; none when it was done before.', z.object({ capsules: z.int() })),
    ...failures('UNAUTHENTICATED', 'INVALID_TOKEN'),
  },
});
const issue = createRoute({
  operationId: 'createLearner',
  ...access('anyone'),
  method: 'post',
  path: '/',
  summary: 'A token by which a learner without an account is known again',
  description:
    'Send it as `x-learner-token`. Whoever has it is that learner; it is stored nowhere but with you.',
  responses: { 201: answer('The token.', z.object({ token: z.string() })), ...failures() },
});

/** What learners have done. */
export const progressRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const { limit, cursor } = c.req.valid('query');
    const query = { limit, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor, total } = await listProgress(scopeOf(c), query);
    return c.json(ok({ data: items, page: { limit, nextCursor, total } }), 200);
  })
  .openapi(get, async c => {
    const known = await getProgress(scopeOf(c), c.req.valid('param').capsuleId);
    return c.json(ok(known && onWire(known)), 200);
  })
  .openapi(draft, async c => {
    const { source_code: source, ifUpdatedAt } = c.req.valid('json');
    const input = { ...c.req.valid('param'), source, ifUpdatedAt };
    return c.json(ok(await saveDraft(scopeOf(c), input)), 200);
  })
  .openapi(claim, async c => {
    return c.json(ok(await claimProgress(scopeOf(c), c.req.valid('header')['x-learner-token'])), 200);
  });

/** Learners without an account. */
export const learnerRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid }).openapi(issue, async c =>
  c.json(ok(await issueLearnerToken(scopeOf(c))), 201),
);

function onWire({ lastSource, draft, ...rest }: Progress) {
  return {
    ...rest,
    lastSourceCode: lastSource,
    draft: draft && { sourceCode: draft.source, updatedAt: draft.updatedAt },
  };
}
