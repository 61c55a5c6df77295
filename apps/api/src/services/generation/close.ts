import type { Deps } from '../../deps.ts';
import type { ErrorCode } from '../../errors/registry.ts';
import type { GenerationEnding, GenerationOrder } from '../../ports/generation.ts';

type Needed = Pick<Deps, 'generationLog' | 'generationJobs' | 'runtime' | 'log'>;

export interface Closing
  extends Pick<GenerationEnding, 'outcome' | 'capsuleId' | 'familyId' | 'repairs' | 'costs'> {
  error: { code: ErrorCode; learnt?: string[] } | null;
}

/** What the asker got, or stopped; a copy out of the cache costs nothing, of the day's generations neither. */
const COUNTED = new Set(['accepted', 'cancelled']);

/** Ends a generation: in the log, which also gives the asker the unit back if it was our fault, then for those who look on. */
export async function closeGeneration(
  { deps }: { deps: Needed },
  { jobId }: Pick<GenerationOrder, 'jobId'>,
  { error, ...closing }: Closing,
): Promise<void> {
  const { outcome, costs, capsuleId, familyId, repairs } = closing;
  const refund = !COUNTED.has(outcome) && error?.code !== 'GENERATION_REFUSED';
  const at = deps.runtime.now().toISOString();
  await deps.generationLog.end(jobId, { ...closing, error: error?.code ?? null, at, refund });
  const isDone = outcome === 'accepted' || outcome === 'cached';
  const change = { costs, capsuleId, familyId, repairs, error, fromCache: outcome === 'cached' };
  await deps.generationJobs.end(jobId, isDone ? 'done' : 'failed', change, { again: outcome === 'given_up' });
  deps.log({
    level: 'info',
    message: 'generation ended',
    jobId,
    outcome,
    error: error?.code ?? null,
    calls: costs.length,
  });
}
