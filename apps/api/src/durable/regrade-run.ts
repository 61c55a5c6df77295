import type { Deps } from '../deps.ts';
import type { JobTools, RegradeOrder } from '../ports/jobs.ts';
import { conductRegrade } from '../services/regrade/conduct.ts';
import { JobRun } from './job-run.ts';

/** The regrade of one capsule. */
export class RegradeRun extends JobRun<RegradeOrder> {
  perform(deps: Deps, order: RegradeOrder, tools: JobTools): Promise<void> {
    return conductRegrade({ deps }, order, tools);
  }
}
