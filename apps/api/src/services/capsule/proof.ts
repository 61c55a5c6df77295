import { renderReport } from '@devcapsules/capsule/proof/report';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { StoredProof } from '../../ports/proofs.ts';
import { requireOwn } from './access.ts';

export interface ProofView extends StoredProof {
  /** Whether the evidence is of the draft as it is now. */
  fresh: boolean;
  /** The evidence as Markdown. */
  report: string;
}

/** The newest evidence. @throws AppError UNAUTHENTICATED | NOT_FOUND, also when nothing was ever proven */
export async function getProof(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'proofs'>; actor: Actor },
  id: string,
): Promise<ProofView> {
  const { content, contentHash } = await requireOwn(deps.capsules, actor, id);
  const proof = (await deps.proofs.find(id, contentHash)) ?? (await deps.proofs.findLatest(id));
  if (!proof) throw new AppError('NOT_FOUND');
  return { ...proof, fresh: proof.contentHash === contentHash, report: renderReport(content.title, proof) };
}
