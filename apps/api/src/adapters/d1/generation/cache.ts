import { proofSchema } from '@devcapsules/capsule/proof/proof';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { similarity } from '@devcapsules/generation/embedder';
import { z } from 'zod';
import type { CachedGeneration, GenerationCache } from '../../../ports/generation.ts';
import { packed, unpacked } from './vector.ts';

const row = z.object({ content: z.string(), evidence: z.string() });
const vectorRow = z.object({ key: z.string(), vector: z.string() });

/**
 * So many of the newest are compared with, one by one: half a megabyte and some milliseconds at 1536 dimensions. An index
 * of vectors (Vectorize, with the scope as its namespace) would take the place of this table when that is too few.
 */
const MAX_COMPARED = 300;

/** {@link GenerationCache} on D1. What a schema of today does not take any more is no hit. */
export function d1GenerationCache(db: D1Database): GenerationCache {
  async function find(key: string): Promise<CachedGeneration | null> {
    const found = await db
      .prepare('SELECT content, evidence FROM generation_cache WHERE key = ?')
      .bind(key)
      .first();
    if (!found) return null;
    const { content, evidence } = row.parse(found);
    const parsed = parseCapsule(JSON.parse(content));
    const proof = proofSchema.safeParse(JSON.parse(evidence));
    return parsed.ok && proof.success ? { capsule: parsed.capsule, proof: proof.data } : null;
  }

  return {
    find,
    async findNear({ scope, vector }, minSimilarity) {
      const { results } = await db
        .prepare('SELECT key, vector FROM prompt_vectors WHERE scope = ? ORDER BY created_at DESC LIMIT ?')
        .bind(scope, MAX_COMPARED)
        .all();
      let [nearest, most]: [string | null, number] = [null, minSimilarity];
      for (const found of results) {
        const { key, vector: text } = vectorRow.parse(found);
        const alike = similarity(vector, unpacked(text));
        if (alike >= most) [nearest, most] = [key, alike];
      }
      return nearest === null ? null : find(nearest);
    },
    async save(key, { capsule, proof }, at, prompt) {
      const entry = db
        .prepare(
          'INSERT OR REPLACE INTO generation_cache (key, content, evidence, created_at) VALUES (?, ?, ?, ?)',
        )
        .bind(key, JSON.stringify(capsule), JSON.stringify(proof), at);
      const place = prompt
        ? [
            db
              .prepare(
                'INSERT OR REPLACE INTO prompt_vectors (key, scope, vector, created_at) VALUES (?, ?, ?, ?)',
              )
              .bind(key, prompt.scope, packed(prompt.vector), at),
          ]
        : [];
      await db.batch([entry, ...place]);
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
