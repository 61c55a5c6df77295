import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Job } from '../../ports/jobs.ts';
import type { StoredProof } from '../../ports/proofs.ts';
import { requireOwn } from './access.ts';

interface Scope {
  deps: Pick<Deps, 'capsules' | 'proofs' | 'proofJobs'>;
  actor: Actor;
}

/** Starts the proof of the draft, or joins the one under way. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function startProof({ deps, actor }: Scope, id: string): Promise<Job> {
  const { content, contentHash } = await requireOwn(deps.capsules, actor, id);
  return deps.proofJobs.start(id, { capsuleId: id, content }, contentHash);
}

/**
 * Proves the draft and waits for the evidence.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | PROOF_CANCELLED | whatever ended the proof
 */
export async function verifyCapsule(scope: Scope, id: string): Promise<StoredProof> {
  const { subject: contentHash } = await startProof(scope, id);
  const job = await scope.deps.proofJobs.wait(id);
  if (job?.state === 'failed' && job.error) {
    const { code, retryAfterSeconds } = job.error;
    throw new AppError(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
  const proof = await scope.deps.proofs.find(id, contentHash);
  // Somebody else of the same account cancelled it, or changed the draft and started anew.
  if (job?.state !== 'done' || !proof) throw new AppError('PROOF_CANCELLED');
  return proof;
}

/** How far the newest proof is. @throws AppError UNAUTHENTICATED | NOT_FOUND, also when none was ever started */
export async function getProofJob({ deps, actor }: Scope, id: string): Promise<Job> {
  await requireOwn(deps.capsules, actor, id);
  return found(await deps.proofJobs.find(id));
}

/** Every change of the proof, as server-sent events. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function followProof({ deps, actor }: Scope, id: string): Promise<ReadableStream<Uint8Array>> {
  await requireOwn(deps.capsules, actor, id);
  found(await deps.proofJobs.find(id));
  return deps.proofJobs.follow(id);
}

/** @throws AppError UNAUTHENTICATED | NOT_FOUND, also when none was ever started */
export async function cancelProof({ deps, actor }: Scope, id: string): Promise<Job> {
  await requireOwn(deps.capsules, actor, id);
  return found(await deps.proofJobs.cancel(id));
}

function found(job: Job | null): Job {
  if (!job) throw new AppError('NOT_FOUND');
  return job;
}
