import type { ProgramJob } from '@devcapsules/capsule/execution';
import type { Health } from '../../../apps/api/src/adapters/runner/health.ts';
import { runnerRouter } from '../../../apps/api/src/adapters/runner/router.ts';
import { AppError } from '../../../apps/api/src/errors/app-error.ts';
import type { RunnerEndpoint } from '../../../apps/api/src/ports/runners.ts';
import type { Runtime } from '../../../apps/api/src/ports/runtime.ts';
import type { Demand } from './machine.ts';
import type { Chance } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** RUNNER_OVERHEAD_MS as it is by default. */
const OVERHEAD_MS = 30_000;
const CASE_LIMIT_MS = 2_000;
/** What one press of a button came to. */
export interface Press {
  atMs: number;
  endMs: number;
  language: string;
  /** Answers “try again later” before the end. */
  refusals: number;
  isServed: boolean;
}

export interface WorkersOptions {
  urls: string[];
  /** Each has its own knowledge of which runner is well. */
  isolates: number;
  demands: Map<string, Demand>;
  /** How often somebody presses what is refused, each time as late as they were told. */
  patience: number;
}

/** The Workers: the production router in each isolate, and people who press. */
export class Workers {
  readonly presses: Press[] = [];
  /** Presses without an answer yet. */
  waiting = 0;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #endpoints: RunnerEndpoint[];
  readonly #health: Health[];
  readonly #demands: Map<string, Demand>;
  readonly #runtime: Runtime;
  readonly #patience: number;
  #count = 0;

  constructor(time: VirtualTime, chance: Chance, { urls, isolates, demands, patience }: WorkersOptions) {
    this.#time = time;
    this.#chance = chance;
    this.#endpoints = urls.map(url => ({ url, kind: 'devcapsules', weight: 1, secret: undefined }));
    this.#health = Array.from({ length: isolates }, () => new Map());
    this.#demands = demands;
    this.#patience = patience;
    this.#runtime = {
      now: () => new Date(time.nowMs),
      random: chance.next,
      newId: () => String(this.#count),
      newSecret: () => String(this.#count),
    };
  }

  /** Somebody presses, waits, and presses again where they are told to come later. */
  async press(demands: Demand[], caller: string): Promise<void> {
    const press: Press = {
      ...{ atMs: this.#time.nowMs, endMs: Number.NaN, language: demands[0]?.language ?? '' },
      ...{ refusals: 0, isServed: false },
    };
    this.presses.push(press);
    this.waiting++;
    for (let tries = 0; tries < this.#patience && !press.isServed; tries++) {
      const retryAfterMs = await this.#askForAll(demands, caller);
      if (retryAfterMs === null) press.isServed = true;
      else {
        press.refusals++;
        await this.#time.sleep(retryAfterMs);
      }
    }
    press.endMs = this.#time.nowMs;
    this.waiting--;
  }

  /** One after the other; the first that is refused ends it, and pressing again begins anew. */
  async #askForAll(demands: Demand[], caller: string): Promise<number | null> {
    for (const demand of demands) {
      const retryAfterMs = await this.#ask(demand, caller);
      if (retryAfterMs !== null) return retryAfterMs;
    }
    return null;
  }

  /** @returns after what time to come again; null: it was served */
  async #ask(demand: Demand, caller: string): Promise<number | null> {
    const requestId = String(this.#count++);
    this.#demands.set(requestId, demand);
    const router = runnerRouter({
      endpoints: this.#endpoints,
      health: this.#chance.pick(this.#health),
      overheadMs: OVERHEAD_MS,
      ...{ requestId, caller, runtime: this.#runtime },
      trace: { context: { traceId: '', spanId: '', parentSpanId: null, sampled: false }, calls: [] },
    });
    try {
      await router.execute(jobOf(demand));
      return null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return 1000 * (error.retryAfterSeconds ?? 1);
    } finally {
      this.#demands.delete(requestId);
    }
  }
}

/** What the router looks at: how many cases, and what they may take. */
function jobOf({ cases }: Demand): ProgramJob {
  return {
    language: 'python',
    files: [],
    cases: Array.from({ length: cases }, () => ({})),
    limits: { timeMs: CASE_LIMIT_MS, memoryMb: 256 },
  };
}
