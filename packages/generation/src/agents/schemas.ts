import { z } from 'zod';

/** What each agent answers with. Strict structured outputs know no optional fields: what is absent is null. */

const param = z.object({ name: z.string(), type: z.string() });

export const plan = z.object({
  title: z.string(),
  statement: z.string(),
  objectives: z.array(z.string()).min(1).max(2),
  tags: z.array(z.string()).max(6),
  mistakes: z.array(z.string()),
  hints: z.array(z.string()).length(3),
  signature: z.object({ functionName: z.string(), params: z.array(param), returns: z.string() }).nullable(),
  tables: z.string().nullable(),
  ordered: z.boolean(),
});
export type Plan = z.infer<typeof plan>;

/** `args` is JSON in a string, for its values may be anything; `setup` is SQL. */
const input = z.object({
  name: z.string(),
  hidden: z.boolean(),
  args: z.string().nullable(),
  setup: z.string().nullable(),
});
export type WrittenInput = z.infer<typeof input>;
const wrongSolution = z.object({ why: z.string(), source: z.string() });

export const code = z.object({
  solution: z.string(),
  setup: z.string().nullable(),
  validator: z.string().nullable(),
  inputs: z.array(input).min(4).max(40),
  wrong_solutions: z.array(wrongSolution),
});
export type Code = z.infer<typeof code>;

/** Of a capsule that is there, one part anew. */
export const parts = {
  statement: z.object({ statement: z.string() }),
  hints: z.object({ hints: z.array(z.string()).length(3) }),
  tests: z.object({ inputs: z.array(input).min(4).max(40) }),
  solution: z.object({ solution: z.string() }),
};

export const blind = z.object({ solution: z.string() });

export const repair = z.object({
  /** One sentence: what was wrong. */
  finding: z.string(),
  statement: z.string().nullable(),
  solution: z.string().nullable(),
  setup: z.string().nullable(),
  validator: z.string().nullable(),
  hints: z.array(z.string()).length(3).nullable(),
  /** In place of those there are. */
  inputs: z.array(input).nullable(),
  /** Beside those there are. */
  further_inputs: z.array(input).nullable(),
  wrong_solutions: z.array(wrongSolution).nullable(),
});
export type Repair = z.infer<typeof repair>;
