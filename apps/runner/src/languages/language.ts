/** What a language folder tells the runner; adding a language is adding a folder with a `manifest.ts`. */

import type { Log } from '../log.ts';

/** A file or folder of the machine that the language's slots see, read-only. */
export interface Bind {
  source: string;
  /** Path inside the slot; the same as `source` unless given. */
  target?: string;
}

export interface CaseInput {
  /** Entry file's name, relative to the work folder. */
  entry: string;
  args: string[];
  hashSeed: number | undefined;
  memoryBytes: number;
}

export interface Command {
  /** `argv[0]` is an absolute path inside the slot. */
  argv: string[];
  env?: Record<string, string>;
}

export interface GateInput extends CaseInput {
  withChannel: boolean;
  /** The memory limit that the waiting process was started for. */
  waitingMemoryBytes: number;
}

/** How to have an interpreter started ahead, blocked until a case arrives. */
export interface Warmth {
  /** The process that waits: it writes one byte to descriptor 197 and reads its orders there. */
  command(memoryBytes: number): Command;
  /** The orders for one case, or null when this case needs a fresh interpreter. */
  gate(input: GateInput): Buffer | null;
  /** Whether starting it costs more than a slot: then the cases of a batch go to ready slots while there are plenty. */
  spread: boolean;
}

/** A compiler that is kept running in a slot of its own, and never runs what it made (pool/compiler-wire.ts). */
export interface ResidentCompiler {
  command(memoryBytes: number): Command;
  /** Which files it is sent, the entry first. */
  sources(files: string[]): string[];
  /** What it compiles, time and again, before it is of use: its own code gets fast by that. */
  warmUp: { name: string; content: Buffer }[];
}

/** A step that turns sources into files which are then all that a case needs. */
export interface Compilation {
  /** `entry` is the text of the first file. */
  command(files: string[], memoryBytes: number, entry: string): Command;
  /** Files of the work folder to keep; they are written anew, executable, for each case. */
  artefacts(files: string[]): string[];
  /** Does the same as `command`, sooner; used where a request leaves the memory limit at its default. */
  resident?: ResidentCompiler;
}

export interface Language {
  id: string;
  version: string;
  aliases: string[];
  /** Piston's `runtime` field, where it differs from the language. */
  runtime?: string;
  /** Name of the first file when a request gives none. */
  defaultFileName: string;
  binds: Bind[];
  hello: { source: string; stdout: string };
  compile?: Compilation;
  command(input: CaseInput): Command;
  warmth?: Warmth;
  /** Whether an address-space limit can stand in for a memory limit where there are no cgroups. */
  addressSpaceLimit: boolean;
  /** Ends what goes on behind, when the service ends; resolves when nothing of it is left. */
  close?(): Promise<void>;
  /** What a failed program's stderr says when its runtime itself ran out of memory. */
  outOfMemory?: RegExp;
}

/** The outcome of looking for a toolchain on this machine. */
export type Detection = { found: true; language: Language } | { found: false; reason: string };

/** What `manifest.ts` exports as `detect`. `stage` copies or links a file to where slots can read it. */
export type Detect = (
  stage: (source: string, name: string) => Promise<string>,
  log: Log,
) => Promise<Detection>;
