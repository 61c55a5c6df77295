import type { ProgramLanguage, ProgramLimits } from '@devcapsules/capsule/execution';
import { runInChunks } from '@devcapsules/capsule/judges/chunks';
import { mainFile } from '@devcapsules/capsule/judges/files';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { refundQuota, takeQuota } from '../limits/quota.ts';
import { type CaseExecution, toCase } from './execute.ts';

export interface BatchInput {
  language: ProgramLanguage;
  source: string;
  cases: { stdin: string; args: string[] }[];
  limits: ProgramLimits;
}

export interface BatchExecution {
  /** What the compiler said, when it refused the program; there are no cases then. */
  compile?: { stdout: string; stderr: string; timeMs: number };
  /** One a case, in order. */
  cases: CaseExecution[];
}

/**
 * Runs one program on many inputs; each is one of the day's executions. Once ten inputs have met the time limit
 * together, the rest is not run. What could not be run for our fault is not counted.
 * @throws AppError QUOTA_EXCEEDED | RUNNER_UNAVAILABLE | RUNNER_BUSY
 */
export async function executeBatch(
  { deps, actor }: { deps: Pick<Deps, 'quotas' | 'runtime' | 'executor'>; actor: Actor },
  { language, source, cases, limits }: BatchInput,
): Promise<BatchExecution> {
  await takeQuota({ deps, actor }, 'executions', cases.length);
  try {
    const files = [mainFile(language, source)];
    const result = await runInChunks(deps.executor, { language, files, cases, limits });
    if (!result.compile || result.compile.ok) return { cases: result.cases.map(toCase) };
    const { stdout, stderr, timeMs } = result.compile;
    return { compile: { stdout, stderr, timeMs }, cases: [] };
  } catch (error) {
    await refundQuota({ deps }, actor, 'executions', cases.length);
    throw error;
  }
}
