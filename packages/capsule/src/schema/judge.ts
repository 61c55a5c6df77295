import { z } from 'zod';
import { PROGRAM_LANGUAGES } from '../execution.ts';
import { nonEmptySource } from './source.ts';
import { typeText } from './type.ts';

/** A name that is an identifier in all six languages. */
const identifier = z
  .string()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a plain identifier');

const tolerance = z.number().min(0).max(1);

const exact = z.strictObject({ kind: z.literal('exact') });
const float = z.strictObject({
  kind: z.literal('float'),
  relative: tolerance.default(1e-9),
  absolute: tolerance.default(1e-9),
});
const unordered = z.strictObject({ kind: z.literal('unordered') });
const tokens = z.strictObject({ kind: z.literal('tokens') });
const lines = z.strictObject({ kind: z.literal('lines') });

/** How a returned value is compared with the expected one. */
export const valueComparer = z.discriminatedUnion('kind', [exact, float, unordered]);
export type ValueComparer = z.infer<typeof valueComparer>;

/** How standard output is compared with the expected text. */
export const textComparer = z.discriminatedUnion('kind', [exact, float, unordered, tokens, lines]);
export type TextComparer = z.infer<typeof textComparer>;

/** A program of the author's, run in the sandbox, that decides about an output; see judges/checker.ts. */
const checker = z.strictObject({
  kind: z.literal('checker'),
  language: z.enum(PROGRAM_LANGUAGES),
  source: nonEmptySource,
});
export type Checker = z.infer<typeof checker>;

export const functionJudge = z.strictObject({
  kind: z.literal('function'),
  functionName: identifier,
  params: z.array(z.strictObject({ name: identifier, type: typeText })).max(12),
  returns: typeText,
  comparer: valueComparer.default({ kind: 'exact' }),
});
export type FunctionJudge = z.infer<typeof functionJudge>;

export const stdioJudge = z.strictObject({
  kind: z.literal('stdio'),
  comparer: z.discriminatedUnion('kind', [...textComparer.options, checker]).default({ kind: 'lines' }),
});
export type StdioJudge = z.infer<typeof stdioJudge>;

export const programJudge = z.strictObject({
  kind: z.literal('program'),
  /** The function the tests call, where there is one: the proof makes constant answers from it. */
  entryPoint: identifier.optional(),
});
export type ProgramJudge = z.infer<typeof programJudge>;

export const queryJudge = z.strictObject({
  kind: z.literal('query'),
  /** Whether the order of rows counts. */
  ordered: z.boolean().default(false),
  compareColumnNames: z.boolean().default(false),
  /** Relative and absolute tolerance for REAL values. */
  tolerance: tolerance.default(1e-9),
  /** Builds the database for every test, before the test's own `setup`. */
  setup: z.string().max(1_000_000).optional(),
});
export type QueryJudge = z.infer<typeof queryJudge>;

export const judgeSchema = z.discriminatedUnion('kind', [
  functionJudge,
  stdioJudge,
  programJudge,
  queryJudge,
]);
export type Judge = z.infer<typeof judgeSchema>;
