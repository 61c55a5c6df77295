import type { Deps } from '../deps.ts';
import type { JobTools, ProofOrder } from '../ports/jobs.ts';
import { conductProof } from '../services/proof/conduct.ts';
import { JobRun } from './job-run.ts';

/** The proof of one capsule. */
export class ProofRun extends JobRun<ProofOrder> {
  perform(deps: Deps, order: ProofOrder, tools: JobTools): Promise<void> {
    return conductProof({ deps }, order, tools);
  }
}
