import { judge } from '@devcapsules/capsule/judges/judge';
import { forLearner, type Judgement } from '@devcapsules/capsule/verdict';
import type { Deps } from '../../deps.ts';
import { type Actor, learnerOf } from '../../ports/actor.ts';
import { judgedMetadata } from '../events/judged.ts';
import { learnerEvent } from '../events/learner-event.ts';
import { countedForOwner } from '../limits/owner.ts';
import { knownLearner } from '../progress/learner.ts';
import { requireReadable } from './access.ts';

/**
 * Judges a submission on every test. Of hidden tests the learner gets name, verdict, time and memory.
 * @throws AppError NOT_FOUND | QUOTA_EXCEEDED | RUNNER_UNAVAILABLE | RUNNER_BUSY
 */
export async function submitCapsule(
  {
    deps,
    actor,
  }: {
    deps: Pick<Deps, 'capsules' | 'submissions' | 'executor' | 'runtime' | 'events' | 'quotas' | 'members'>;
    actor: Actor;
  },
  { id, source }: { id: string; source: string },
): Promise<Judgement> {
  const { capsule, content, version, isOwner } = await requireReadable(deps.capsules, actor, id);
  if (!isOwner) deps.events.record(learnerEvent(actor, id, 'submit', { version }));
  const startedAt = deps.runtime.now().toISOString();
  const context = { executor: deps.executor, newToken: deps.runtime.newId };
  const judgement = await countedForOwner({ deps, actor }, capsule.creatorId, () =>
    judge(content, source, context),
  );
  // What failed on our side says nothing about the learner or the capsule.
  if (!isOwner && judgement.verdict !== 'internal_error') {
    const { verdict, passed, total } = judgement;
    const userId = actor.kind === 'user' ? actor.userId : null;
    const endedAt = deps.runtime.now().toISOString();
    const learner = knownLearner(actor);
    const acceptedInMs =
      verdict === 'accepted' ? judgement.tests.reduce((sum, test) => sum + test.timeMs, 0) : null;
    await deps.submissions.save(
      {
        id: deps.runtime.newId(),
        capsuleId: id,
        learner: learnerOf(actor),
        userId,
        version,
        source,
        ...{ verdict, passed, total },
        createdAt: endedAt,
      },
      learner && { ...learner, capsuleId: id, source, isSubmission: true, acceptedInMs, startedAt, endedAt },
    );
    const type = verdict === 'accepted' ? 'test_pass' : 'test_fail';
    deps.events.record(learnerEvent(actor, id, type, judgedMetadata(judgement, version)));
  }
  return forLearner(judgement);
}
