import { z } from 'zod';
import type { Leave, ModelUse } from '../../../ports/model-use.ts';
import type { Runtime } from '../../../ports/runtime.ts';

/** Failures in a row that open the circuit, and for how long. */
const MAX_FAILURES = 5;
const OPEN_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

const row = z.object({ failures: z.number(), open_until: z.string().nullable(), spent: z.number() });

/** {@link ModelUse} on D1: all isolates share one circuit and one budget. */
export function d1ModelUse(
  db: D1Database,
  { dailyBudgetUsd, trialMs }: { dailyBudgetUsd: number; trialMs: number },
  runtime: Runtime,
): ModelUse {
  const nowMs = () => runtime.now().getTime();
  const day = () => runtime.now().toISOString().slice(0, 10);
  const later = (ms: number) => new Date(nowMs() + ms).toISOString();
  const closed = (kind: 'open' | 'spent', untilMs: number): Leave => ({
    kind,
    retryAfterSeconds: Math.max(1, Math.ceil((untilMs - nowMs()) / 1000)),
  });

  async function read(): Promise<{ leave: Leave; isTrial: boolean }> {
    const found = await db
      .prepare(
        `SELECT failures, open_until, coalesce((SELECT cost_usd FROM generation_days WHERE day = ?), 0) AS spent
         FROM model_circuit WHERE id = 1`,
      )
      .bind(day())
      .first();
    const { failures, open_until, spent } = row.parse(found);
    if (spent >= dailyBudgetUsd) {
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
  };
}
