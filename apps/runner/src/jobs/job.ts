/** What is asked of the runner and what it answers, apart from any wire format. */

import type { Language } from '../languages/language.ts';
import type { LiveInput } from '../sandbox/live-input.ts';
import type { RunControls } from '../sandbox/slot.ts';

export interface SourceFile {
  name: string;
  content: Buffer;
}

export interface JobCase {
  stdin: Buffer;
  args: string[];
  /** Opens the verdict channel and is sent on it after the program's first line there. */
  channel: string | undefined;
  hashSeed: number | undefined;
  /** An interactive case: its input in place of `stdin`, and who hears its output as it comes. */
  terminal?: Terminal;
}

export interface Terminal {
  input: LiveInput;
  started(controls: RunControls): void;
  onOutput(stream: 'stdout' | 'stderr', bytes: Buffer): void;
}

/** How output is told: as text, with U+FFFD for what is none, or byte for byte. */
export const OUTPUT_ENCODINGS = ['utf8', 'base64'] as const;
export type OutputEncoding = (typeof OUTPUT_ENCODINGS)[number];

export interface StageLimits {
  wallMs: number;
  cpuMs: number;
  memoryBytes: number;
}

export interface Job {
  language: Language;
  /** The first one is the entry. */
  files: SourceFile[];
  cases: JobCase[];
  compileLimits: StageLimits;
  runLimits: StageLimits;
  stopOnFailure: boolean;
  outputEncoding: OutputEncoding;
  /** Compiles even what was compiled before: a health check asks for the compiler itself. */
  withoutCache?: true;
}

/** Why a stage did not end well. Piston's two letters, and ML, ours, for memory. */
export const STATUSES = ['TO', 'RE', 'SG', 'OL', 'EL', 'ML', 'XX'] as const;
export type Status = (typeof STATUSES)[number];

export interface StageResult {
  /** This, `stderr` and `output` in the job's encoding; a compilation's always as text. */
  stdout: string;
  stderr: string;
  /** Both, in order of arrival. */
  output: string;
  code: number | null;
  signal: string | null;
  message: string | null;
  /** Null: it ended by itself, with code 0. */
  status: Status | null;
  cpuMs: number;
  wallMs: number;
  memoryBytes: number;
  /** Whether a stream's cap was met: what came beyond it is lost. */
  truncated: { stdout: boolean; stderr: boolean };
  /** A compilation that was done before: times and memory are those it took then. */
  cached?: true;
  /** What was written to the verdict channel; only where the case had one. */
  channel: string | undefined;
}

export interface JobResult {
  compile: StageResult | undefined;
  cases: StageResult[];
}

/** Is told of a job's parts as they end. */
export interface JobObserver {
  /** Once, before the first case; undefined where nothing is compiled. */
  compiled(result: StageResult | undefined): void;
  /** In order of their ends. With `stopOnFailure`, of cases too that ran beside the one that failed. */
  ended(index: number, result: StageResult): void;
}
