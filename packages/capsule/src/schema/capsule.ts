import { z } from 'zod';
import { PROGRAM_LANGUAGES } from '../execution.ts';
import { signatureProblems } from './agreement.ts';
import { functionJudge, programJudge, queryJudge, stdioJudge } from './judge.ts';
import { nonEmptySource, source } from './source.ts';
import { functionTest, programTest, queryTest, stdioTest } from './tests.ts';

export const MAX_TESTS = 200;

export const LANGUAGES = [...PROGRAM_LANGUAGES, 'sql'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

const limits = z.strictObject({
  timeMs: z.int().min(100).max(15_000).default(2000),
  memoryMb: z.int().min(16).max(512).default(256),
});

const common = {
  schemaVersion: z.literal(1),
  title: z.string().trim().min(1).max(200),
  difficulty: z.enum(DIFFICULTIES),
  tags: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  statement: z.string().trim().min(1).max(50_000),
  objectives: z.array(z.string().trim().min(1).max(300)).max(10).default([]),
  starter: source,
  solution: nonEmptySource,
  hints: z.array(z.string().trim().min(1).max(2000)).max(10).default([]),
  /** Answers that must stay rejected, and what each gets wrong. Never shown to learners. */
  wrongSolutions: z
    .array(z.strictObject({ why: z.string().trim().min(1).max(300), source }))
    .max(30)
    .exactOptional(),
  limits: limits.default({ timeMs: 2000, memoryMb: 256 }),
};
const code = { ...common, type: z.literal('CODE'), language: z.enum(PROGRAM_LANGUAGES) };
const testsOf = <Test extends z.ZodType>(test: Test) => z.array(test).min(1).max(MAX_TESTS);

export const functionCapsule = z
  .strictObject({ ...code, judge: functionJudge, tests: testsOf(functionTest) })
  .superRefine((capsule, context) => {
    for (const problem of signatureProblems(capsule)) context.addIssue({ code: 'custom', ...problem });
  });
export const stdioCapsule = z.strictObject({ ...code, judge: stdioJudge, tests: testsOf(stdioTest) });
export const programCapsule = z.strictObject({ ...code, judge: programJudge, tests: testsOf(programTest) });
export const queryCapsule = z.strictObject({
  ...common,
  type: z.literal('SQL'),
  language: z.literal('sql'),
  judge: queryJudge,
  tests: testsOf(queryTest),
});

/** The whole document; {@link parseCapsule} reads it with better messages than a plain union gives. */
export const capsuleSchema = z.union([functionCapsule, stdioCapsule, programCapsule, queryCapsule]);

export type FunctionCapsule = z.infer<typeof functionCapsule>;
export type StdioCapsule = z.infer<typeof stdioCapsule>;
export type ProgramCapsule = z.infer<typeof programCapsule>;
export type QueryCapsule = z.infer<typeof queryCapsule>;
export type Capsule = z.infer<typeof capsuleSchema>;
export type CapsuleTest = Capsule['tests'][number];

/** Narrows a capsule by its judge. */
export function hasJudge<Kind extends Capsule['judge']['kind']>(
  capsule: Capsule,
  kind: Kind,
): capsule is Extract<Capsule, { judge: { kind: Kind } }> {
  return capsule.judge.kind === kind;
}
