import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { CachedGeneration, GenerationOrder, Revision } from '../../ports/generation.ts';
import { takeIn } from '../capsule/content.ts';

/**
 * Stores what was made as a draft of whoever asked, with its proof. It has the job's id, so that doing it again changes
 * nothing.
 * @throws AppError LIMIT_REACHED
 */
export async function saveGenerated(
  { deps }: { deps: Pick<Deps, 'capsules' | 'proofs' | 'blobs' | 'runtime' | 'members'> },
  { jobId, userId, createdAt }: Pick<GenerationOrder, 'jobId' | 'userId' | 'createdAt'>,
  { capsule, proof }: CachedGeneration,
): Promise<void> {
  if (!(await deps.capsules.find(jobId))) {
    const member = await deps.members.find(userId);
    const limit = member ? PLANS[member.plan].capsules : 0;
    const content = await takeIn(capsule, deps);
    const inserted = await deps.capsules.insert({ id: jobId, creatorId: userId, ...content }, limit);
    if (!inserted) throw new AppError('LIMIT_REACHED', { details: { what: 'capsules', limit } });
  }
  await saveProof({ deps }, jobId, proof, createdAt);
}

/**
 * Makes what was made the next version of a draft, with its proof. Doing it again changes nothing.
 * @throws AppError VERSION_CONFLICT when the draft has changed meanwhile, or is gone
 */
export async function saveRevision(
  { deps }: { deps: Pick<Deps, 'capsules' | 'proofs' | 'blobs' | 'runtime'> },
  { capsuleId, version }: Revision,
  { capsule, proof }: CachedGeneration,
  createdAt: string,
): Promise<void> {
  const content = await takeIn(capsule, deps);
  if (!(await deps.capsules.update(capsuleId, version, content))) {
    const head = await deps.capsules.find(capsuleId);
    const isOurs = head?.version === version + 1 && head.contentHash === content.contentHash;
    if (!isOurs) throw new AppError('VERSION_CONFLICT');
  }
  await saveProof({ deps }, capsuleId, proof, createdAt);
}

async function saveProof(
  { deps }: { deps: Pick<Deps, 'proofs' | 'runtime'> },
  capsuleId: string,
  proof: CachedGeneration['proof'],
  createdAt: string,
): Promise<void> {
  const now = deps.runtime.now();
  const durationMs = now.getTime() - Date.parse(createdAt);
  await deps.proofs.save(capsuleId, { ...proof, createdAt: now.toISOString(), durationMs });
}
