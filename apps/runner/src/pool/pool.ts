/** Ready slots per language. A slot serves one request, then is destroyed and replaced. */

import type { Language } from '../languages/language.ts';
import type { Log } from '../log.ts';
import type { Slot } from '../sandbox/slot.ts';
import type { Factory } from './factory.ts';

export interface PoolStats {
  /** Ready slots of each language. */
  ready: Record<string, number>;
  /** Slots that exist, in whatever state. */
  slots: number;
}

/** After this many failures in a row the pool waits before it tries again. */
const PATIENCE = 3;
const RETRY_MS = 1000;

export class Pool {
  readonly #factory: Factory;
  readonly #languages: Language[];
  readonly #size: number;
  readonly #log: Log;
  readonly #ready = new Map<string, Slot[]>();
  readonly #ending = new Set<Promise<void>>();
  #closed = false;
  #refilling: Promise<void> | null = null;

  constructor(options: { factory: Factory; languages: Language[]; size: number; log: Log }) {
    this.#factory = options.factory;
    this.#languages = options.languages;
    this.#size = options.size;
    this.#log = options.log;
    for (const language of options.languages) this.#ready.set(language.id, []);
  }

  /** A slot of the caller's own: a ready one, or, when there is none, a new one without a waiting interpreter. */
  async acquire(language: Language): Promise<Slot> {
    const slot = this.#takeReady(language) ?? (await this.#factory.make(language, false));
    slot.activate();
    this.refill();
    return slot;
  }

  /** Ends a slot's life. Returns at once; the rest happens behind. */
  release(slot: Slot): void {
    this.#end(slot);
    this.refill();
  }

  get stats(): PoolStats {
    const ready = Object.fromEntries([...this.#ready].map(([id, slots]) => [id, slots.length]));
    return { ready, slots: this.#factory.count };
  }

  /** Tops the pool up behind the caller's back, one slot at a time. */
  refill(): void {
    this.#refilling ??= this.#refillAll().finally(() => {
      this.#refilling = null;
    });
  }

  /** Resolves when the pool is full and nothing of a used slot is left. */
  async settled(): Promise<void> {
    while (this.#refilling || this.#ending.size > 0) {
      await this.#refilling;
      await Promise.all(this.#ending);
    }
  }

  /** Destroys every ready slot; those in use must have been released. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#refilling;
    for (const slots of this.#ready.values()) for (const slot of slots.splice(0)) this.#end(slot);
    await Promise.all(this.#ending);
  }

  #takeReady(language: Language): Slot | undefined {
    const slots = this.#ready.get(language.id) ?? [];
    for (let slot = slots.shift(); slot; slot = slots.shift()) {
      if (!slot.failed) return slot;
      this.#end(slot);
    }
    return undefined;
  }

  #end(slot: Slot): void {
    const ending = this.#factory
      .destroy(slot)
      .catch(error => this.#log('error', 'slot cannot be destroyed', { detail: String(error) }))
      .finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }

  /** The language that lacks most, so that none starves. */
  #neediest(): Language | undefined {
    const lack = (language: Language) => this.#size - (this.#ready.get(language.id)?.length ?? 0);
    return this.#languages.filter(language => lack(language) > 0).sort((a, b) => lack(b) - lack(a))[0];
  }

  async #refillAll(): Promise<void> {
    let failures = 0;
    for (let language = this.#neediest(); language && !this.#closed; language = this.#neediest()) {
      try {
        this.#ready.get(language.id)?.push(await this.#factory.make(language, true));
        failures = 0;
      } catch (error) {
        this.#log('error', 'slot cannot be made', { language: language.id, detail: String(error) });
        if (++failures >= PATIENCE) await new Promise(resolve => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}
