/** The wire format: Piston v2's, and the batch route beside it. */

import semver from 'semver';
import { z } from 'zod';
import type { Config } from '../config.ts';
import {
  type Job,
  type JobCase,
  OUTPUT_ENCODINGS,
  type OutputEncoding,
  type StageLimits,
  type StageResult,
} from '../jobs/job.ts';
import type { Language } from '../languages/language.ts';
import { HttpError } from './errors.ts';

export const MAX_CASES = 200;
const MAX_FILES = 100;
/** All arguments of one process together, in bytes; Linux takes no more than 128 KiB in one. */
const MAX_ARGS_BYTES = 100_000;
const MAX_ARGS = 256;
const MAX_NAME_BYTES = 255;
const MAX_PATH_BYTES = 1000;
/** Less than this no interpreter starts. */
const MIN_MEMORY_BYTES = 8 * 1024 * 1024;

function isPlainPath(name: string): boolean {
  if (Buffer.byteLength(name) > MAX_PATH_BYTES) return false;
  return name.split('/').every(part => {
    const plain = part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= MAX_NAME_BYTES;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
    return plain && !/[\u0000-\u001f\u007f]/.test(part) && part.isWellFormed();
  });
}

const file = z.strictObject({
  name: z.string().refine(isPlainPath, 'must be a plain relative path').optional(),
  content: z.string(),
  encoding: z.enum(['utf8', 'base64', 'hex']).default('utf8'),
});

const args = z
  .array(z.string().refine(arg => !arg.includes('\0'), 'must not contain NUL'))
  .max(MAX_ARGS)
  .refine(
    all => all.reduce((sum, arg) => sum + Buffer.byteLength(arg) + 1, 0) <= MAX_ARGS_BYTES,
    `must be at most ${MAX_ARGS_BYTES} bytes together`,
  )
  .default([]);

const limit = z.number().int();

const head = {
  language: z.string().min(1).max(64),
  version: z
    .string()
    .max(64)
    .refine(range => semver.validRange(range) !== null, 'must be a semver range'),
  files: z.array(file).min(1).max(MAX_FILES),
  compile_timeout: limit.optional(),
  run_timeout: limit.optional(),
  compile_cpu_time: limit.optional(),
  run_cpu_time: limit.optional(),
  compile_memory_limit: limit.optional(),
  run_memory_limit: limit.optional(),
  output_encoding: z.enum(OUTPUT_ENCODINGS).default('utf8'),
};

export const executeRequest = z.object({ ...head, stdin: z.string().default(''), args });

export const batchRequest = z.object({
  ...head,
  cases: z
    .array(
      z.strictObject({
        stdin: z.string().default(''),
        args,
        channel: z.string().optional(),
        hash_seed: z.number().int().min(0).max(4_294_967_295).optional(),
      }),
    )
    .min(1)
    .max(MAX_CASES),
  stop_on_failure: z.boolean().default(false),
});

type Head = Omit<z.infer<typeof executeRequest>, 'stdin' | 'args'>;
type WireFile = z.infer<typeof file>;

