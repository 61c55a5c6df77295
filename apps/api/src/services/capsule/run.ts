import { judge } from '@devcapsules/capsule/judges/judge';
import type { Judgement } from '@devcapsules/capsule/verdict';
import { forLearner } from '@devcapsules/capsule/verdict';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { learnerEvent } from '../events/learner-event.ts';
import { type Execution, executeProgram } from '../execution/execute.ts';
import { countedForOwner } from '../limits/owner.ts';
import { knownLearner } from '../progress/learner.ts';
import { requireReadable } from './access.ts';

export type RunResult = { kind: 'tests'; judgement: Judgement } | { kind: 'execution'; execution: Execution };

/**
 * Tries the learner's code: on the visible tests, or with a given stdin as a plain program.
 * @throws AppError NOT_FOUND | QUOTA_EXCEEDED | SOURCE_TOO_LARGE | RUNNER_UNAVAILABLE | RUNNER_BUSY
 */
export async function runCapsule(
  {
    deps,
    actor,
  }: {
    deps: Pick<Deps, 'capsules' | 'executor' | 'runtime' | 'events' | 'quotas' | 'members' | 'progress'>;
    actor: Actor;
  },
  { id, source, stdin }: { id: string; source: string; stdin?: string | undefined },
): Promise<RunResult> {
  const { capsule, content, version, isOwner } = await requireReadable(deps.capsules, actor, id);
  const visible = content.tests.filter(test => !test.hidden) as typeof content.tests;
  const startedAt = deps.runtime.now().toISOString();
  const result = await countedForOwner({ deps, actor }, capsule.creatorId, attempt);
  const learner = isOwner ? null : knownLearner(actor);
  if (learner) {
    const ended = { startedAt, endedAt: deps.runtime.now().toISOString() };
    const attempt = { ...learner, capsuleId: id, source, isSubmission: false, acceptedInMs: null, ...ended };
    await deps.progress.record(attempt);
  }
  if (!isOwner) {
    const verdict = result.kind === 'tests' ? result.judgement.verdict : result.execution.verdict;
    deps.events.record(learnerEvent(actor, id, 'run', { version, verdict }));
  }
  return result;

  async function attempt(): Promise<RunResult> {
    if (content.language !== 'sql' && (stdin !== undefined || visible.length === 0)) {
      const { language, limits } = content;
      const execution = await executeProgram(deps.executor, { language, source, stdin: stdin ?? '', limits });
      return { kind: 'execution', execution };
    }
    const context = { executor: deps.executor, newToken: deps.runtime.newId };
    return { kind: 'tests', judgement: forLearner(await judge(content, source, context, visible)) };
  }
}
