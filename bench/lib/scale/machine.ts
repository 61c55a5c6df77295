import { Admission, Overloaded } from '../../../apps/runner/src/jobs/admission.ts';
import type { Language } from '../../../apps/runner/src/languages/language.ts';
import type { Factory } from '../../../apps/runner/src/pool/factory.ts';
import { Pool } from '../../../apps/runner/src/pool/pool.ts';
import type { Slot } from '../../../apps/runner/src/sandbox/slot.ts';
import { type Credits, Processors } from './processors.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the runner's own defaults are on so many processors (apps/runner/src/config.ts), and the machine's. */
export interface MachineOptions {
  processors: number;
  concurrency: number;
  queueLength: number;
  callerQueueLength: number;
  poolSize: number;
  makers: number;
  credits: Credits | null;
}

export function machineDefaults(processors: number): MachineOptions {
  const queueLength = 64;
  return {
    ...{ processors, concurrency: processors, queueLength, callerQueueLength: queueLength / 2 },
    ...{ poolSize: processors * 2, makers: processors * 2, credits: null },
  };
}

/** What one request costs a machine: processor milliseconds before its answer, shared by `lanes` at most. */
export interface Demand {
  language: string;
  serveMs: number;
  cases: number;
}

/** Processor milliseconds to make a slot of each language, and to take one away. */
export type SlotCosts = Record<string, number>;

/** Of the kernel's shares of a slot in use, and of one that is only being made (cgroup/v1.ts: 1024 and 256). */
const WEIGHT = { active: 4, idle: 1 };

/** One virtual machine with a runner: the runner's own admission and pool, on simulated processors. */
export class Machine {
  readonly processors: Processors;
  readonly admission: Admission;
  readonly options: MachineOptions;
  readonly bornMs: number;
  readonly #pool: Pool;
  readonly #languages: Map<string, Language>;
  #requests = 0;

  constructor(time: VirtualTime, slots: SlotCosts, options: MachineOptions) {
    this.options = options;
    this.bornMs = time.nowMs;
    this.processors = new Processors(time, options.processors, options.credits);
    this.admission = new Admission(options);
    // Pool and factory ask nothing of a language but its name.
    this.#languages = new Map(Object.keys(slots).map(id => [id, { id } as Language]));
    this.#pool = new Pool({
      factory: this.#factory(slots),
      languages: [...this.#languages.values()],
      size: options.poolSize,
      makers: options.makers,
      log: (_, message, fields) => {
        throw new Error(`${message}: ${JSON.stringify(fields)}`);
      },
    });
    this.#pool.refill();
  }

  /** @returns whether it was served; false: 429, for too many wait */
  async serve(demand: Demand, caller: string, signal: AbortSignal): Promise<boolean> {
    // As the HTTP face counts bodies (http/app.ts).
    if (this.#requests >= this.options.concurrency + this.options.queueLength) return false;
    this.#requests++;
    try {
      await this.admission.run({ caller, signal }, () => this.#run(demand, signal));
      return true;
    } catch (error) {
      if (error instanceof Overloaded) return false;
      throw error;
    } finally {
      this.#requests--;
    }
  }

  /** In a slot of its own; cases side by side where places are free, as execute.ts has them. */
  async #run({ language, serveMs, cases }: Demand, signal: AbortSignal): Promise<void> {
    const known = this.#languages.get(language);
    if (!known) throw new Error(`No slots of ${language}.`);
    const slot = await this.#pool.acquire(known);
    let left = cases;
    const lane = async () => {
      while (left-- > 0) await this.processors.use(serveMs / cases, WEIGHT.active, signal);
    };
    const borrowed = async (giveBack: () => void) => {
      await lane();
      giveBack();
    };
    const lanes = [lane()];
    while (lanes.length < cases) {
      const giveBack = this.admission.borrow();
      if (!giveBack) break;
      lanes.push(borrowed(giveBack));
    }
    await Promise.all(lanes);
    this.#pool.release(slot);
  }

  #factory(slots: SlotCosts): Factory {
    const slot = { failed: false, setActive: () => undefined } as unknown as Slot;
    let count = 0;
    return {
      get count() {
        return count;
      },
      make: async ({ id }, { urgent }) => {
        count++;
        await this.processors.use(slots[id] ?? 0, urgent ? WEIGHT.active : WEIGHT.idle);
        return { ...slot } as Slot;
      },
      destroy: async () => {
        count--;
      },
    };
  }
}
