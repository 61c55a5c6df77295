import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ApiError, type ApiUser } from './api.ts';

const created = z.object({ id: z.string() });
const job = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  error: z.object({ code: z.string(), retryAfterSeconds: z.number().optional() }).nullable(),
});
const proof = z.object({
  passed: z.boolean(),
  runs: z.number(),
  mutation: z
    .object({
      made: z.number(),
      killed: z.number(),
      equivalent: z.number(),
      survivors: z.array(z.unknown()),
    })
    .nullable(),
  checks: z.array(
    z.object({ id: z.string(), passed: z.boolean(), summary: z.string(), details: z.array(z.string()) }),
  ),
});
const page = z.object({
  data: z.array(
    z.object({ id: z.string(), title: z.string(), language: z.string(), isPublished: z.boolean() }),
  ),
  page: z.object({ nextCursor: z.string().nullable() }),
});
const judgement = z.object({ verdict: z.string(), passed: z.number(), total: z.number() });

/** How often a proof is started that the runner had no place for. */
const MAX_PROOFS = 20;

export type Evidence = z.infer<typeof proof>;
export type Outcome = { ok: true; id: string; evidence: Evidence } | { ok: false; why: string };

/** Creates, proves and publishes a capsule, as its author would. */
export async function publishCapsule(author: ApiUser, document: unknown): Promise<Outcome> {
  try {
    const { id } = created.parse(await author.post('/capsules', document));
    const evidence = await prove(author, id);
    if (!evidence.passed) {
      const failed = evidence.checks.find(check => !check.passed);
      return { ok: false, why: `${failed?.summary} ${failed?.details.slice(0, 3).join(' ')}` };
    }
    await author.post(`/capsules/${id}/publish`);
    return { ok: true, id, evidence };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, why: error.message };
    throw error;
  }
}

/**
 * A proof may take longer than a request should: it is started, asked after, and started again where the runner was
 * busy. @throws ApiError when it ended without evidence
 */
async function prove(author: ApiUser, id: string, attempt = 1): Promise<Evidence> {
  await author.post(`/capsules/${id}/verify`, undefined, { prefer: 'respond-async' });
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 1_000)) {
    const { state, error } = job.parse(await author.get(`/capsules/${id}/verify`));
    if (state === 'done') return proof.parse(await author.get(`/capsules/${id}/proof`));
    if (error?.retryAfterSeconds !== undefined && attempt < MAX_PROOFS) {
      await sleep(error.retryAfterSeconds * 1000);
      return prove(author, id, attempt + 1);
    }
    if (state !== 'running')
      throw new ApiError(503, error?.code ?? state, 'The proof did not end.', undefined);
    await sleep(waitMs);
  }
}

export async function submit(
  learner: ApiUser,
  id: string,
  source: string,
): Promise<z.infer<typeof judgement>> {
  return judgement.parse(await learner.post(`/capsules/${id}/submit`, { source_code: source }));
}

/** Titles, languages and states of all that the asker owns. */
export async function ownCapsules(author: ApiUser): Promise<z.infer<typeof page>['data']> {
  const all = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `?limit=100&cursor=${encodeURIComponent(cursor)}` : '?limit=100';
    const { data, page: position } = page.parse(await author.get(`/capsules/mine${query}`));
    all.push(...data);
    cursor = position.nextCursor;
  }
  return all;
}
