import { judge } from '@devcapsules/capsule/judges/judge';
import type { Deps } from '../../deps.ts';
import type { JobTools, RegradeOrder } from '../../ports/jobs.ts';
import type { Grade, RegradeChange, Submission } from '../../ports/submissions.ts';
import { bringBack } from '../content/blobs.ts';

/**
 * Tries a version's tests on each learner's newest submission, and keeps what would change as a preview.
 * @throws AppError RUNNER_UNAVAILABLE | RUNNER_BUSY, and the signal's reason; there is no preview then
 */
export async function conductRegrade(
  { deps }: { deps: Pick<Deps, 'submissions' | 'blobs' | 'executor' | 'runtime'> },
  { capsuleId, version, content }: RegradeOrder,
  { memory, signal, onProgress }: JobTools,
): Promise<void> {
  const capsule = await bringBack(content, deps.blobs);
  const submissions = await deps.submissions.outdated(capsuleId, version);
  const changes: RegradeChange[] = [];
  for (const [index, submission] of submissions.entries()) {
    signal.throwIfAborted();
    onProgress({ step: 'regrade', done: index, total: submissions.length });
    const to = await grade(submission);
    if (to) changes.push({ submissionId: submission.id, version, to });
  }
  onProgress({ step: 'regrade', done: submissions.length, total: submissions.length });
  signal.throwIfAborted();
  await deps.submissions.saveChanges(capsuleId, changes);

  /** Null when we could not judge it: that changes nobody's grade. */
  async function grade({ id, source }: Submission): Promise<Grade | null> {
    const known = await memory.get(id);
    if (known !== undefined) return known as unknown as Grade | null;
    const context = { executor: deps.executor, newToken: deps.runtime.newId };
    const { verdict, passed, total } = await judge(capsule, source, context);
    const result = verdict === 'internal_error' ? null : { verdict, passed, total };
    await memory.set(id, result);
    return result;
  }
}
