import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { executionQuota } from '../middleware/quota.ts';
import { executeProgram, executeSql } from '../services/execution/execute.ts';
import { listLanguages } from '../services/execution/languages.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { execution, programLanguageName, sourceCode } from './schemas.ts';

const PROGRAM_LIMITS = { timeMs: 5_000, memoryMb: 256 };
const SQL_LIMITS = { timeMs: 2_000, memoryMb: 64 };

const fileName = z.string().regex(/^[\w-][\w.-]{0,99}$/, 'must be a plain file name');
const program = z.strictObject({
  language: programLanguageName,
  source_code: sourceCode,
  stdin: z.string().max(400_000).default(''),
  args: z.array(z.string().max(1_000)).max(50).default([]),
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
  .openapi(languages, async c => c.json(ok(await listLanguages(scopeOf(c))), 200));
