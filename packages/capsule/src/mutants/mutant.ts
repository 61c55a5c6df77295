import { z } from 'zod';

/** The classical mutation operators (after DeMillo, Lipton and Sayward 1978, and Offutt's sufficient set, 1996). */
export const OPERATORS = [
  'comparison',
  'arithmetic',
  'logical',
  'assignment',
  'constant',
  'negated_condition',
  'removed_statement',
  'swapped_arguments',
  'sql_clause',
  'sql_keyword',
  'sql_function',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A solution with one small fault, which good tests find. */
export const mutantSchema = z.object({
  operator: z.enum(OPERATORS),
  /** 1-based line of the solution where the fault is. */
  line: z.int(),
  source: z.string(),
});
export type Mutant = z.infer<typeof mutantSchema>;

/** Makes mutants of a source; the same source gives the same ones. */
export type MutantMaker = (request: MutantRequest) => Promise<Mutant[]>;

export interface MutantRequest {
  language: string;
  source: string;
  /** At most this many, spread over operators and places. */
  count: number;
}
