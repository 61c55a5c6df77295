import { z } from 'zod';
import type { Leave, ModelBudget, ModelUse } from '../../../ports/model-use.ts';
import type { Runtime } from '../../../ports/runtime.ts';

/** Failures in a row that open the circuit, and for how long. */
const MAX_FAILURES = 5;
const OPEN_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** Days that are told. */
const TOLD_DAYS = 30;

const row = z.object({
  failures: z.number(),
  open_until: z.string().nullable(),
  daily_budget_usd: z.number().nullable(),
  budget_set_at: z.string().nullable(),
  budget_set_by: z.string().nullable(),
  spent: z.number(),
});
const days = z.array(z.object({ day: z.string(), costUsd: z.number() }));

/** {@link ModelUse} and its {@link ModelBudget} on D1: all isolates share one circuit and one budget. */
export function d1ModelUse(
  db: D1Database,
  { dailyBudgetUsd, trialMs }: { dailyBudgetUsd: number; trialMs: number },
  runtime: Runtime,
): ModelUse & ModelBudget {
  const nowMs = () => runtime.now().getTime();
  const day = () => runtime.now().toISOString().slice(0, 10);
  const later = (ms: number) => new Date(nowMs() + ms).toISOString();
  const closed = (kind: 'open' | 'spent', untilMs: number): Leave => ({
    kind,
    retryAfterSeconds: Math.max(1, Math.ceil((untilMs - nowMs()) / 1000)),
  });

  async function stored(): Promise<z.infer<typeof row>> {
    const found = await db
      .prepare(
        `SELECT *, coalesce((SELECT cost_usd FROM generation_days WHERE day = ?), 0) AS spent
         FROM model_circuit WHERE id = 1`,
      )
      .bind(day())
      .first();
    return row.parse(found);
  }

  async function read(): Promise<{ leave: Leave; isTrial: boolean }> {
    const { failures, open_until, spent, daily_budget_usd } = await stored();
    if (spent >= (daily_budget_usd ?? dailyBudgetUsd)) {
      return { leave: closed('spent', Date.parse(day()) + DAY_MS), isTrial: false };
    }
    const openMs = failures >= MAX_FAILURES && open_until !== null ? Date.parse(open_until) : null;
    const isOpen = openMs !== null && openMs > nowMs();
    return {
      leave: isOpen ? closed('open', openMs) : { kind: 'granted' },
      isTrial: openMs !== null && !isOpen,
    };
  }

  return {
    look: async () => (await read()).leave,

    async enter() {
      const { leave, isTrial } = await read();
      if (!isTrial) return leave;
      // Whoever moves the time on is the one that tries; if it is lost, another may after that.
      const { meta } = await db
        .prepare('UPDATE model_circuit SET open_until = ? WHERE failures >= ? AND open_until <= ?')
        .bind(later(trialMs), MAX_FAILURES, runtime.now().toISOString())
        .run();
      return meta.changes > 0 ? leave : closed('open', nowMs() + trialMs);
    },

    async tell(isWell) {
      const statement = isWell
        ? db.prepare('UPDATE model_circuit SET failures = 0, open_until = NULL WHERE failures > 0')
        : db
            .prepare(
              'UPDATE model_circuit SET failures = failures + 1, open_until = iif(failures + 1 >= ?, ?, NULL)',
            )
            .bind(MAX_FAILURES, later(OPEN_MS));
      await statement.run();
    },

    async spend(costUsd) {
      await db
        .prepare(
          `INSERT INTO generation_days (day, cost_usd) VALUES (?1, ?2)
           ON CONFLICT (day) DO UPDATE SET cost_usd = cost_usd + ?2`,
        )
        .bind(day(), costUsd)
        .run();
    },

    async spending() {
      const now = await stored();
      const { results } = await db
        .prepare('SELECT day, cost_usd AS costUsd FROM generation_days ORDER BY day DESC LIMIT ?')
        .bind(TOLD_DAYS)
        .run();
      return {
        day: day(),
        spentUsd: now.spent,
        limitUsd: now.daily_budget_usd ?? dailyBudgetUsd,
        configuredUsd: dailyBudgetUsd,
        limitSetAt: now.budget_set_at,
        limitSetBy: now.budget_set_by,
        circuit: { failures: now.failures, openUntil: now.open_until },
        days: days.parse(results),
      };
    },

    async limit({ dailyUsd, by }) {
      await db
        .prepare('UPDATE model_circuit SET daily_budget_usd = ?1, budget_set_at = ?2, budget_set_by = ?3')
        .bind(dailyUsd, dailyUsd === null ? null : runtime.now().toISOString(), dailyUsd === null ? null : by)
        .run();
    },
  };
}
