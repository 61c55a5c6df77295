import { VERDICTS } from '@devcapsules/capsule/verdict';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { CLIENT_EVENT_TYPES } from '../ports/events.ts';
import { getCourseReport } from '../services/analytics/course.ts';
import { getCapsuleReport, getDashboard, getPublicStats } from '../services/analytics/report.ts';
import { trackEvents } from '../services/events/track.ts';
import { access } from './access.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { idParam } from './schemas.ts';

const MAX_EVENTS = 50;
const MAX_DURATION_MS = 86_400_000;
const period = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

const totals = z.object({
  ...{ impressions: z.number(), views: z.number(), edits: z.number(), totalRuns: z.number() },
  ...{ submissions: z.number(), passes: z.number(), hints: z.number() },
});
const capsuleTotals = totals
  .extend({
    ...{ learners: z.int(), learnersPassed: z.int(), completionRate: z.number() },
    lastComputed: z.string().nullable(),
  })
  .openapi('CapsuleTotals');
const timeline = z
  .array(totals.omit({ totalRuns: true }).extend({ day: z.string(), runs: z.number() }))
  .openapi({ description: 'Every day of the period, UTC.' });
const quality = {
  difficulty: z.number().nullable().openapi({ description: '1 − the share of learners that pass.' }),
  discrimination: z
    .number()
    .nullable()
    .openapi({ description: 'Point-biserial, against the other items; null below ten learners.' }),
};
const funnel = z.object({
  ...{ viewed: z.int(), edited: z.number(), ran: z.int(), submitted: z.int(), passed: z.int() },
});
const waysToPass = z.object({
  attempts: z.array(z.object({ attempts: z.int(), learners: z.int() })),
  medianAttempts: z.number().nullable(),
  medianMs: z.number().nullable(),
});
const errorGroup = z.object({
  ...{ message: z.string(), verdict: z.enum(VERDICTS), sample: z.string(), count: z.int() },
  ...{ firstAt: z.string(), lastAt: z.string() },
});

const track = createRoute({
  operationId: 'trackEvents',
  ...access('anyone', 'progress'),
  method: 'post',
  path: '/track',
  summary: 'What a page saw a learner do, up to 50 events at once',
  description:
    'Each event has an id of the page’s own: sending it again changes nothing. Events of capsules that are not published are dropped. Times are taken to be within the last day.',
  request: jsonBody(
    z.strictObject({
      events: z
        .array(
          z.strictObject({
            id: z.string().min(1).max(100),
            capsuleId: z.string().min(1).max(64),
            type: z.enum(CLIENT_EVENT_TYPES),
            at: z.iso.datetime({ offset: true }).optional(),
            session: z.string().min(1).max(64).optional(),
            durationMs: z.int().min(0).max(MAX_DURATION_MS).optional(),
          }),
        )
        .min(1)
        .max(MAX_EVENTS),
    }),
  ),
  responses: {
    202: answer('Taken.', z.object({ accepted: z.int(), dropped: z.int() })),
    ...failures('BODY_TOO_LARGE'),
  },
});
const dashboard = createRoute({
  operationId: 'getDashboard',
  ...access('user', 'analytics:read'),
  method: 'get',
  path: '/dashboard',
  summary: 'How all your capsules do',
  request: { query: period },
  responses: {
    200: answer(
      'Counted up to the last quarter of an hour.',
      z.object({
        totals,
        timeline,
        capsules: z.array(
          capsuleTotals.extend({
            ...{ capsuleId: z.string(), title: z.string(), isPublished: z.boolean() },
            ...quality,
          }),
        ),
      }),
    ),
    ...failures('UNAUTHENTICATED'),
  },
});
const capsule = createRoute({
  operationId: 'getCapsuleReport',
  ...access('owner', 'analytics:read'),
  method: 'get',
  path: '/capsules/{id}',
  summary: 'How one of your capsules does',
  request: { params: idParam, query: period },
  responses: {
    200: answer(
      'Counted up to the last quarter of an hour.',
      z.object({
        totals: capsuleTotals,
        funnel,
        timeline,
        waysToPass,
        tests: z.array(
          z.object({ test: z.string(), version: z.int(), failures: z.int(), submissions: z.int() }),
        ),
        errors: z.array(errorGroup),
        item: z.object({ learners: z.int(), ...quality }),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const course = createRoute({
  operationId: 'getCourseReport',
  ...access('owner', 'analytics:read'),
  method: 'get',
  path: '/courses/{id}',
  summary: 'How one of your courses does',
  description:
    'Who started has submitted something to one of its capsules; who finished has passed all that are not optional. Items are your own capsules: of others’ it is told how many there are.',
  request: { params: idParam },
  responses: {
    200: answer(
      'Counted up to the last quarter of an hour.',
      z.object({
        learners: z.object({ started: z.int(), finished: z.int() }),
        items: z.array(
          z.object({
            ...{ capsuleId: z.string(), title: z.string(), optional: z.boolean(), learners: z.int() },
            ...quality,
          }),
        ),
        others: z.int(),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const publicStats = createRoute({
  operationId: 'getPublicStats',
  ...access('anyone'),
  method: 'get',
  path: '/public/{id}',
  summary: 'Runs and completion rate of a published capsule',
  request: { params: idParam },
  responses: {
    200: answer(
      'The completion rate is null while fewer than five learners have tried.',
      z.object({ totalRuns: z.number(), completionRate: z.number().nullable() }),
    ),
    ...failures('NOT_FOUND'),
  },
});

/** What happens to capsules, told by pages and told to authors. */
export const analyticsRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(track, async c => c.json(ok(await trackEvents(scopeOf(c), c.req.valid('json').events)), 202))
  .openapi(dashboard, async c => c.json(ok(await getDashboard(scopeOf(c), c.req.valid('query'))), 200))
  .openapi(capsule, async c => {
    const { id } = c.req.valid('param');
    return c.json(ok(await getCapsuleReport(scopeOf(c), id, c.req.valid('query'))), 200);
  })
  .openapi(course, async c => {
    return c.json(ok(await getCourseReport(scopeOf(c), c.req.valid('param').id)), 200);
  })
  .openapi(publicStats, async c => {
    return c.json(ok(await getPublicStats(scopeOf(c), c.req.valid('param').id)), 200);
  });
