import type { Proof } from '@devcapsules/capsule/proof/proof';

export interface StoredProof extends Proof {
  createdAt: string;
  durationMs: number;
}

/** One proof a capsule and content; proving the same content again replaces it. */
export interface ProofStore {
  save(capsuleId: string, proof: StoredProof): Promise<void>;
  find(capsuleId: string, contentHash: string): Promise<StoredProof | null>;
  /** The newest, whichever content it is of. */
  findLatest(capsuleId: string): Promise<StoredProof | null>;
}
