import { source } from '@devcapsules/capsule/schema/source';
import { VERDICTS } from '@devcapsules/capsule/verdict';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { HINT_SOURCES } from '../ports/hints.ts';
import { giveHint, PERSONAL } from '../services/mentor/hint.ts';
import { hintUse, judgeHint, mentorStatus } from '../services/mentor/status.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';

const capsuleParam = z.object({ capsuleId: z.string().min(1).max(64) });
const hint = z
  .object({
    id: z.string(),
    source: z.enum(HINT_SOURCES).openapi({ description: '`model`: written for you, about your code.' }),
    level: z.enum(['nudge', 'guide', 'near_reveal']),
    text: z.string(),
    html: z.string().openapi({ description: 'The text, rendered and sanitised.' }),
    helpful: z.boolean().nullable(),
  })
  .openapi('Hint');
const explanation = z.object({ meaning: z.string(), look: z.string() }).openapi('Explanation');

const ask = createRoute({
  operationId: 'askForHint',
  ...access('anyone', 'progress'),
  method: 'post',
  path: '/hint',
  summary: 'The next hint of a capsule, and what the error at hand means',
  description:
    'Hints climb from a nudge to a near-reveal; each costs one of the day’s for this capsule. An explanation costs nothing. After the capsule’s own hints a model, where one is configured, gives hints about the code that is sent with the question.',
  request: jsonBody(
    z.strictObject({
      capsuleId: z.string().min(1).max(64),
      code: source.optional().openapi({ description: 'What you have written so far, for a hint about it.' }),
      error: z
        .strictObject({
          verdict: z.enum(VERDICTS),
          message: z.string().max(20_000),
          test: z.string().max(200).optional(),
        })
        .optional()
        .openapi({
          description:
            'How the last run or submission ended: its verdict, what it wrote to stderr, and the name of the test that failed.',
        }),
    }),
  ),
  responses: {
    200: answer(
      'Help.',
      z.object({
        hint: hint.nullable(),
        personal: z.enum(PERSONAL).openapi({
          description:
            'How it stands with a hint about your code: `ladder_first`: the capsule’s own come first; `needs_code`: send it; `withheld`: the model would not answer, or gave something away; `unavailable`: it did not answer; `off`: no model answers here.',
        }),
        explanation: explanation.nullable(),
        left: z.int(),
      }),
    ),
    ...failures('NOT_FOUND', 'QUOTA_EXCEEDED', 'INVALID_TOKEN'),
  },
});
const status = createRoute({
  operationId: 'getMentorStatus',
  ...access('anyone', 'progress'),
  method: 'get',
  path: '/status/{capsuleId}',
  summary: 'The hints you have had for a capsule, and what is left',
  request: { params: capsuleParam },
  responses: {
    200: answer(
      'So far.',
      z.object({
        hints: z.array(hint),
        left: z.int().openapi({ description: 'Of the capsule’s own.' }),
        leftToday: z.int(),
        isPersonal: z
          .boolean()
          .openapi({ description: 'Whether a model gives hints about your code after them.' }),
      }),
    ),
    ...failures('NOT_FOUND', 'INVALID_TOKEN'),
  },
});
const feedback = createRoute({
  operationId: 'judgeHint',
  ...access('anyone', 'progress'),
  method: 'post',
  path: '/feedback',
  summary: 'Say whether a hint helped',
  request: jsonBody(z.strictObject({ hintId: z.string().min(1).max(64), helpful: z.boolean() })),
  responses: { 200: answer('Kept for the author.', z.object({})), ...failures('NOT_FOUND', 'INVALID_TOKEN') },
});
const use = createRoute({
  operationId: 'getHintUse',
  ...access('owner', 'analytics:read'),
  method: 'get',
  path: '/use/{capsuleId}',
  summary: 'Which hints of your capsule help',
  request: { params: capsuleParam },
  responses: {
    200: answer(
      'A row a step of the ladder, of the published version, and one for all hints of a model together.',
      z.array(
        z.object({
          source: z.enum(HINT_SOURCES),
          step: z.int().nullable(),
          given: z.int(),
          helpful: z.int(),
          notHelpful: z.int(),
          solvedAfter: z.int(),
        }),
      ),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'NOT_PUBLISHED'),
  },
});

/** Help for those who are stuck. */
export const mentorRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(ask, async c => c.json(ok(await giveHint(scopeOf(c), c.req.valid('json'))), 200))
  .openapi(status, async c => c.json(ok(await mentorStatus(scopeOf(c), c.req.valid('param').capsuleId)), 200))
  .openapi(feedback, async c => {
    const { hintId: id, helpful } = c.req.valid('json');
    await judgeHint(scopeOf(c), { id, helpful });
    return c.json(ok({}), 200);
  })
  .openapi(use, async c => c.json(ok(await hintUse(scopeOf(c), c.req.valid('param').capsuleId)), 200));
