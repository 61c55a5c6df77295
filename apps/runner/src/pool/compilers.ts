/**
 * Resident compilers of each language that has one. A compilation that gets none in time is done in its slot, as it
 * would be without: a caller can slow the others down to that, and no further.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { Language, ResidentCompiler } from '../languages/language.ts';
import type { Log } from '../log.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import type { WireFile } from './compiler-wire.ts';
import type { Factory } from './factory.ts';
import { type Compiled, type CompileLimits, Resident } from './resident.ts';

export interface CompilersOptions {
  factory: Factory;
  config: Config;
  isolation: Isolation;
  languages: Language[];
  log: Log;
}

/** How long a compilation waits for a compiler: less than it saves. */
const WAIT_MS = 150;
/** A compiler is renewed after this many, whatever it may have kept of them. */
const MAX_COMPILATIONS = 1000;
/** Rest after a compiler could not be started; doubled each time in a row. */
const REST_MS = 1000;
const MAX_REST_MS = 60_000;

type Take = (one: Resident | null) => void;

class Bench {
  readonly language: Language;
  readonly compiler: ResidentCompiler;
  readonly idle: Resident[] = [];
  readonly busy = new Set<Resident>();
  readonly waiters = new Set<Take>();
  making = 0;
  failuresInARow = 0;

  constructor(language: Language, compiler: ResidentCompiler) {
    this.language = language;
    this.compiler = compiler;
  }

  get all(): Resident[] {
    return [...this.idle, ...this.busy];
  }
}

function isDue(one: Resident): boolean {
  return one.compilations >= MAX_COMPILATIONS;
}

export class Compilers {
  readonly #options: CompilersOptions;
  readonly #benches: Bench[];
  readonly #size: number;
  /** What goes on behind the callers' backs: compilers being started and being destroyed. */
  readonly #tasks = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  /** None are kept where there are no cgroups: only these can hold a process that serves more than one request. */
  constructor(options: CompilersOptions) {
    this.#options = options;
    this.#size = options.isolation.cgroups ? options.config.compilers : 0;
    this.#benches = options.languages.flatMap(language =>
      language.compile?.resident ? [new Bench(language, language.compile.resident)] : [],
    );
  }

  /** How many there are of each language. */
  get ready(): Record<string, number> {
    return Object.fromEntries(
      this.#benches.map(bench => [`${bench.language.id} compiler`, bench.all.length] as const),
    );
  }

  /** Starts those that lack. */
  fill(): void {
    for (const bench of this.#benches)
      while (
        !this.#closing.signal.aborted &&
        bench.all.filter(one => !isDue(one)).length + bench.making < this.#size
      ) {
        bench.making++;
        this.#behind(this.#start(bench));
      }
  }

  /** Null when it is to be compiled in its slot: no compiler was free in time, or the one that was got lost. */
  async compile(
    language: Language,
    files: WireFile[],
    limits: CompileLimits,
    signal: AbortSignal,
  ): Promise<Compiled | null> {
    const bench = this.#benches.find(one => one.language === language);
    const resident = bench && (await this.#take(bench));
    if (!bench || !resident) return null;
    try {
      const compiled = await resident.compile(files, limits, signal);
      if (!compiled) this.#options.log('warn', 'compiler lost', { language: language.id });
      return compiled;
    } finally {
      bench.busy.delete(resident);
      this.#offer(bench, resident);
      this.fill();
    }
  }

  /** Resolves when all are there and nothing of others is left. */
  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const { idle } of this.#benches) for (const one of idle.splice(0)) this.#behind(one.destroy());
    await this.settled();
  }

  #behind(work: Promise<void>): void {
    const task = work
      .catch(error => this.#options.log('error', 'compiler cannot be destroyed', { detail: String(error) }))
      .finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
  }

  async #take(bench: Bench): Promise<Resident | null> {
    const one = bench.idle.shift();
    if (!one && bench.busy.size === 0) return null;
    const resident = one ?? (await this.#wait(bench));
    if (resident) bench.busy.add(resident);
    return resident;
  }

  #wait(bench: Bench): Promise<Resident | null> {
    return new Promise(resolve => {
      const take: Take = one => {
        clearTimeout(timer);
        bench.waiters.delete(take);
        resolve(one);
      };
      const timer = setTimeout(() => take(null), WAIT_MS);
      bench.waiters.add(take);
    });
  }

  /** To whoever waits longest, or back to the bench; those that are lost or replaced go. */
  #offer(bench: Bench, one: Resident): void {
    const replaced = isDue(one) && bench.all.filter(other => !isDue(other)).length >= this.#size;
    if (one.lost || replaced || this.#closing.signal.aborted) {
      this.#behind(one.destroy());
      return;
    }
    const [waiter] = bench.waiters;
    if (!waiter) {
      bench.idle.push(one);
      return;
    }
    bench.busy.add(one);
    waiter(one);
  }

  async #start(bench: Bench): Promise<void> {
    const { log } = this.#options;
    const { signal } = this.#closing;
    try {
      const { language, compiler } = bench;
      const fresh = await Resident.start({ ...this.#options, language, compiler });
      bench.failuresInARow = 0;
      this.#offer(bench, fresh);
      for (const old of bench.idle.splice(0)) this.#offer(bench, old); // those that are replaced now
    } catch (error) {
      log('error', 'compiler cannot be started', { language: bench.language.id, detail: String(error) });
      const restMs = Math.min(MAX_REST_MS, REST_MS * 2 ** bench.failuresInARow++);
      await sleep(restMs, null, { signal }).catch(() => undefined); // cut short by the end of the service
    } finally {
      bench.making--;
      this.fill();
    }
  }
}
