import type { AdviceLog } from '../../ports/hints.ts';

/** {@link AdviceLog} on D1. */
export function d1AdviceLog(db: D1Database): AdviceLog {
  return {
    async save({ id, capsuleId, outcome, why, costs, createdAt }) {
      const costUsd = costs.reduce((sum, cost) => sum + cost.costUsd, 0);
      await db
        .prepare(
          `INSERT INTO advice_logs (id, capsule_id, outcome, why, calls, cost_usd, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(id, capsuleId, outcome, why, JSON.stringify(costs), costUsd, createdAt)
        .run();
    },
  };
}
