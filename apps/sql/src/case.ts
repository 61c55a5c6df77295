import type { ProgramLimits, QueryOutcome } from '@devcapsules/capsule/execution';
import { LEARNER_POLICY } from './engine/authorizer.ts';
import { Database } from './engine/database.ts';
import { QueryFailure } from './engine/failure.ts';
import { Guard } from './engine/guard.ts';
import {
  CASE_LIMITS,
  type CallBudget,
  caseAllowance,
  caseHeapBytes,
  MAX_RESULT_BYTES,
} from './engine/limits.ts';
import { runScript, type ScriptResult } from './engine/script.ts';
import type { Sqlite } from './engine/sqlite.ts';

export interface Case {
  image: Uint8Array | null;
  source: string;
  check: string | undefined;
  limits: ProgramLimits;
}

type Ended = Pick<QueryOutcome, 'status' | 'result' | 'sourceResult' | 'message'>;

/**
 * Runs a source, and the check after it, on a fresh database.
 * @param budget what is left of the call; what this case used is taken off
 * @throws only what nobody foresaw, such as a trap of the instance
 */
export function runCase(sqlite: Sqlite, asked: Case, budget: CallBudget): QueryOutcome {
  const startedAt = Date.now();
  sqlite.resetPeak();
  const ended = attempt(() => {
    const database = new Database(sqlite, {
      image: asked.image,
      heapBytes: caseHeapBytes(asked.limits),
      limits: CASE_LIMITS,
      foreignKeys: true,
    });
    const outcome = attempt(() => comparable(database, asked, budget));
    database.close();
    return outcome;
  });
  return { ...ended, timeMs: Date.now() - startedAt, memoryKb: Math.ceil(sqlite.peakBytes() / 1024) };
}

/** What a judge can compare: the result of the source, or that of the check. */
function comparable(database: Database, asked: Case, budget: CallBudget): Ended {
  const source = runWithin(database, asked.source, asked.limits, budget);
  if (source.statementCount === 0) throw new QueryFailure('error', 'no statement');
  if (asked.check === undefined) return { status: 'ok', message: null, result: source.resultSet };
  const check = runCheck(database, asked.check, asked.limits, budget);
  return { status: 'ok', message: null, result: check.resultSet, sourceResult: source.resultSet };
}

/** The check runs on what the source left behind, so that only a missing result set is certainly the author's fault. */
function runCheck(
  database: Database,
  check: string,
  limits: ProgramLimits,
  budget: CallBudget,
): ScriptResult {
  try {
    const result = runWithin(database, check, limits, budget);
    if (result.resultSet === null) throw new QueryFailure('setup_error', 'The check returns no result set');
    return result;
  } catch (error) {
    if (!(error instanceof QueryFailure) || error.status !== 'error') throw error;
    throw new QueryFailure('check_error', error.message);
  }
}

function runWithin(database: Database, sql: string, limits: ProgramLimits, budget: CallBudget): ScriptResult {
  const guard = new Guard(LEARNER_POLICY, caseAllowance(limits, budget));
  try {
    const result = runScript(database, sql, guard, Math.min(MAX_RESULT_BYTES, budget.resultBytes));
    budget.resultBytes -= result.resultBytes;
    return result;
  } finally {
    budget.ops -= guard.usedOps;
  }
}

function attempt(run: () => Ended): Ended {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof QueryFailure)) throw error;
    return { status: error.status, message: error.message, result: null };
  }
}
