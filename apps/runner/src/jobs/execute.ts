/** Carries out a job: compile once, then each case as a process of its own in a clean slot. */

import type { Pool } from '../pool/pool.ts';
import { SlotFailure } from '../sandbox/connection.ts';
import type { Slot } from '../sandbox/slot.ts';
import type { Admission } from './admission.ts';
import { type CompileContext, compile, SOURCE_MODE } from './compile.ts';
import type { Job, JobCase, JobObserver, JobResult, SourceFile, StageResult } from './job.ts';
import { runStage } from './stage.ts';

const ARTEFACT_MODE = 0o755;

export interface ExecuteContext extends CompileContext {
  pool: Pool;
  /** Where places for further lanes come from. */
  admission: Admission;
  observer: JobObserver | undefined;
}

/** The slot in use; replaced when it is lost, cleaned when it has run something. */
class Lease {
  readonly #job: Job;
  readonly #pool: Pool;
  #slot: Slot | null = null;
  #used = false;

  constructor(job: Job, pool: Pool) {
    this.#job = job;
    this.#pool = pool;
  }

  async clean(): Promise<Slot> {
    const { language } = this.#job;
    if (this.#used && language.warmth?.spread && this.#pool.hasPlenty(language)) this.release();
    if (this.#slot && this.#used && !this.#slot.failed) {
      try {
        await this.#slot.clean();
      } catch (error) {
        if (!(error instanceof SlotFailure)) throw error;
      }
    }
    if (this.#slot?.failed) this.release();
    this.#slot ??= await this.#pool.acquire(language);
    this.#used = true;
    return this.#slot;
  }

  release(): void {
    if (this.#slot) this.#pool.release(this.#slot);
    this.#slot = null;
  }
}

async function runCase(
  job: Job,
  program: Program,
  one: JobCase,
  outputBytes: number,
  lease: Lease,
  context: ExecuteContext,
): Promise<StageResult> {
  const slot = await lease.clean();
  for (const file of program.files) slot.writeFile(file.name, file.content, program.mode);
  const input = {
    entry: job.files[0]?.name ?? '',
    args: one.args,
    hashSeed: one.hashSeed,
    memoryBytes: job.runLimits.memoryBytes,
  };
  const withChannel = one.channel !== undefined;
  const waitingMemoryBytes = context.config.memoryBytes;
  return runStage(
    slot,
    {
      language: job.language,
      command: job.language.command(input),
      gate: job.language.warmth?.gate({ ...input, withChannel, waitingMemoryBytes }) ?? null,
      stdin: one.stdin,
      channel: one.channel,
      limits: job.runLimits,
      outputBytes,
      encoding: job.outputEncoding,
      ...(one.terminal ? { terminal: one.terminal } : {}),
    },
    context,
  );
}

interface Program {
  files: SourceFile[];
  mode: number;
}

/**
 * Runs cases side by side: one lane is the job's own, others are places that are free at the moment.
 * Lanes take cases in order, so that when one fails every case before it has been taken.
 */
async function runCases(
  job: Job,
  program: Program,
  lease: Lease,
  context: ExecuteContext,
): Promise<StageResult[]> {
  const results: StageResult[] = [];
  let next = 0;
  let failed = false;
  let outputBytes = context.config.batchOutputBytes;

  async function lane(lease: Lease): Promise<void> {
    while (!(failed && job.stopOnFailure)) {
      const index = next++;
      const one = job.cases[index];
      if (!one) return;
      const result = await runCase(job, program, one, outputBytes, lease, context);
      context.signal.throwIfAborted();
      const used = Buffer.byteLength(result.output) + Buffer.byteLength(result.channel ?? '');
      outputBytes = Math.max(0, outputBytes - used);
      results[index] = result;
      context.observer?.ended(index, result);
      failed ||= result.status !== null;
    }
  }

  async function borrowedLane(giveBack: () => void): Promise<void> {
    const own = new Lease(job, context.pool);
    try {
      await lane(own);
    } finally {
      own.release();
      giveBack();
    }
  }

  const lanes = [lane(lease)];
  while (lanes.length < job.cases.length) {
    const giveBack = context.admission.borrow();
    if (!giveBack) break;
    lanes.push(borrowedLane(giveBack));
  }
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const first = results.findIndex(one => one.status !== null);
  return job.stopOnFailure && first >= 0 ? results.slice(0, first + 1) : results;
}

/** Runs the whole job. Rejects only for a fault of the runner itself, or when `context.signal` is aborted. */
export async function execute(job: Job, context: ExecuteContext): Promise<JobResult> {
  const lease = new Lease(job, context.pool);
  try {
    const compiled = await compile(job, () => lease.clean(), context);
    context.observer?.compiled(compiled?.result);
    if (compiled && compiled.artefacts === null) return { compile: compiled.result, cases: [] };
    const program = compiled?.artefacts
      ? { files: compiled.artefacts, mode: ARTEFACT_MODE }
      : { files: job.files, mode: SOURCE_MODE };
    return { compile: compiled?.result, cases: await runCases(job, program, lease, context) };
  } finally {
    lease.release();
  }
}
