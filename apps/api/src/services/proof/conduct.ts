import { prove } from '@devcapsules/capsule/proof/prove';
import type { Deps } from '../../deps.ts';
import type { JobTools, ProofOrder } from '../../ports/jobs.ts';
import { bringBack } from '../content/blobs.ts';

/** Answers judged side by side: as many as keep a small runner busy, few enough to leave room for learners. */
const WIDTH = 3;

/**
 * Proves a draft by execution and keeps the evidence with the content's hash.
 * @throws AppError RUNNER_UNAVAILABLE | RUNNER_BUSY, and the signal's reason; no evidence is kept then
 */
export async function conductProof(
  { deps }: { deps: Pick<Deps, 'proofs' | 'blobs' | 'executor' | 'runtime' | 'makeMutants'> },
  { capsuleId, content }: ProofOrder,
  { startedAt, memory, signal, onProgress }: JobTools,
): Promise<void> {
  const proof = await prove(await bringBack(content, deps.blobs), {
    executor: deps.executor,
    newToken: deps.runtime.newId,
    makeMutants: deps.makeMutants,
    now: () => deps.runtime.now().getTime(),
    width: WIDTH,
    memory,
    signal,
    onProgress,
  });
  signal.throwIfAborted();
  const endedAt = deps.runtime.now();
  await deps.proofs.save(capsuleId, {
    ...proof,
    createdAt: endedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
  });
}
