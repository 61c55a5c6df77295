/** The compile stage of a job: remembered, or done in a slot. */

import type { Command, Compilation } from '../languages/language.ts';
import type { Compilers } from '../pool/compilers.ts';
import type { RunReport, Slot } from '../sandbox/slot.ts';
import type { CompileCache } from './cache/cache.ts';
import type { Compiled } from './cache/entry.ts';
import type { Job, SourceFile } from './job.ts';
import { runStage, type StageContext, toResult } from './stage.ts';
import { Texts } from './text.ts';

/** Largest file a compiler may leave. */
const ARTEFACT_BYTES = 32 * 1024 * 1024;
export const SOURCE_MODE = 0o644;

export interface CompileContext extends StageContext {
  compilers: Compilers;
  cache: CompileCache;
}

/** Whether it is missing, too large or no regular file: there is nothing to run. */
function noArtefact(name: string) {
  return { status: 'RE', message: `The compiler left no ${name}` } as const;
}

/** Null where the job is to be compiled in its slot. */
async function compileResident(
  job: Job,
  compilation: Compilation,
  context: CompileContext,
): Promise<Compiled | null> {
  const { compilers, config, signal } = context;
  const { language, files, compileLimits: limits } = job;
  // It was started with the memory that requests get who ask for none.
  if (!compilation.resident || limits.memoryBytes !== config.compileMemoryBytes) return null;
  const names = compilation.resident.sources(files.map(file => file.name));
  const sources = files.filter(file => names.includes(file.name));
  const compiled = await compilers.compile(language, sources, limits, signal);
  if (!compiled) return null;
  const { report, messages, files: artefacts } = compiled;
  const isCut = messages.length > config.outputBytes;
  const texts = new Texts();
  texts.push('stderr', messages.subarray(0, config.outputBytes));
  const told: RunReport = isCut ? { ...report, reason: 'stderr', cut: ['stderr'] } : report;
  const result = toResult(told, texts, { language, limits, channel: undefined });
  return { result, artefacts: result.status === null ? artefacts : null };
}

async function compileInSlot(
  job: Job,
  compilation: Compilation,
  command: Command,
  slot: Slot,
  context: StageContext,
): Promise<Compiled> {
  for (const file of job.files) slot.writeFile(file.name, file.content, SOURCE_MODE);
  const names = job.files.map(file => file.name);
  const result = await runStage(
    slot,
    {
      language: job.language,
      command,
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
  for (const name of compilation.artefacts(names)) {
    const content = await slot.readFile(name, ARTEFACT_BYTES);
    if (content === null) return { result: { ...result, ...noArtefact(name) }, artefacts: null };
    artefacts.push({ name, content });
  }
  return { result, artefacts };
}

/** Undefined for a language without a compiler. `cleanSlot` is called only when there is something to do. */
export async function compile(
  job: Job,
  cleanSlot: () => Promise<Slot>,
  context: CompileContext,
): Promise<Compiled | undefined> {
  const compilation = job.language.compile;
  if (!compilation) return undefined;
  const names = job.files.map(file => file.name);
  const entry = job.files[0]?.content.toString() ?? '';
  const command = compilation.command(names, job.compileLimits.memoryBytes, entry);
  const compileNow = async () =>
    (await compileResident(job, compilation, context)) ??
    compileInSlot(job, compilation, command, await cleanSlot(), context);
  if (job.withoutCache) return compileNow();
  const key = await context.cache.key(job, command);
  const known = await context.cache.get(key);
  if (known) return { ...known, result: { ...known.result, cached: true } };
  const compiled = await compileNow();
  context.signal.throwIfAborted();
  await context.cache.set(key, compiled);
  return compiled;
}
