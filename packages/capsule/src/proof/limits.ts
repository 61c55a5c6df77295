import type { Capsule } from '../schema/capsule.ts';
import type { Check } from './proof.ts';

const MIN_TIME_MS = 1000;
const HEADROOM = 5;

/** Step 5: the time limit leaves slower machines and honest slower solutions room. */
export function checkLimits(capsule: Capsule, slowestSolutionMs: number): Check {
  const needed = Math.max(MIN_TIME_MS, Math.ceil(HEADROOM * slowestSolutionMs));
  const passed = capsule.limits.timeMs >= needed;
  const summary = passed
    ? `The time limit of ${capsule.limits.timeMs} ms leaves enough room.`
    : `The time limit must be at least ${needed} ms.`;
  return {
    id: 'limits',
    passed,
    summary,
    details: [
      `Slowest run of the solution: ${slowestSolutionMs} ms; needed: max(${MIN_TIME_MS} ms, ${HEADROOM} × that).`,
    ],
  };
}
