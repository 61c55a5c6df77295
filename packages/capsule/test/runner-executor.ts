import { startTestRunner } from '../../../apps/runner/test/harness.ts';
import type { Executor } from '../src/execution.ts';
import { batchAnswer, batchBody, resultOf } from '../src/runner/wire.ts';

/** A runner of the test file's own, in all its languages, asked over HTTP as the API asks it. */
export async function startRunnerExecutor(): Promise<{ executor: Executor; close: () => Promise<void> }> {
  const runner = await startTestRunner({ RUNNER_COMPILE_CACHE_MEMORY_MB: '64' });
  const executor: Executor = {
    async runProgram(job) {
      const { status, body } = await runner.post('/api/v2/execute/batch', batchBody(job));
      if (status !== 200) throw new Error(`the runner answered ${status}: ${body.message}`);
      return resultOf(batchAnswer.parse(body));
    },
    async runQuery() {
      throw new Error('the runner runs no SQL');
    },
  };
  return { executor, close: () => runner.close() };
}
