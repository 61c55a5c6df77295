import type { ProgramLanguage } from '@devcapsules/capsule/execution';
import type { Difficulty } from '@devcapsules/capsule/schema/capsule';
import type { FunctionJudge } from '@devcapsules/capsule/schema/judge';

/** Uniform in [0, 1); a seed gives the same exercise again. */
export type Random = () => number;

/** What every exercise has, whichever way it is judged. */
interface Told {
  title: string;
  /** Markdown. Says what to do, the edge cases too, and shows an example. */
  statement: string;
  /** What is learnt: one or two concepts. */
  objectives: string[];
  tags: string[];
  /** A nudge, a guide, a near-reveal; none of them holds the solution. */
  hints: [string, string, string];
}

/** A text that stands in the solution exactly once, and what a mistaken learner has in its place. */
export type Edit = readonly [right: string, wrong: string];

export interface CodeExercise extends Told {
  signature: Pick<FunctionJudge, 'functionName' | 'params' | 'returns'>;
  comparer?: FunctionJudge['comparer'];
  /** Idiomatic in each language. */
  solutions: Record<ProgramLanguage, string>;
  /** At least two, one of them off by one where there is a bound. */
  mistakes: { why: string; edits: Record<ProgramLanguage, Edit> }[];
  /** Drawn anew for each seed, the edge cases always among them. Two or three are visible. */
  cases: { name: string; args: unknown[]; hidden: boolean }[];
}

export interface SqlExercise extends Told {
  /** The tables and their first rows. */
  setup: string;
  solution: string;
  /** Whether the order of rows counts. */
  ordered: boolean;
  mistakes: { why: string; source: string }[];
  /** `setup` adds rows, so that a query that fits only the visible ones fails. */
  cases: { name: string; setup?: string; hidden: boolean }[];
}

interface FamilyOf<Exercise> {
  /** Lower case with hyphens; stays, for logs refer to it. */
  id: string;
  /** What a creator may ask for to get it: concepts, topics, synonyms. */
  words: string;
  difficulties: readonly Difficulty[];
  /** One of the family: another story, other numbers, other tests for another seed. */
  make(random: Random, difficulty: Difficulty): Exercise;
}
export type CodeFamily = FamilyOf<CodeExercise> & { kind: 'code' };
export type SqlFamily = FamilyOf<SqlExercise> & { kind: 'sql' };
export type Family = CodeFamily | SqlFamily;
