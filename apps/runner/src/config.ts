/** Settings: the only file that reads the environment. */

import { availableParallelism, homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const MIB = 1024 * 1024;
const isRoot = process.getuid?.() === 0;

const integer = (fallback: number, min = 1, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

const environment = z.object({
  RUNNER_HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  RUNNER_PORT: integer(2000, 0, 65535).describe('port to listen on; 0 takes a free one'),
  RUNNER_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe('shared secret of signed requests; required unless the listener is loopback'),
  RUNNER_ISOLATION: z
    .enum(['full', 'degraded'])
    .default('full')
    .describe('full needs root and cgroups; degraded runs without, and holds less'),
  RUNNER_STATE_DIR: z
    .string()
    .default(isRoot ? '/var/lib/devcapsules-runner' : join(homedir(), '.cache', 'devcapsules-runner'))
    .describe('where compiled helpers and staged runtimes live; must be readable by all'),
  RUNNER_LANGUAGES_DIR: z
    .string()
    .optional()
    .describe('folder of further languages; their manifests are code that the service runs'),
  RUNNER_CONCURRENCY: integer(availableParallelism()).describe('requests that run at the same time'),
  RUNNER_QUEUE: integer(64, 0).describe('requests that may wait; beyond it: 429'),
  RUNNER_CALLER_QUEUE: integer(0, 0).describe('of these, those of one caller; 0: half of them'),
  RUNNER_POOL_SIZE: integer(availableParallelism() * 2, 0, 256).describe('ready slots kept per language'),
  RUNNER_MAKERS: integer(availableParallelism() * 2, 1, 64).describe('slots made at the same time'),
  RUNNER_UID_BASE: integer(700_000, 1000).describe('first uid of the range given to slots'),
  RUNNER_UID_COUNT: integer(1000, 16).describe('number of uids in that range'),
  RUNNER_CGROUP: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/)
    .default('devcapsules-runner')
    .describe('cgroup under which slots are made, in each hierarchy'),
  RUNNER_SLOT_CPUS: z.coerce.number().min(0.1).default(1).describe('processors one slot may use'),
  RUNNER_SLOT_PROCESSES: integer(128, 8).describe('processes and threads of one slot'),
  RUNNER_OPEN_FILES: integer(1024, 16).describe('open files of one process'),
  RUNNER_DISK_MB: integer(64).describe('size of each writable folder, in memory'),
  RUNNER_TIMEOUT_MS: integer(3000).describe('wall-clock limit when a request names none'),
  RUNNER_MAX_TIMEOUT_MS: integer(30_000).describe('longest wall-clock or cpu limit a request may ask for'),
  RUNNER_COMPILE_TIMEOUT_MS: integer(10_000).describe(
    'wall-clock limit of compilation when a request names none',
  ),
  RUNNER_MEMORY_MB: integer(256, 16).describe('memory limit when a request names none'),
  RUNNER_COMPILE_MEMORY_MB: integer(512, 16).describe(
    'memory limit of compilation when a request names none',
  ),
  RUNNER_COMPILE_CACHE_MEMORY_MB: integer(32, 0).describe('compiled programs kept in memory; 0 keeps none'),
  RUNNER_COMPILE_CACHE_DISK_MB: integer(256, 0).describe('compiled programs kept on disk; 0 keeps none'),
  RUNNER_MAX_MEMORY_MB: integer(1024, 16).describe('largest memory limit a request may ask for'),
  RUNNER_OUTPUT_KB: integer(1024).describe('kept of stdout and of stderr, each'),
  RUNNER_CHANNEL_KB: integer(1024).describe('kept of the verdict channel'),
  RUNNER_BODY_MB: integer(16).describe('largest request body'),
  RUNNER_BATCH_OUTPUT_MB: integer(64).describe('output of all cases of one batch together'),
  RUNNER_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('least level that is logged'),
});

export type LogLevel = z.infer<typeof environment>['RUNNER_LOG_LEVEL'];

export interface Config {
  host: string;
  port: number;
  secret: string | undefined;
  isolation: 'full' | 'degraded';
  stateDir: string;
  languagesDir: string | undefined;
  concurrency: number;
  queueLength: number;
  callerQueueLength: number;
  poolSize: number;
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

/** A setting that cannot be used; the message is one line for the operator. */
export class ConfigError extends Error {}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Reads and validates the settings. Throws ConfigError naming each variable that is wrong. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(issues.join('; '));
  }
  const e = parsed.data;
  if (!e.RUNNER_SECRET && !isLoopback(e.RUNNER_HOST))
    throw new ConfigError(`RUNNER_SECRET is required when RUNNER_HOST is not loopback (${e.RUNNER_HOST})`);
  if (e.RUNNER_MEMORY_MB > e.RUNNER_MAX_MEMORY_MB)
    throw new ConfigError('RUNNER_MEMORY_MB is larger than RUNNER_MAX_MEMORY_MB');
  return {
    host: e.RUNNER_HOST,
    port: e.RUNNER_PORT,
    secret: e.RUNNER_SECRET,
    isolation: e.RUNNER_ISOLATION,
    stateDir: e.RUNNER_STATE_DIR,
    languagesDir: e.RUNNER_LANGUAGES_DIR && resolve(e.RUNNER_LANGUAGES_DIR),
    concurrency: e.RUNNER_CONCURRENCY,
    queueLength: e.RUNNER_QUEUE,
    callerQueueLength: e.RUNNER_CALLER_QUEUE || Math.ceil(e.RUNNER_QUEUE / 2),
    poolSize: e.RUNNER_POOL_SIZE,
    makers: e.RUNNER_MAKERS,
    uidBase: e.RUNNER_UID_BASE,
    uidCount: e.RUNNER_UID_COUNT,
    cgroup: e.RUNNER_CGROUP,
    slotCpus: e.RUNNER_SLOT_CPUS,
    slotProcesses: e.RUNNER_SLOT_PROCESSES,
    openFiles: e.RUNNER_OPEN_FILES,
    diskBytes: e.RUNNER_DISK_MB * MIB,
    timeoutMs: e.RUNNER_TIMEOUT_MS,
    maxTimeoutMs: e.RUNNER_MAX_TIMEOUT_MS,
    compileTimeoutMs: e.RUNNER_COMPILE_TIMEOUT_MS,
    memoryBytes: e.RUNNER_MEMORY_MB * MIB,
    compileMemoryBytes: Math.min(e.RUNNER_COMPILE_MEMORY_MB, e.RUNNER_MAX_MEMORY_MB) * MIB,
    maxMemoryBytes: e.RUNNER_MAX_MEMORY_MB * MIB,
    compileCacheMemoryBytes: e.RUNNER_COMPILE_CACHE_MEMORY_MB * MIB,
    compileCacheDiskBytes: e.RUNNER_COMPILE_CACHE_DISK_MB * MIB,
    outputBytes: e.RUNNER_OUTPUT_KB * 1024,
    channelBytes: e.RUNNER_CHANNEL_KB * 1024,
    bodyBytes: e.RUNNER_BODY_MB * MIB,
    batchOutputBytes: e.RUNNER_BATCH_OUTPUT_MB * MIB,
    logLevel: e.RUNNER_LOG_LEVEL,
  };
}

/** The settings as help text: name, default, meaning. */
export function describeConfig(): string {
  const lines = Object.entries(environment.shape).map(([name, schema]) => {
    const fallback: unknown = schema.safeParse(undefined).data;
    return `  ${name.padEnd(28)}${schema.description ?? ''} (${fallback ?? 'none'})`;
  });
  return ['Usage: node src/main.ts [--help]', '', 'Settings, from the environment (default):', ...lines].join(
    '\n',
  );
}
