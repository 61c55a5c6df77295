/** What is counted, for Prometheus. Carries no learner's code, input or output, and no caller's name. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Admission, Overloaded } from './jobs/admission.ts';
import type { JobResult, StageResult } from './jobs/job.ts';
import type { Pool, PoolStats } from './pool/pool.ts';

const PREFIX = 'devcapsules_runner_';
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** How a request that was let in ended; its stages have outcomes of their own. */
export type RequestOutcome = 'answered' | 'cancelled' | 'overloaded' | 'failed';

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'language' | 'outcome'>;
  readonly #stages: Counter<'language' | 'stage' | 'outcome'>;
  readonly #oomKills: Counter<'language'>;
  readonly #rejections: Counter<'status'>;
  readonly #wait: Histogram<'language'>;
  readonly #durations: Histogram<'language' | 'stage'>;

  constructor(pool: Pool, admission: Admission) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: `${PREFIX}requests_total`,
      help: 'Requests to run a program, by how they ended.',
      labelNames: ['language', 'outcome'],
      registers,
    });
    this.#stages = new Counter({
      name: `${PREFIX}stages_total`,
      help: "Compilations that were done and runs, by outcome: OK, or the status in the stage's answer.",
      labelNames: ['language', 'stage', 'outcome'],
      registers,
    });
    this.#oomKills = new Counter({
      name: `${PREFIX}oom_kills_total`,
      help: 'Stages ended for their memory.',
      labelNames: ['language'],
      registers,
    });
    this.#rejections = new Counter({
      name: `${PREFIX}rejections_total`,
      help: 'Requests that were refused, by HTTP status.',
      labelNames: ['status'],
      registers,
    });
    this.#wait = new Histogram({
      name: `${PREFIX}wait_seconds`,
      help: 'Time a request waited for its turn.',
      labelNames: ['language'],
      buckets: SECONDS,
      registers,
    });
    this.#durations = new Histogram({
      name: `${PREFIX}stage_seconds`,
      help: 'Wall-clock time of compilations and runs.',
      labelNames: ['language', 'stage'],
      buckets: SECONDS,
      registers,
    });
    this.#watchQueue(admission);
    this.#watchSlots(pool);
  }

  /** Of the answer of `render`. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All of it in Prometheus' text format. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Counts a request that was answered with an error of the client's, or for want of room. */
  reject(status: number): void {
    this.#rejections.inc({ status });
  }

  /** Counts one request to run a program; `run` calls `started` when its turn has come. */
  async measure(
    language: string,
    signal: AbortSignal,
    run: (started: () => void) => Promise<JobResult>,
  ): Promise<JobResult> {
    const endWait = this.#wait.startTimer({ language });
    let outcome: RequestOutcome = 'failed';
    try {
      const result = await run(endWait);
      if (result.compile && !result.compile.cached) this.#observe(language, 'compile', result.compile);
      for (const one of result.cases) this.#observe(language, 'run', one);
      outcome = 'answered';
      return result;
    } catch (error) {
      if (error instanceof Overloaded) outcome = 'overloaded';
      else if (signal.aborted) outcome = 'cancelled';
      throw error;
    } finally {
      this.#requests.inc({ language, outcome });
    }
  }

  #observe(language: string, stage: 'compile' | 'run', result: StageResult): void {
    this.#stages.inc({ language, stage, outcome: result.status ?? 'OK' });
    this.#durations.observe({ language, stage }, result.wallMs / 1000);
    if (result.status === 'ML') this.#oomKills.inc({ language });
  }

  #watchQueue(admission: Admission): void {
    const registers = [this.#registry];
    new Gauge({
      name: `${PREFIX}queue_length`,
      help: 'Requests that wait.',
      registers,
      collect() {
        this.set(admission.waiting);
      },
    });
    new Gauge({
      name: `${PREFIX}running`,
      help: 'Places taken by requests that run.',
      registers,
      collect() {
        this.set(admission.running);
      },
    });
  }

  #watchSlots(pool: Pool): void {
    const registers = [this.#registry];
    const STATES = ['ready', 'making', 'used'] as const satisfies (keyof PoolStats)[];
    new Gauge({
      name: `${PREFIX}slots`,
      help: 'Slots by language and state.',
      labelNames: ['language', 'state'],
      registers,
      collect() {
        for (const state of STATES)
          for (const [language, count] of Object.entries(pool.stats[state]))
            this.set({ language, state }, count);
      },
    });
    new Counter({
      name: `${PREFIX}slot_failures_total`,
      help: 'Slots that could not be made or were lost.',
      labelNames: ['language'],
      registers,
      collect() {
        this.reset();
        for (const [language, count] of Object.entries(pool.stats.failures)) this.inc({ language }, count);
      },
    });
  }
}
