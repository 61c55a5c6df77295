import type { JudgeContext } from '@devcapsules/capsule/judges/context';
import { withExpected } from '@devcapsules/capsule/judges/expected';
import type { Capsule, CapsuleTest } from '@devcapsules/capsule/schema/capsule';
import { type Problem, parseCapsule } from '@devcapsules/capsule/schema/parse';
import type { Draft } from './draft.ts';

export type Completed =
  | { kind: 'complete'; capsule: Capsule }
  /** The solution does not end well on these inputs. */
  | { kind: 'solution_failed'; inputs: string[] }
  /** The draft is no capsule. */
  | { kind: 'invalid'; problems: Problem[] };

/** Makes a capsule of a draft by running its solution on every input: what comes out is what the tests expect. */
export async function complete(draft: Draft, context: JudgeContext): Promise<Completed> {
  const { inputs, ...rest } = draft;
  const document = { ...rest, schemaVersion: 1, type: draft.language === 'sql' ? 'SQL' : 'CODE' };
  // Checked once everything is there; the judge needs no more than what a draft has.
  const unproven = { limits: { timeMs: 2000, memoryMb: 256 }, ...document } as unknown as Capsule;
  const tests = await withExpected(unproven, inputs as unknown as CapsuleTest[], context);
  const failed = inputs.filter((_, i) => tests[i] === null).map(({ name }) => name);
  if (failed.length > 0) return { kind: 'solution_failed', inputs: failed };
  const parsed = parseCapsule({ ...document, tests });
  return parsed.ok
    ? { kind: 'complete', capsule: parsed.capsule }
    : { kind: 'invalid', problems: parsed.problems };
}
