import type { Executor, ProgramJob, ProgramOutcome, ProgramResult } from '../execution.ts';

/** A program that spins costs at most this many time limits, however many tests there are. */
const CHUNK = 10;

const NOT_RUN: ProgramOutcome = {
  status: 'not_run',
  stdout: '',
  stderr: '',
  exitCode: null,
  signal: null,
  timeMs: 0,
  memoryKb: 0,
};

/** Runs a job's cases a chunk at a time; after a chunk in which a case met its time limit, the rest is not run. */
export async function runInChunks(executor: Executor, job: ProgramJob): Promise<ProgramResult> {
  const cases: ProgramOutcome[] = [];
  while (cases.length < job.cases.length) {
    const chunk = job.cases.slice(cases.length, cases.length + CHUNK);
    const result = await executor.runProgram({ ...job, cases: chunk });
    if (result.compile && !result.compile.ok) return result;
    cases.push(...result.cases);
    // Fewer outcomes than cases is the executor's fault: the judge says so of the tests that have none.
    if (result.cases.length < chunk.length) break;
    if (result.cases.some(({ status }) => status === 'time_limit')) {
      cases.push(...Array<ProgramOutcome>(job.cases.length - cases.length).fill(NOT_RUN));
    }
  }
  return { cases };
}
