/** One compiler that is kept running: a process in a slot of its own, which is sent one compilation after the other. */

import type { Config } from '../config.ts';
import type { Language, ResidentCompiler } from '../languages/language.ts';
import { SlotFailure } from '../sandbox/connection.ts';
import { watchCpu } from '../sandbox/cpu-watch.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import { LiveInput } from '../sandbox/live-input.ts';
import type { EndReason } from '../sandbox/protocol.ts';
import type { RunReport, Slot } from '../sandbox/slot.ts';
import { AnswerReader, type CompilerAnswer, encodeCompilerRequest, type WireFile } from './compiler-wire.ts';
import { BASE_ENV, type Factory } from './factory.ts';
import { resourceLimits } from './limits.ts';

/** How one compilation ended, as if it had been a process of its own. */
export interface Compiled {
  report: RunReport;
  messages: Buffer;
  files: WireFile[];
}

export interface CompileLimits {
  wallMs: number;
  cpuMs: number;
}

export interface ResidentOptions {
  factory: Factory;
  config: Config;
  isolation: Isolation;
  language: Language;
  compiler: ResidentCompiler;
}

/** Its process is never asked to live this long. */
const LIFE_MS = 7 * 24 * 3600 * 1000;
const ANSWER_BYTES = 64 * 1024 * 1024;
const WARM_UPS = 5;
const WARM_UP_LIMITS = { wallMs: 30_000, cpuMs: 30_000 };
/** How long a compilation that no one waits for any more may go on, before it costs the compiler. */
const ABORT_GRACE_MS = 300;
/** What a compiler whose own memory ran out ends with (-XX:+ExitOnOutOfMemoryError). */
const OUT_OF_MEMORY_CODE = 3;

type End = { answer: CompilerAnswer } | { reason: EndReason | 'cpu' } | { lost: RunReport | null };

export class Resident {
  readonly #options: ResidentOptions;
  readonly #slot: Slot;
  readonly #input = new LiveInput(() => undefined);
  readonly #answers = new AnswerReader(ANSWER_BYTES);
  #settle: ((end: End) => void) | null = null;
  #lost = false;
  #compilations = 0;

  private constructor(slot: Slot, options: ResidentOptions) {
    this.#slot = slot;
    this.#options = options;
    void this.#live();
  }

  /** Starts one and has it warm itself up. Throws when it cannot be started. */
  static async start(options: ResidentOptions): Promise<Resident> {
    const slot = await options.factory.make(options.language, { urgent: false, waiting: false });
    const resident = new Resident(slot, options);
    try {
      for (let i = 0; i < WARM_UPS; i++)
        if (!(await resident.compile(options.compiler.warmUp, WARM_UP_LIMITS, new AbortController().signal)))
          throw new Error('the compiler ended while it was warmed up');
    } catch (error) {
      await resident.destroy();
      throw error;
    }
    resident.#compilations = 0;
    return resident;
  }

  /** It compiles no more: it has ended, or was ended. */
  get lost(): boolean {
    return this.#lost;
  }

  get compilations(): number {
    return this.#compilations;
  }

  /**
   * Compiles; one call at a time. A compilation that exceeds a limit costs the compiler. Null when it was lost for
   * no fault that can be told: the same sources may well compile elsewhere.
   */
  async compile(files: WireFile[], limits: CompileLimits, signal: AbortSignal): Promise<Compiled | null> {
    if (this.#lost) return null;
    const cgroup = this.#slot.cgroup;
    this.#compilations++;
    this.#slot.setActive(true);
    cgroup?.begin();
    const startedMs = performance.now();
    let settle = (): void => undefined;
    const end = await new Promise<End>(resolve => {
      this.#settle = resolve;
      const stop = (reason: EndReason | 'cpu') => () => resolve({ reason });
      const watch = watchCpu(cgroup, this.#options.config.slotCpus, limits.cpuMs, stop('cpu'));
      const timers = [setTimeout(stop('wall'), limits.wallMs)];
      const abort = () => timers.push(setTimeout(stop('killed'), ABORT_GRACE_MS));
      signal.addEventListener('abort', abort);
      settle = () => {
        watch.stop();
        for (const timer of timers) clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      };
      this.#input.write(encodeCompilerRequest(files));
    });
    settle();
    this.#settle = null;
    const wallMs = performance.now() - startedMs;
    const usage = cgroup?.usage() ?? null;
    this.#slot.setActive(false);
    const report = (reason: EndReason, exitCode: number | null): RunReport => ({
      ...{ reason, exitCode, signal: null, wallMs, maxRssBytes: 0, cut: [] },
      cpuMs: usage?.cpuMs ?? 0,
      cpuExceeded: false,
      usage,
    });
    const nothing = { messages: Buffer.alloc(0), files: [] };
    if ('answer' in end) {
      const { exitCode, messages, files: made } = end.answer;
      return { report: report('exit', exitCode), messages, files: made };
    }
    this.#lost = true;
    if ('reason' in end) {
      const { reason } = end;
      return reason === 'cpu'
        ? { report: { ...report('killed', null), cpuExceeded: true }, ...nothing }
        : { report: report(reason, null), ...nothing };
    }
    const outOfMemory = usage?.oomKilled || end.lost?.exitCode === OUT_OF_MEMORY_CODE;
    if (!usage || !outOfMemory) return null;
    return { report: { ...report('exit', null), usage: { ...usage, oomKilled: true } }, ...nothing };
  }

  /** Resolves when nothing of it is left. */
  destroy(): Promise<void> {
    this.#lost = true;
    return this.#options.factory.destroy(this.#slot);
  }

  /** The process from its start to its end, which is never of its own choice. */
  async #live(): Promise<void> {
    const { compiler, config, isolation, language } = this.#options;
    const { argv, env } = compiler.command(config.compileMemoryBytes);
    let report: RunReport | null = null;
    try {
      report = await this.#slot.run({
        spec: {
          argv,
          env: { ...BASE_ENV, ...env },
          wallMs: LIFE_MS,
          stdoutBytes: 2 ** 32 - 1,
          stderrBytes: config.outputBytes,
          channelBytes: 0,
          resourceLimits: resourceLimits(config, isolation, language, null),
          withChannel: false,
        },
        stdin: this.#input,
        channelInput: null,
        cpuLimitMs: Number.POSITIVE_INFINITY,
        memoryBytes: config.compileMemoryBytes,
        signal: new AbortController().signal,
        onOutput: (stream, bytes) => stream === 'stdout' && this.#hear(bytes),
      });
    } catch (error) {
      if (!(error instanceof SlotFailure)) throw error; // its slot was lost or destroyed
    }
    this.#lost = true;
    this.#settle?.({ lost: report });
  }

  #hear(bytes: Buffer): void {
    try {
      const answer = this.#answers.push(bytes);
      if (answer) this.#settle?.({ answer });
    } catch {
      this.#settle?.({ lost: null }); // no answer of our program: what was compiled has taken it over
    }
  }
}
