/**
 * What the API says to this Worker over its service binding. Set-up scripts go by their hash: a caller may leave out
 * texts, is told which are `missing`, and calls again with them. A script is missing when this isolate holds no
 * database built by it; since isolates come and go, the second call should carry the text of every script.
 */
import type { ProgramLimits, QueryOutcome } from '@devcapsules/capsule/execution';

export interface ScriptRef {
  /** SHA-256 of the script's UTF-8 text, as lower-case hex. */
  hash: string;
}

export interface SqlCase {
  /** Scripts that build the database, in order. */
  setup: ScriptRef[];
  /** Asked after the source, on the same database. */
  check?: string;
}

export interface SqlRequest {
  source: string;
  cases: SqlCase[];
  limits: ProgramLimits;
}

export interface SqlCall extends SqlRequest {
  /** Texts of scripts by hash; only those which may be missing. */
  scripts: Record<string, string>;
}

/** Outcomes one a case, in order; or the hashes whose texts are needed first, and then there is no outcome. */
export type SqlReply = { outcomes: QueryOutcome[] } | { missing: string[] };

export interface SqlService {
  /** Rejects when the call is malformed or a text doesn't match its hash. */
  run(call: SqlCall): Promise<SqlReply>;
}
