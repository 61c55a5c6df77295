import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { QueryJob, QueryOutcome } from '@devcapsules/capsule/execution';
import type { QueryMessage } from './query-protocol.ts';

/** What starting the process and building a database may take, on a busy machine too. */
const BUILD_MS = 30_000;
const NOTHING = { result: null, timeMs: 0, memoryKb: 0 };
const NEVER_BUILT: QueryOutcome = {
  ...NOTHING,
  status: 'setup_error',
  message: `The database was not built within ${BUILD_MS / 1000} s.`,
};
const LOST: QueryOutcome = { ...NOTHING, status: 'internal', message: 'The process that ran it was lost.' };

/**
 * Runs an author's own SQL in processes of their own, which are ended when a query never does. This SQLite
 * is the one in Node, with a clock for a limit: the server's, which counts operations, is what counts.
 */
export function queryRunner(signal: AbortSignal): (job: QueryJob) => Promise<QueryOutcome[]> {
  const idle: ChildProcess[] = [];
  return async job => {
    const outcomes: QueryOutcome[] = [];
    while (outcomes.length < job.cases.length) {
      signal.throwIfAborted();
      const child = idle.pop() ?? fork(join(import.meta.dirname, 'query-process.ts'), { stdio: QUIET });
      const rest = { ...job, cases: job.cases.slice(outcomes.length) };
      outcomes.push(...(await runUntilEnded(child, rest, signal)));
      if (!child.connected) continue;
      // One that waits for work does not keep the command from ending, and ends with it.
      child.unref();
      child.channel?.unref();
      idle.push(child);
    }
    return outcomes;
  };
}

const QUIET: ('ignore' | 'ipc')[] = ['ignore', 'ignore', 'ignore', 'ipc'];

/** The outcomes up to the first case that had to be ended with its process; at least one. */
function runUntilEnded(child: ChildProcess, job: QueryJob, signal: AbortSignal): Promise<QueryOutcome[]> {
  const { timeMs } = job.limits;
  const overTime: QueryOutcome = {
    ...NOTHING,
    status: 'time_limit',
    message: 'The query took too long.',
    timeMs,
  };
  const outcomes: QueryOutcome[] = [];
  const end = () => child.kill('SIGKILL');
  let timer: NodeJS.Timeout;
  return new Promise<QueryOutcome[]>((resolve, reject) => {
    const allow = (ms: number, otherwise: QueryOutcome) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // What it says from now on comes too late.
        child.removeAllListeners('message');
        outcomes.push(otherwise);
        end();
      }, ms);
    };
    child.on('message', (message: QueryMessage) => {
      if (message.kind === 'built') return allow(timeMs, overTime);
      outcomes.push(message.outcome);
      if (outcomes.length < job.cases.length) allow(BUILD_MS, NEVER_BUILT);
      else resolve(outcomes);
    });
    child.on('error', reject);
    child.on('exit', () => {
      if (signal.aborted) reject(signal.reason);
      else resolve(outcomes.length === 0 ? [LOST] : outcomes);
    });
    signal.addEventListener('abort', end, { once: true });
    allow(BUILD_MS, NEVER_BUILT);
    child.ref();
    child.channel?.ref();
    child.send(job);
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event);
  });
}
