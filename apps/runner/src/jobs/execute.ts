/** Carries out a job: compile once, then each case as a process of its own in a clean slot. */

import type { Pool } from '../pool/pool.ts';
import { type Slot, SlotFailure } from '../sandbox/slot.ts';
import type { Job, JobCase, JobResult, SourceFile, StageResult } from './job.ts';
import { runStage, type StageContext } from './stage.ts';

/** Largest file a compiler may leave. */
const ARTEFACT_BYTES = 32 * 1024 * 1024;
const SOURCE_MODE = 0o644;
const ARTEFACT_MODE = 0o755;

export interface ExecuteContext extends StageContext {
  pool: Pool;
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
    if (this.#slot && this.#used && !this.#slot.failed) {
      try {
        await this.#slot.clean();
      } catch (error) {
        if (!(error instanceof SlotFailure)) throw error;
      }
    }
    if (this.#slot?.failed) this.release();
    this.#slot ??= await this.#pool.acquire(this.#job.language);
    this.#used = true;
    return this.#slot;
  }

  release(): void {
    if (this.#slot) this.#pool.release(this.#slot);
    this.#slot = null;
  }
}

interface Compiled {
  result: StageResult;
  artefacts: SourceFile[] | null;
}

async function compile(job: Job, lease: Lease, context: ExecuteContext): Promise<Compiled | undefined> {
  const { compile } = job.language;
  if (!compile) return undefined;
  const slot = await lease.clean();
  for (const file of job.files) slot.writeFile(file.name, file.content, SOURCE_MODE);
  const names = job.files.map(file => file.name);
  const result = await runStage(
    slot,
    {
      language: job.language,
      command: compile.command(names),
      gate: null,
      stdin: Buffer.alloc(0),
      channel: undefined,
      limits: job.compileLimits,
      outputBytes: context.config.outputBytes,
    },
    context,
  );
  if (result.status !== null) return { result, artefacts: null };
  const artefacts: SourceFile[] = [];
  for (const name of compile.artefacts(names)) {
    const content = await slot.readFile(name, ARTEFACT_BYTES);
    if (content === null) throw new Error(`the compiler left no ${name}, or a too large one`);
    artefacts.push({ name, content });
  }
  return { result, artefacts };
}

async function runCase(
  job: Job,
  files: SourceFile[],
  mode: number,
  one: JobCase,
  outputBytes: number,
  lease: Lease,
  context: ExecuteContext,
): Promise<StageResult> {
  const slot = await lease.clean();
  for (const file of files) slot.writeFile(file.name, file.content, mode);
  const input = { entry: job.files[0]?.name ?? '', args: one.args, hashSeed: one.hashSeed };
  const withChannel = one.channel !== undefined;
  return runStage(
    slot,
    {
      language: job.language,
      command: job.language.command(input),
      gate: job.language.warmth?.gate({ ...input, withChannel }) ?? null,
      stdin: one.stdin,
      channel: one.channel,
      limits: job.runLimits,
      outputBytes,
    },
    context,
  );
}

/** Runs the whole job. Rejects only for a fault of the runner itself, or when `context.signal` is aborted. */
export async function execute(job: Job, context: ExecuteContext): Promise<JobResult> {
  const lease = new Lease(job, context.pool);
  try {
    const compiled = await compile(job, lease, context);
    const cases: StageResult[] = [];
    if (compiled && compiled.artefacts === null) return { compile: compiled.result, cases };
    const files = compiled?.artefacts ?? job.files;
    const mode = compiled ? ARTEFACT_MODE : SOURCE_MODE;
    let outputBytes = context.config.batchOutputBytes;
    for (const one of job.cases) {
      context.signal.throwIfAborted();
      const result = await runCase(job, files, mode, one, outputBytes, lease, context);
      context.signal.throwIfAborted();
      outputBytes -= Buffer.byteLength(result.output) + Buffer.byteLength(result.channel ?? '');
      outputBytes = Math.max(0, outputBytes);
      cases.push(result);
      if (result.status !== null && job.stopOnFailure) break;
    }
    return { compile: compiled?.result, cases };
  } finally {
    lease.release();
  }
}
