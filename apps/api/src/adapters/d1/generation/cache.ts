import { proofSchema } from '@devcapsules/capsule/proof/proof';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { z } from 'zod';
import type { GenerationCache } from '../../../ports/generation.ts';

const row = z.object({ content: z.string(), evidence: z.string() });

/** {@link GenerationCache} on D1. What a schema of today does not take any more is no hit. */
export function d1GenerationCache(db: D1Database): GenerationCache {
  return {
    async find(key) {
      const found = await db
        .prepare('SELECT content, evidence FROM generation_cache WHERE key = ?')
        .bind(key)
        .first();
      if (!found) return null;
      const { content, evidence } = row.parse(found);
      const parsed = parseCapsule(JSON.parse(content));
      const proof = proofSchema.safeParse(JSON.parse(evidence));
      return parsed.ok && proof.success ? { capsule: parsed.capsule, proof: proof.data } : null;
    },
    async save(key, { capsule, proof }, at) {
      await db
        .prepare(
          'INSERT OR REPLACE INTO generation_cache (key, content, evidence, created_at) VALUES (?, ?, ?, ?)',
        )
        .bind(key, JSON.stringify(capsule), JSON.stringify(proof), at)
        .run();
    },
    async prune(before) {
      const { meta } = await db
        .prepare('DELETE FROM generation_cache WHERE created_at < ?')
        .bind(before)
        .run();
      return meta.changes;
    },
  };
}
