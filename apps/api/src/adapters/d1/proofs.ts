import { and, desc, eq } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { ProofStore, StoredProof } from '../../ports/proofs.ts';
import { proofs } from './schema.ts';

/** {@link ProofStore} on D1. */
export function d1Proofs(db: DrizzleD1Database): ProofStore {
  const evidenceOf = (row: { evidence: string } | undefined): StoredProof | null =>
    row ? JSON.parse(row.evidence) : null;
  return {
    async save(capsuleId, proof) {
      const { contentHash, passed, createdAt } = proof;
      const row = { passed, evidence: JSON.stringify(proof), createdAt };
      await db
        .insert(proofs)
        .values({ capsuleId, contentHash, ...row })
        .onConflictDoUpdate({ target: [proofs.capsuleId, proofs.contentHash], set: row });
    },
    async find(capsuleId, contentHash) {
      const where = and(eq(proofs.capsuleId, capsuleId), eq(proofs.contentHash, contentHash));
      return evidenceOf(await db.select().from(proofs).where(where).get());
    },
    async findLatest(capsuleId) {
      const newest = db
        .select()
        .from(proofs)
        .where(eq(proofs.capsuleId, capsuleId))
        .orderBy(desc(proofs.createdAt));
      return evidenceOf(await newest.limit(1).get());
    },
  };
}
