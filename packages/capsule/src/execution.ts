/**
 * What a judge asks of whatever executes code, and what it gets back.
 * The judges plan jobs and decide on outcomes; they never execute anything themselves.
 */

/** Languages that run as a process on the runner. */
export const PROGRAM_LANGUAGES = ['python', 'javascript', 'java', 'c', 'cpp'] as const;
export type ProgramLanguage = (typeof PROGRAM_LANGUAGES)[number];

export interface SourceFile {
  name: string;
  content: string;
}

/** One process: its own stdin, limits and, where a judge needs one, its own verdict channel. */
export interface ProgramCase {
  stdin?: string;
  args?: string[];
  /** Handed to the driver on the verdict channel once it has announced that the learner's code is loaded. */
  channelInput?: string;
  /** Seed of the language's hash randomisation, where it has one. */
  hashSeed?: number;
}

export interface ProgramLimits {
  /** Processor time of a case; SQL's is counted in operations. */
  timeMs: number;
  memoryMb: number;
}

/** A program compiled once and run once per case. The first file is the entry point. */
export interface ProgramJob {
  language: ProgramLanguage;
  files: SourceFile[];
  cases: ProgramCase[];
  limits: ProgramLimits;
}

/** How a process ended. Closed: every consumer must handle each. */
export type RunStatus =
  | 'ok'
  | 'exit_code'
  | 'signal'
  | 'time_limit'
  | 'memory_limit'
  | 'output_limit'
  /** Spared, since an earlier case met its time limit. */
  | 'not_run'
  | 'internal';

export interface ProgramOutcome {
  status: RunStatus;
  stdout: string;
  stderr: string;
  exitCode: number | null;
  signal: string | null;
  /** Processor time. */
  timeMs: number;
  memoryKb: number;
  /** All that was written to the verdict channel; absent when the case asked for none. */
  channel?: string;
}

export interface CompileOutcome {
  ok: boolean;
  stdout: string;
  stderr: string;
  timeMs: number;
}

export interface ProgramResult {
  /** Absent for languages without a compile step. */
  compile?: CompileOutcome;
  /** One a case, in order; empty when compilation failed. */
  cases: ProgramOutcome[];
}

/** What SQLite can hold, as JSON carries it: a blob as `{ blob: hex }`, an integer past 2^53 as `{ integer: decimal }`. */
export type SqlValue =
  | null
  | number
  | string
  | { blob: string }
  | { integer: string }
  | { real: 'Infinity' | '-Infinity' };

export interface ResultSet {
  columns: string[];
  rows: SqlValue[][];
}

export interface QueryCase {
  /** Scripts that build the database, run in order before the learner's SQL. */
  setup: string[];
  /** Asked after the learner's SQL, to judge statements that change data. */
  check?: string;
}

/** One source, run on a fresh database a case. */
export interface QueryJob {
  source: string;
  cases: QueryCase[];
  limits: ProgramLimits;
}

export type QueryStatus =
  | 'ok'
  /** The learner's SQL failed: syntax, constraint, a statement that is not allowed. */
  | 'error'
  /** The operation budget ran out. */
  | 'time_limit'
  | 'memory_limit'
  /** More rows or bytes than a result may have. */
  | 'output_limit'
  /** A set-up script failed: the author's fault. */
  | 'setup_error'
  /** `check` failed on what the source left behind, a dropped table for example. */
  | 'check_error'
  | 'internal';

export interface QueryOutcome {
  status: QueryStatus;
  /** The last result set the source produced, or that of `check` when the case has one. */
  result: ResultSet | null;
  /** What the source itself returned, when `result` is that of `check`. */
  sourceResult?: ResultSet | null;
  /** Public text: SQLite's message, or which limit was met. */
  message: string | null;
  timeMs: number;
  memoryKb: number;
}

/** The two ways to run code; adapters implement it, judges' callers use it. */
export interface Executor {
  runProgram(job: ProgramJob): Promise<ProgramResult>;
  runQuery(job: QueryJob): Promise<QueryOutcome[]>;
}
