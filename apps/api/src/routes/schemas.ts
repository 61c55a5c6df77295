import { PROGRAM_LANGUAGES } from '@devcapsules/capsule/execution';
import { proofSchema } from '@devcapsules/capsule/proof/proof';
import { type CapsuleTest, DIFFICULTIES, LANGUAGES } from '@devcapsules/capsule/schema/capsule';
import type { Judge } from '@devcapsules/capsule/schema/judge';
import { MAX_SOURCE_BYTES } from '@devcapsules/capsule/schema/source';
import { resultSet as capsuleResultSet } from '@devcapsules/capsule/schema/tests';
import { VERDICTS } from '@devcapsules/capsule/verdict';
import { z } from '@hono/zod-openapi';
import { AppError } from '../errors/app-error.ts';
import { CAPSULE_STATES } from '../ports/capsules.ts';
import { jobSchema } from '../ports/jobs.ts';
import { partOf } from './components.ts';

/** Wire shapes that several routes share. */
export const idParam = z.object({ id: z.string().min(1).max(64).openapi({ example: '5f6c0f0e-…' }) });

/** A learner's source; one that is too large has an error of its own. */
export const sourceCode = z.string().transform(text => {
  if (new TextEncoder().encode(text).length > MAX_SOURCE_BYTES) throw new AppError('SOURCE_TOO_LARGE');
  return text;
});

export const languageName = z.enum(LANGUAGES);
export const programLanguageName = z.enum(PROGRAM_LANGUAGES);
export const difficultyName = z.enum(DIFFICULTIES);

export const resultSet = z.object(capsuleResultSet.shape).openapi('ResultSet');

const shown = z.union([z.object({ text: z.string() }), z.object({ table: resultSet })]);

export const judgement = z
  .object({
    verdict: z.enum(VERDICTS),
    passed: z.int(),
    total: z.int(),
    compile: z.object({ stdout: z.string(), stderr: z.string() }).optional(),
    tests: z.array(
      z.object({
        name: z.string(),
        hidden: z.boolean(),
        verdict: z.enum(VERDICTS),
        timeMs: z.number(),
        memoryKb: z.number(),
        input: shown.optional(),
        expected: shown.optional(),
        actual: shown.optional(),
        stdout: z.string().optional(),
        stderr: z.string().optional(),
        message: z.string().optional(),
      }),
    ),
  })
  .openapi('Judgement');

export const execution = z
  .object({
    stdout: z.string(),
    stderr: z.string(),
    exitCode: z.int().nullable(),
    signal: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    timeMs: z.number(),
    memoryKb: z.number(),
    compile: z.object({ stdout: z.string(), stderr: z.string(), timeMs: z.number() }).optional(),
    rows: resultSet.optional(),
  })
  .openapi('Execution');

export const written = z.object({ id: z.string(), version: z.int(), contentHash: z.string() });

export const catalogueEntry = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    type: z.enum(['CODE', 'SQL']),
    language: languageName,
    difficulty: difficultyName,
    testCount: z.int(),
    tags: z.array(z.string()),
    isPublished: z.boolean(),
    createdAt: z.string(),
  })
  .openapi('CatalogueEntry');

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});

/** Where a page of a list stands. */
export const position = z.object({ limit: z.int(), nextCursor: z.string().nullable(), total: z.int() });

export const listQuery = pageQuery.extend({
  language: languageName.optional(),
  difficulty: difficultyName.optional(),
  type: z.enum(['CODE', 'SQL']).optional(),
  tag: z.string().trim().min(1).max(40).optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .openapi({ description: 'Words to look for in title, statement, tags and language.' }),
});

export const ownListQuery = listQuery.extend({ state: z.enum(CAPSULE_STATES).optional() });

export const listPage = z.object({
  data: z.array(catalogueEntry),
  page: position,
});

export const capsuleView = z
  .object({
    id: z.string(),
    version: z.int(),
    isPublished: z.boolean(),
    isOwner: z.boolean(),
    qualityScore: z.number().nullable(),
    schemaVersion: z.literal(1),
    type: z.enum(['CODE', 'SQL']),
    language: languageName,
    title: z.string(),
    difficulty: difficultyName,
    tags: z.array(z.string()),
    statement: z.string().openapi({ description: 'Markdown, as the author wrote it.' }),
    statementHtml: z.string().openapi({
      description:
        'The same as HTML that can be set as it is: sanitised, maths as MathML, code with classes.',
    }),
    objectives: z.array(z.string()),
    judge: partOf<Judge>('Judge'),
    starter: z.string(),
    tests: z.array(partOf<CapsuleTest>('CapsuleTest')),
    hiddenTests: z.int(),
    hintCount: z.int(),
    limits: z.object({ timeMs: z.int(), memoryMb: z.int() }),
  })
  .openapi('CapsuleView');

export const proof = proofSchema.extend({ createdAt: z.string(), durationMs: z.number() }).openapi('Proof');

/** A piece of long work: a proof, a regrade. */
export const job = jobSchema.openapi('Job');

export const eventStream = {
  description: 'An event `progress` with the job at each change; the stream ends with the job.',
  content: { 'text/event-stream': { schema: z.string() } },
};