/** Parses JSON by a schema. Throws HttpError 400 naming the first field that is wrong. */
export function parse<T>(schema: z.ZodType<T>, body: Buffer): T {
  let json: unknown;
  try {
    json = JSON.parse(body.toString());
  } catch {
    throw new HttpError(400, 'the body must be JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.');
  throw new HttpError(400, field ? `${field}: ${issue?.message}` : `${issue?.message ?? 'invalid'}`);
}

function findLanguage(languages: Language[], name: string, range: string): Language {
  const found = languages.find(
    one => (one.id === name || one.aliases.includes(name)) && semver.satisfies(one.version, range),
  );
  if (!found) throw new HttpError(400, `language: ${name}-${range} runtime is unknown`);
  return found;
}

function decode(one: WireFile, index: number): Buffer {
  const content = Buffer.from(one.content, one.encoding);
  const lossless =
    one.encoding === 'utf8' ||
    (one.encoding === 'hex'
      ? content.length * 2 === one.content.length
      : content.toString('base64').replace(/=+$/, '') === one.content.replace(/=+$/, ''));
  if (!lossless) throw new HttpError(400, `files.${index}.content: is not ${one.encoding}`);
  return content;
}

/** Names must neither repeat nor be both a file and a folder. */
function refuseClashes(names: string[]): void {
  const taken = new Set(names);
  const clash = names.findIndex(
    (name, index) =>
      names.indexOf(name) !== index ||
      name.split('/').some((_, depth, parts) => depth > 0 && taken.has(parts.slice(0, depth).join('/'))),
  );
  if (clash >= 0) throw new HttpError(400, `files.${clash}.name: clashes with another file`);
}

function toFiles(files: WireFile[], language: Language, config: Config): Job['files'] {
  const decoded = files.map((one, index) => ({
    name: one.name ?? (index === 0 ? language.defaultFileName : `file${index}.code`),
    content: decode(one, index),
  }));
  refuseClashes(decoded.map(one => one.name));
  if (decoded.reduce((sum, one) => sum + one.content.length, 0) > config.diskBytes / 2)
    throw new HttpError(400, `files: must be at most ${config.diskBytes / 2} bytes together`);
  return decoded;
}

function toLimit(
  field: string,
  value: number | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (value === undefined || value === -1) return fallback;
  if (value < min || value > max) throw new HttpError(400, `${field}: must be from ${min} to ${max}`);
  return value;
}

function toLimits(request: Head, stage: 'compile' | 'run', config: Config): StageLimits {
  const fallbackMs = stage === 'run' ? config.timeoutMs : config.compileTimeoutMs;
  const fallbackBytes = stage === 'run' ? config.memoryBytes : config.compileMemoryBytes;
  const wall = `${stage}_timeout` as const;
  const cpu = `${stage}_cpu_time` as const;
  const memory = `${stage}_memory_limit` as const;
  const wallMs = toLimit(wall, request[wall], fallbackMs, 1, config.maxTimeoutMs);
  return {
    wallMs,
    cpuMs: toLimit(
      cpu,
      request[cpu],
      Math.ceil(wallMs * Math.max(1, config.slotCpus)),
      1,
      config.maxTimeoutMs,
    ),
    memoryBytes: toLimit(memory, request[memory], fallbackBytes, MIN_MEMORY_BYTES, config.maxMemoryBytes),
  };
}

/** Throws HttpError 400 for what no schema can tell: unknown runtimes, limits out of range, clashing names. */
export function toJob(
  request: Head,
  cases: JobCase[],
  stopOnFailure: boolean,
  languages: Language[],
  config: Config,
): Job {
  const language = findLanguage(languages, request.language, request.version);
  return {
    language,
    files: toFiles(request.files, language, config),
    cases,
    compileLimits: toLimits(request, 'compile', config),
    runLimits: toLimits(request, 'run', config),
    stopOnFailure,
    outputEncoding: request.output_encoding,
  };
}

export function toCase(one: z.infer<typeof batchRequest>['cases'][number]): JobCase {
  return { stdin: Buffer.from(one.stdin), args: one.args, channel: one.channel, hashSeed: one.hash_seed };
}

/** One case of a job. Times in milliseconds, memory in bytes. */
export function fromCase(result: StageResult) {
  return {
    stdout: result.stdout,
    stderr: result.stderr,
    output: result.output,
    code: result.code,
    signal: result.signal,
    message: result.message,
    status: result.status,
    cpu_time: Math.round(result.cpuMs),
    wall_time: Math.round(result.wallMs),
    memory: result.memoryBytes,
    truncated: result.truncated,
    ...(result.channel === undefined ? {} : { channel: result.channel }),
  };
}

function fromCompile(result: StageResult, encoding: OutputEncoding) {
  const told = (text: string) => (encoding === 'base64' ? Buffer.from(text).toString('base64') : text);
  return {
    ...fromCase(result),
    stdout: told(result.stdout),
    stderr: told(result.stderr),
    output: told(result.output),
    // Ours: the times are those of the compilation that was done before.
    ...(result.cached && { cached: true }),
  };
}

/** What comes before the cases. */
export function fromHead({ language, outputEncoding }: Job, compile: StageResult | undefined) {
  return {
    language: language.id,
    version: language.version,
    ...(compile ? { compile: fromCompile(compile, outputEncoding) } : {}),
  };
}

export function fromLanguage({ id, version, aliases, runtime }: Language) {
  return { language: id, version, aliases, ...(runtime === undefined ? {} : { runtime }) };
}
