import type { Capsule } from '@devcapsules/capsule/schema/capsule';

/** What a test is made from; what it expects is found out by running the solution, never told by an author. */
export type Input = { name: string; hidden: boolean } & (
  | { args: unknown[] }
  | { stdin: string }
  | { setup?: string; check?: string }
);

/** A capsule on its way: everything but what its tests expect. */
export interface Draft
  extends Pick<
    Capsule,
    | 'title'
    | 'difficulty'
    | 'tags'
    | 'statement'
    | 'objectives'
    | 'language'
    | 'starter'
    | 'solution'
    | 'hints'
  > {
  judge: Capsule['judge'];
  /** Of a capsule that is there already; others have the limits that a schema gives. */
  limits?: Capsule['limits'];
  /** Answers that look right and are not; the tests must tell them apart. */
  wrongSolutions: { why: string; source: string }[];
  inputs: Input[];
}
