import type { CallCost } from '@devcapsules/generation/model';
import type { GenerationJobState } from '../../ports/generation.ts';

/** A job as its asker sees it. */
export interface GenerationView extends Omit<GenerationJobState, 'userId' | 'costs'> {
  elapsedMs: number;
  /** In the order in which agents were first asked. */
  agents: AgentCost[];
  costUsd: number;
}

/** All calls of one agent together. */
export interface AgentCost extends CallCost {
  calls: number;
}

export function viewOf(job: GenerationJobState, now: Date): GenerationView {
  const { userId: _, costs, ...rest } = job;
  const endMs = job.endedAt ? Date.parse(job.endedAt) : now.getTime();
  return {
    ...rest,
    elapsedMs: Math.max(0, endMs - Date.parse(job.createdAt)),
    agents: byAgent(costs),
    costUsd: rounded(costs.reduce((sum, { costUsd }) => sum + costUsd, 0)),
  };
}

/** Sums of fractions of cents, without the digits that adding up brings. */
const rounded = (usd: number) => Math.round(usd * 1e9) / 1e9;

function byAgent(costs: readonly CallCost[]): AgentCost[] {
  const agents = new Map<string, AgentCost>();
  for (const cost of costs) {
    const sum = agents.get(cost.agent);
    agents.set(
      cost.agent,
      sum
        ? {
            ...sum,
            calls: sum.calls + 1,
            inputTokens: sum.inputTokens + cost.inputTokens,
            outputTokens: sum.outputTokens + cost.outputTokens,
            costUsd: rounded(sum.costUsd + cost.costUsd),
            latencyMs: sum.latencyMs + cost.latencyMs,
          }
        : { ...cost, costUsd: rounded(cost.costUsd), calls: 1 },
    );
  }
  return [...agents.values()];
}
