/** Settings: from the environment and a file, validated once. The only file that reads the environment. */

import { availableParallelism, homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError, type ConfigFile, readConfigFile } from './config-file.ts';

export { ConfigError };

const MIB = 1024 * 1024;
const isRoot = process.getuid?.() === 0;
/** A setting `queue` is RUNNER_QUEUE in the environment. */
const PREFIX = 'RUNNER_';

const integer = (fallback: number, min = 1, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

export const settings = z.strictObject({
  host: z.string().default('127.0.0.1').describe('address to listen on'),
  port: integer(2000, 0, 65535).describe('port to listen on; 0 takes a free one'),
  secret: z
    .string()
    .min(16)
    .optional()
    .describe('shared secret of signed requests; required unless the listener is loopback'),
  previous_secret: z
    .string()
    .min(16)
    .optional()
    .describe('secret that is right as well, while clients change to another'),
  metrics_port: integer(0, 0, 65535).describe(
    'port on loopback alone where /metrics needs no signature; 0: none',
  ),
  isolation: z
    .enum(['full', 'degraded'])
    .default('full')
    .describe('full needs root and cgroups; degraded runs without, and holds less'),
  state_dir: z
    .string()
    .default(isRoot ? '/var/lib/devcapsules-runner' : join(homedir(), '.cache', 'devcapsules-runner'))
    .describe('where compiled helpers and staged runtimes live; must be readable by all'),
  languages_dir: z
    .string()
    .optional()
    .describe('folder of further languages; their manifests are code that the service runs'),
  concurrency: integer(availableParallelism()).describe('requests that run at the same time'),
  queue: integer(64, 0).describe('requests that may wait; beyond it: 429'),
  caller_queue: integer(0, 0).describe('of these, those of one caller; 0: half of them'),
  pool_size: integer(availableParallelism() * 2, 0, 256).describe('ready slots kept per language'),
  compilers: integer(1, 0, 16).describe(
    'compilers kept running, of each language that has one; 0: one is started for each compilation',
  ),
  makers: integer(availableParallelism() * 2, 1, 64).describe('slots made at the same time'),
  uid_base: integer(700_000, 1000).describe('first uid of the range given to slots'),
  uid_count: integer(1000, 16).describe('number of uids in that range'),
  cgroup: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/)
    .default('devcapsules-runner')
    .describe('cgroup under which slots are made, in each hierarchy'),
  slot_cpus: z.coerce.number().min(0.1).default(1).describe('processors one slot may use'),
  slot_processes: integer(128, 8).describe('processes and threads of one slot'),
  open_files: integer(1024, 16).describe('open files of one process'),
  disk_mb: integer(64).describe('size of each writable folder, in memory'),
  timeout_ms: integer(3000).describe('wall-clock limit when a request names none'),
  max_timeout_ms: integer(30_000).describe('longest wall-clock or cpu limit a request may ask for'),
  compile_timeout_ms: integer(10_000).describe('wall-clock limit of compilation when a request names none'),
  memory_mb: integer(256, 16).describe('memory limit when a request names none'),
  compile_memory_mb: integer(512, 16).describe('memory limit of compilation when a request names none'),
  max_memory_mb: integer(1024, 16).describe('largest memory limit a request may ask for'),
  compile_cache_memory_mb: integer(32, 0).describe('compiled programs kept in memory; 0 keeps none'),
  compile_cache_disk_mb: integer(256, 0).describe('compiled programs kept on disk; 0 keeps none'),
  output_kb: integer(1024).describe('kept of stdout and of stderr, each'),
  channel_kb: integer(1024).describe('kept of the verdict channel'),
  body_mb: integer(16).describe('largest request body'),
  batch_output_mb: integer(64).describe('output of all cases of one batch together'),
  log_level: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('least level that is logged'),
});

export type Setting = keyof typeof settings.shape;
export type LogLevel = z.infer<typeof settings>['log_level'];
type Environment = Record<string, string | undefined>;

/** Every setting, and where each came from: a variable's name, a file's, or null for its default. */
export interface Settings {
  values: z.infer<typeof settings>;
  origins: Record<Setting, string | null>;
}

