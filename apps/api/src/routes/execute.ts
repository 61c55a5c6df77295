import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError } from '../errors/app-error.ts';
import { type AppEnv, scopeOf } from '../http.ts';
import { executionQuota } from '../middleware/quota.ts';
import { sameSite } from '../middleware/same-site.ts';
import { executeBatch } from '../services/execution/batch.ts';
import { converse } from '../services/execution/console.ts';
import { executeProgram, executeSql } from '../services/execution/execute.ts';
import { listLanguages } from '../services/execution/languages.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { execution, programLanguageName, sourceCode } from './schemas.ts';

const PROGRAM_LIMITS = { timeMs: 5_000, memoryMb: 256 };
const SQL_LIMITS = { timeMs: 2_000, memoryMb: 64 };

const fileName = z.string().regex(/^[\w-][\w.-]{0,99}$/, 'must be a plain file name');
/** The system ends an argument at a NUL, so that one in its middle can't be passed on. */
const args = z
  .array(
    z
      .string()
      .max(1_000)
      .refine(text => !text.includes('\0'), 'must not contain NUL'),
  )
  .max(50);
const program = z.strictObject({
  language: programLanguageName,
  source_code: sourceCode,
  stdin: z.string().max(400_000).default(''),
  args: args.default([]),
  files: z
    .array(z.strictObject({ name: fileName, content: sourceCode }))
    .max(10)
    .default([]),
});
const query = z.strictObject({
  language: z.literal('sql'),
  source_code: sourceCode,
  setup: z.string().max(400_000).optional(),
});

const execute = createRoute({
  operationId: 'execute',
  ...access('anyone', 'execute', executionQuota),
  method: 'post',
  path: '/',
  summary: 'Run a program or a query once',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.discriminatedUnion('language', [program, query]) } },
    },
  },
  responses: {
    200: answer('How it went; a program that fails is an answer too.', execution),
    ...failures('SOURCE_TOO_LARGE', 'BODY_TOO_LARGE', 'QUOTA_EXCEEDED', 'RUNNER_UNAVAILABLE', 'RUNNER_BUSY'),
  },
});
const MAX_CASES = 200;
const caseExecution = execution.pick({
  ...({ stdout: true, stderr: true, exitCode: true, signal: true } as const),
  ...({ verdict: true, timeMs: true, memoryKb: true } as const),
});
const batchProgram = z.strictObject({
  language: programLanguageName,
  source_code: sourceCode,
  cases: z
    .array(
      z.strictObject({
        stdin: z.string().max(100_000).default(''),
        args: args.default([]),
      }),
    )
    .min(1)
    .max(MAX_CASES),
  limits: z
    .strictObject({
      timeMs: z.int().min(100).max(PROGRAM_LIMITS.timeMs).default(2_000),
      memoryMb: z.int().min(32).max(PROGRAM_LIMITS.memoryMb).default(PROGRAM_LIMITS.memoryMb),
    })
    .prefault({}),
});
const batch = createRoute({
  operationId: 'executeBatch',
  ...access('user', 'execute'),
  method: 'post',
  path: '/batch',
  summary: 'Run one program on up to 200 inputs, compiled once',
  description:
    'Each case is one of the day’s executions. Cases are run ten at a time; when one of ten has met its time limit, the rest is not run and told as `time_limit` with a `timeMs` of 0.',
  request: { body: { required: true, content: { 'application/json': { schema: batchProgram } } } },
  responses: {
    200: answer(
      'One outcome a case, in order; none when the program does not compile.',
      z.object({ compile: execution.shape.compile, cases: z.array(caseExecution) }),
    ),
    ...failures(
      ...(['UNAUTHENTICATED', 'SOURCE_TOO_LARGE', 'BODY_TOO_LARGE', 'QUOTA_EXCEEDED'] as const),
      ...(['RUNNER_UNAVAILABLE', 'RUNNER_BUSY'] as const),
    ),
  },
});
const languages = createRoute({
  operationId: 'listLanguages',
  ...access('anyone'),
  method: 'get',
  path: '/languages',
  summary: 'What can be run now, with versions',
  responses: {
    200: answer(
      'The languages; without a runner, SQL alone.',
      z.array(
        z.object({
          language: z.string(),
          version: z.string(),
          aliases: z.array(z.string()),
          tier: z.enum(['edge', 'runner']),
        }),
      ),
    ),
    ...failures(),
  },
});

const connect = createRoute({
  operationId: 'connectToProgram',
  ...access('anyone', 'execute', sameSite, executionQuota),
  method: 'get',
  path: '/connect',
  summary: 'Talk to a program while it runs, over a WebSocket',
  description:
    'The first message is `{"type": "init", "language", "source_code", "args"?}`; then `{"type": "data", "stream": "stdin", "data", "end"?}` and `{"type": "signal", "signal": "SIGINT"}`. Answers are those of Piston’s v2 `/connect`: `runtime`, `stage`, `data`, `exit`, and `error` with a `code` of ours. At most 30 seconds, 5 of the processor.',
  responses: {
    101: { description: 'A WebSocket.' },
    ...failures('QUOTA_EXCEEDED', 'CROSS_SITE_REQUEST'),
  },
});

export const executeRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(execute, async c => {
    const body = c.req.valid('json');
    const { executor } = c.get('deps');
    if (body.language === 'sql') {
      const { source_code: source, setup } = body;
      return c.json(ok(await executeSql(executor, { source, setup, limits: SQL_LIMITS })), 200);
    }
    const { language, source_code: source, stdin, args, files } = body;
    const input = { language, source, stdin, args, files, limits: PROGRAM_LIMITS };
    return c.json(ok(await executeProgram(executor, input)), 200);
  })
  .openapi(connect, c => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new AppError('VALIDATION_FAILED', {
        details: [{ path: 'upgrade', message: 'must be websocket' }],
      });
    }
    const { response, link } = c.get('deps').acceptSocket();
    converse(scopeOf(c), link);
    return response;
  })
  .openapi(batch, async c => {
    const { language, source_code: source, cases, limits } = c.req.valid('json');
    return c.json(ok(await executeBatch(scopeOf(c), { language, source, cases, limits })), 200);
  })
  .openapi(languages, async c => c.json(ok(await listLanguages(scopeOf(c))), 200));
