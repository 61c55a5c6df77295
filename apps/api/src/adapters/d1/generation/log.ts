import { PROMPT_VERSION } from '@devcapsules/generation/prompts/version';
import { z } from 'zod';
import { ERROR_CODES } from '../../../errors/registry.ts';
import { type GenerationLog, OUTCOMES } from '../../../ports/generation.ts';

const keyed = z.object({ id: z.string(), prompt_hash: z.string() });
const ended = z.object({
  outcome: z.enum(OUTCOMES),
  capsule_id: z.string().nullable(),
  family_id: z.string().nullable(),
  repairs: z.number(),
  calls: z.string(),
  error: z.enum(ERROR_CODES).nullable(),
});
const familyRow = z.object({ family_id: z.string().nullable() });
const idRow = z.object({ id: z.string() });
const waiting = z.object({ ahead: z.number() });

/** One that can be begun, again too. */
const CAN_BEGIN = "outcome IN ('queued', 'running', 'given_up')";
const IS_OPEN = "outcome IN ('queued', 'running')";

/** A message comes within minutes. One that does not is lost, and nobody is kept waiting for it. */
const EXPECTED_MS = 2 * 60_000;
const expectedUntil = (at: string) => new Date(Date.parse(at) + EXPECTED_MS).toISOString();

/** In {@link GenerationLog.claim}: how many jobs of a user somebody works on now, but for one. */
const runningOf = (user: string, except: string) =>
  `(SELECT count(*) FROM generation_logs AS job WHERE job.user_id = ${user} AND job.id <> ${except}
    AND job.outcome = 'running' AND job.running_until > ?4)`;

/** In {@link GenerationLog.claim}: how many of a user's jobs were worked on of late. */
const servedTo = (user: string) =>
  `(SELECT count(*) FROM generation_logs AS job WHERE job.user_id = ${user}
    AND job.outcome NOT IN ('queued', 'cached', 'cancelled')
    AND (job.outcome = 'running' OR job.ended_at > ?6))`;

/** {@link GenerationLog} on D1. */
export function d1GenerationLog(db: D1Database): GenerationLog {
  return {
    async open({ jobId, userId, request, author, day, createdAt }, { prompt, idempotency }) {
      const { meta } = await db
        .prepare(
          `INSERT INTO generation_logs
             (id, user_id, prompt_hash, outcome, language, difficulty, author, prompt_version, idempotency_hash, quota_day, created_at, running_until)
           VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (idempotency_hash) WHERE idempotency_hash IS NOT NULL DO NOTHING`,
        )
        .bind(
          ...[jobId, userId, prompt, request.language, request.difficulty, author],
          ...[PROMPT_VERSION, idempotency, day, createdAt, expectedUntil(createdAt)],
        )
        .run();
      return meta.changes > 0;
    },

    // A generated capsule has the id of its generation.
    async familyOf(capsuleId) {
      const found = await db
        .prepare("SELECT family_id FROM generation_logs WHERE id = ? AND outcome = 'accepted'")
        .bind(capsuleId)
        .first();
      return found ? familyRow.parse(found).family_id : null;
    },

    async findByKey(hash) {
      const found = await db
        .prepare('SELECT id, prompt_hash FROM generation_logs WHERE idempotency_hash = ?')
        .bind(hash)
        .first();
      if (!found) return null;
      const { id: jobId, prompt_hash: promptHash } = keyed.parse(found);
      return { jobId, promptHash };
    },

    // What was given up gave its unit back, which it does not do twice.
    async claim({ jobId, userId }, { limit, now, until, since }) {
      const { meta } = await db
        .prepare(
          `UPDATE generation_logs SET outcome = 'running', running_until = ?1, ended_at = NULL, error = NULL,
             quota_day = iif(outcome = 'given_up', NULL, quota_day)
           WHERE id = ?2 AND user_id = ?3 AND ${CAN_BEGIN}
             AND ${runningOf('?3', '?2')} < ?5
             AND (outcome <> 'queued' OR NOT EXISTS (
               SELECT 1 FROM (SELECT DISTINCT user_id FROM generation_logs WHERE outcome = 'queued' AND running_until > ?4) AS other
               WHERE user_id <> ?3 AND ${runningOf('other.user_id', "''")} < ?5
                 AND ${servedTo('other.user_id')} < ${servedTo('?3')}))`,
        )
        .bind(until, jobId, userId, now, limit, since)
        .run();
      if (meta.changes > 0) return { kind: 'claimed' };
      const waits = await db
        .prepare(
          `UPDATE generation_logs SET running_until = iif(outcome = 'queued', ?1, running_until)
           WHERE id = ?2 AND user_id = ?3 AND ${CAN_BEGIN}
           RETURNING (SELECT count(*) FROM generation_logs AS older
             WHERE older.user_id = ?3 AND older.outcome = 'queued' AND older.created_at < generation_logs.created_at) AS ahead`,
        )
        .bind(expectedUntil(now), jobId, userId)
        .first();
      return waits ? { kind: 'wait', ahead: waiting.parse(waits).ahead } : { kind: 'ended' };
    },

    async end(id, { outcome, capsuleId, familyId, repairs, costs, error, at, refund }) {
      const costUsd = costs.reduce((sum, cost) => sum + cost.costUsd, 0);
      const latencyMs = costs.reduce((sum, cost) => sum + cost.latencyMs, 0);
      const [, written] = await db.batch([
        db
          .prepare(
            `UPDATE quota_usage SET used = max(0, used - 1)
             WHERE ?1 AND kind = 'generations' AND (key, day) IN
               (SELECT user_id, quota_day FROM generation_logs WHERE id = ?2 AND ${IS_OPEN})`,
          )
          .bind(refund ? 1 : 0, id),
        db
          .prepare(
            `UPDATE generation_logs SET outcome = ?, capsule_id = ?, family_id = ?, repairs = ?, calls = ?, cost_usd = ?,
               latency_ms = ?, error = ?, ended_at = ?, running_until = NULL WHERE id = ? AND ${IS_OPEN}`,
          )
          .bind(
            ...[outcome, capsuleId, familyId, repairs, JSON.stringify(costs), costUsd],
            ...[latencyMs, error, at, id],
          ),
      ]);
      return (written?.meta.changes ?? 0) > 0;
    },

    async findEnding(id) {
      const found = await db
        .prepare(
          `SELECT outcome, capsule_id, family_id, repairs, calls, error FROM generation_logs
           WHERE id = ? AND NOT ${CAN_BEGIN}`,
        )
        .bind(id)
        .first();
      if (!found) return null;
      const { outcome, capsule_id, family_id, repairs, calls, error } = ended.parse(found);
      return {
        ...{ outcome, repairs, error, capsuleId: capsule_id, familyId: family_id },
        costs: JSON.parse(calls),
      };
    },

    async endStale(createdBefore, now) {
      const { results } = await db
        .prepare(
          `SELECT id FROM generation_logs
           WHERE ${IS_OPEN} AND created_at < ? AND coalesce(running_until, '') < ? LIMIT 100`,
        )
        .bind(createdBefore, now)
        .all();
      const stale = results.map(found => idRow.parse(found).id);
      for (const id of stale) {
        await this.end(id, {
          ...{ outcome: 'failed', capsuleId: null, familyId: null, repairs: 0, costs: [] },
          ...{ error: 'INTERNAL', at: now, refund: true },
        });
      }
      return stale.length;
    },
  };
}