export interface Config {
  host: string;
  port: number;
  secret: string | undefined;
  previousSecret: string | undefined;
  /** Null where metrics are only told to those who sign. */
  metricsPort: number | null;
  isolation: 'full' | 'degraded';
  stateDir: string;
  languagesDir: string | undefined;
  concurrency: number;
  queueLength: number;
  callerQueueLength: number;
  poolSize: number;
  compilers: number;
  makers: number;
  uidBase: number;
  uidCount: number;
  cgroup: string;
  slotCpus: number;
  slotProcesses: number;
  openFiles: number;
  diskBytes: number;
  timeoutMs: number;
  maxTimeoutMs: number;
  compileTimeoutMs: number;
  memoryBytes: number;
  compileMemoryBytes: number;
  compileCacheMemoryBytes: number;
  compileCacheDiskBytes: number;
  maxMemoryBytes: number;
  outputBytes: number;
  channelBytes: number;
  bodyBytes: number;
  batchOutputBytes: number;
  logLevel: LogLevel;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A setting's name in the environment. */
export function variableOf(name: string): string {
  return `${PREFIX}${name.toUpperCase()}`;
}

/**
 * Takes each setting from the environment, else from the file, else its default. An unknown name is refused in the
 * file alone: other programs have RUNNER_ variables too. Throws ConfigError naming each setting that is wrong.
 */
export function readSettings(env: Environment = process.env, file: ConfigFile | null = null): Settings {
  const names = settings.keyof().options;
  const given: Record<string, unknown> = { ...file?.values };
  const originOf = (name: string): string | null => {
    if (env[variableOf(name)] !== undefined) return variableOf(name);
    return file && name in file.values ? file.path : null;
  };
  for (const name of names) if (env[variableOf(name)] !== undefined) given[name] = env[variableOf(name)];

  /** How a setting is spelled where it came from. */
  const told = (name: string): string => {
    const origin = originOf(name) ?? variableOf(name);
    return origin === variableOf(name) ? origin : `${name} in ${origin}`;
  };
  const problems = names.filter(name => given[name] === '').map(name => `${told(name)}: is empty`);
  const parsed = settings.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys')
      problems.push(...issue.keys.map(key => `${told(key)}: is unknown`));
    else if (given[String(issue.path[0])] !== '')
      problems.push(`${told(String(issue.path[0]))}: ${issue.message}`);
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems.join('; '));

  const values = parsed.data;
  if (!values.secret && !isLoopback(values.host))
    throw new ConfigError(
      `${variableOf('secret')} is required when ${told('host')} is not loopback (${values.host})`,
    );
  if (values.previous_secret && !values.secret)
    throw new ConfigError(`${told('previous_secret')} is of no use without ${variableOf('secret')}`);
  if (values.memory_mb > values.max_memory_mb)
    throw new ConfigError(`${told('memory_mb')} is larger than ${told('max_memory_mb')}`);
  return {
    values,
    origins: z
      .record(settings.keyof(), z.string().nullable())
      .parse(Object.fromEntries(names.map(name => [name, originOf(name)]))),
  };
}

/** The settings of the environment and of the file that `path`, or else RUNNER_CONFIG, names. Throws ConfigError. */
export function loadSettings(path: string | undefined, env: Environment = process.env): Settings {
  const named = path ?? env[variableOf('config')];
  return readSettings(env, named === undefined ? null : readConfigFile(named));
}

/** The settings of an environment alone, as the service uses them. Throws ConfigError. */
export function readConfig(env: Environment = process.env): Config {
  return toConfig(readSettings(env));
}

/** In the units that the service works with. */
export function toConfig({ values }: Settings): Config {
  return {
    host: values.host,
    port: values.port,
    secret: values.secret,
    previousSecret: values.previous_secret,
    metricsPort: values.metrics_port || null,
    isolation: values.isolation,
    stateDir: values.state_dir,
    languagesDir: values.languages_dir && resolve(values.languages_dir),
    concurrency: values.concurrency,
    queueLength: values.queue,
    callerQueueLength: values.caller_queue || Math.ceil(values.queue / 2),
    poolSize: values.pool_size,
    compilers: values.compilers,
    makers: values.makers,
    uidBase: values.uid_base,
    uidCount: values.uid_count,
    cgroup: values.cgroup,
    slotCpus: values.slot_cpus,
    slotProcesses: values.slot_processes,
    openFiles: values.open_files,
    diskBytes: values.disk_mb * MIB,
    timeoutMs: values.timeout_ms,
    maxTimeoutMs: values.max_timeout_ms,
    compileTimeoutMs: values.compile_timeout_ms,
    memoryBytes: values.memory_mb * MIB,
    compileMemoryBytes: Math.min(values.compile_memory_mb, values.max_memory_mb) * MIB,
    maxMemoryBytes: values.max_memory_mb * MIB,
    compileCacheMemoryBytes: values.compile_cache_memory_mb * MIB,
    compileCacheDiskBytes: values.compile_cache_disk_mb * MIB,
    outputBytes: values.output_kb * 1024,
    channelBytes: values.channel_kb * 1024,
    bodyBytes: values.body_mb * MIB,
    batchOutputBytes: values.batch_output_mb * MIB,
    logLevel: values.log_level,
  };
}
