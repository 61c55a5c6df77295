import type { ProgramLimits } from '@devcapsules/capsule/execution';

const MIB = 1_048_576;

/**
 * Operations of SQLite's virtual machine that count as one millisecond. Measured: 13,000 (DISTINCT over text) to
 * 175,000 (a bare cross join) a millisecond, half of the queries above 55,000; see docs/adr/0003-edge-sql.md.
 */
export const OPS_PER_MS = 40_000;
/** How often operations are counted; one call back costs about as much as five operations. */
export const OPS_PER_CHECK = 100;

const MAX_CASE_MS = 10_000;
const SETUP_MS = 3_000;
/** What all cases of one call may use together. */
const CALL_MS = 20_000;
/** The clock only stops what operations don't show, such as instr() on long strings, and only where it moves. */
const CLOCK_FACTOR = 3;
const CLOCK_GRACE_MS = 1_000;

/** Two instances at their largest, and the cache, fit an isolate's 128 MB. */
export const WASM_MEMORY_BYTES = 40 * MIB;
const MAX_HEAP_BYTES = 32 * MIB;
export const MAX_IMAGE_BYTES = 8 * MIB;
export const IMAGE_CACHE_BYTES = 16 * MIB;

export const MAX_VALUE_BYTES = 100_000;
export const MAX_ROWS = 10_000;
export const MAX_RESULT_BYTES = 1_000_000;
/** What all results of one call may hold together; an RPC message may have 32 MiB. */
const CALL_RESULT_BYTES = 8_000_000;

/** What one script may use; the deadline is in milliseconds since 1970. */
export interface Allowance {
  ops: number;
  deadline: number;
}

/** What is left of a whole call. */
export interface CallBudget {
  ops: number;
  deadline: number;
  resultBytes: number;
}

export function callBudget(): CallBudget {
  return {
    ops: CALL_MS * OPS_PER_MS,
    deadline: Date.now() + CALL_MS * CLOCK_FACTOR,
    resultBytes: CALL_RESULT_BYTES,
  };
}

export function caseAllowance(limits: ProgramLimits, budget: CallBudget): Allowance {
  const timeMs = Math.min(limits.timeMs, MAX_CASE_MS);
  return allowance(timeMs, timeMs * CLOCK_FACTOR + CLOCK_GRACE_MS, budget);
}

export function setupAllowance(budget: CallBudget): Allowance {
  return allowance(SETUP_MS, SETUP_MS * CLOCK_FACTOR, budget);
}

function allowance(timeMs: number, clockMs: number, budget: CallBudget): Allowance {
  return {
    ops: Math.min(timeMs * OPS_PER_MS, budget.ops),
    deadline: Math.min(Date.now() + clockMs, budget.deadline),
  };
}

export function caseHeapBytes(limits: ProgramLimits): number {
  return Math.min(limits.memoryMb * MIB, MAX_HEAP_BYTES);
}

export const SETUP_HEAP_BYTES = MAX_HEAP_BYTES;

/**
 * Values for sqlite3_limit by number (https://sqlite.org/c3ref/c_limit_attached.html). The length of a value is small
 * because instr() and replace() take the square of it within one operation: a second or two at 100,000 bytes.
 */
const SHARED_LIMITS = [
  { name: 'length', number: 0, value: MAX_VALUE_BYTES },
  { name: 'column', number: 2, value: 500 },
  { name: 'expressionDepth', number: 3, value: 200 },
  { name: 'compoundSelect', number: 4, value: 200 },
  { name: 'vdbeOp', number: 5, value: 250_000 },
  { name: 'functionArgument', number: 6, value: 127 },
  { name: 'attached', number: 7, value: 0 },
  { name: 'likePatternLength', number: 8, value: 1_000 },
  { name: 'variableNumber', number: 9, value: 100 },
  { name: 'triggerDepth', number: 10, value: 100 },
  { name: 'workerThreads', number: 11, value: 0 },
] as const;

const SQL_LENGTH = 1;

export interface SqliteLimit {
  number: number;
  value: number;
}

export const CASE_LIMITS: readonly SqliteLimit[] = [...SHARED_LIMITS, { number: SQL_LENGTH, value: 100_000 }];
/** A dump may insert many rows by one statement. */
export const SETUP_LIMITS: readonly SqliteLimit[] = [
  ...SHARED_LIMITS,
  { number: SQL_LENGTH, value: 4_000_000 },
];
