/** Ready slots per language. A slot serves one request, then is destroyed and replaced. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../languages/language.ts';
import type { Log } from '../log.ts';
import type { Slot } from '../sandbox/slot.ts';
import type { Factory } from './factory.ts';

export interface PoolStats {
  /** Ready slots of each language. */
  ready: Record<string, number>;
  /** Slots of each language in the making. */
  making: Record<string, number>;
  /** Slots of each language that serve a request. */
  used: Record<string, number>;
  /** Slots of each language, since the start, that could not be made or were lost. */
  failures: Record<string, number>;
  /** Slots that exist, in whatever state. */
  slots: number;
}

export interface PoolOptions {
  factory: Factory;
  languages: Language[];
  /** Ready slots kept per language. */
  size: number;
  /** Slots that may be in the making at the same time. */
  makers: number;
  log: Log;
}

interface Waiter {
  resolve(slot: Slot): void;
  reject(error: unknown): void;
}

/** How long the pool rests after a slot could not be made and no one waits for it. */
const REST_MS = 1000;

class Shelf {
  readonly language: Language;
  readonly ready: Slot[] = [];
  readonly waiters: Waiter[] = [];
  readonly used = new Set<Slot>();
  making = 0;
  failures = 0;

  constructor(language: Language) {
    this.language = language;
  }

  /** Slots still to be started, so that every waiter is served and `size` are ready. */
  lacks(size: number): number {
    return size + this.waiters.length - this.ready.length - this.making;
  }
}

export class Pool {
  readonly #options: PoolOptions;
  readonly #shelves: Shelf[];
  /** What goes on behind the callers' backs: slots being made and slots being destroyed. */
  readonly #tasks = new Set<Promise<void>>();
  #making = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#shelves = options.languages.map(language => new Shelf(language));
  }

  /** A slot of the caller's own: a ready one, or the next that is made. */
  async acquire(language: Language): Promise<Slot> {
    const shelf = this.#shelves.find(one => one.language === language);
    if (!shelf || this.#closed) throw new Error(`no slots of ${language.id}`);
    const slot = this.#takeReady(shelf) ?? (await this.#next(shelf));
    shelf.used.add(slot);
    slot.setActive(true);
    this.refill();
    return slot;
  }

  /** Whether more than half of a language's ready slots are there. */
  hasPlenty(language: Language): boolean {
    const shelf = this.#shelves.find(one => one.language === language);
    return (shelf?.ready.length ?? 0) > this.#options.size / 2;
  }

  /** Ends a slot's life. Returns at once; the rest happens behind. */
  release(slot: Slot): void {
    const shelf = this.#shelves.find(one => one.used.delete(slot));
    if (shelf && slot.failed) shelf.failures++;
    this.#behind(this.#options.factory.destroy(slot), 'slot cannot be destroyed');
  }

  get stats(): PoolStats {
    const count = (of: (shelf: Shelf) => number) =>
      Object.fromEntries(this.#shelves.map(shelf => [shelf.language.id, of(shelf)]));
    return {
      ready: count(one => one.ready.length),
      making: count(one => one.making),
      used: count(one => one.used.size),
      failures: count(one => one.failures),
      slots: this.#options.factory.count,
    };
  }

  /** Starts as many slots as lack and as may be made at once. */
  refill(): void {
    while (!this.#closed && this.#making < this.#options.makers) {
      const shelf = this.#neediest();
      if (!shelf) return;
      shelf.making++;
      this.#making++;
      this.#behind(this.#make(shelf), 'pool');
    }
  }

  /** Resolves when the pool is full and nothing of a used slot is left. */
  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  /** Destroys every ready slot; those in use must have been released. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
    for (const { ready } of this.#shelves) for (const slot of ready.splice(0)) this.release(slot);
    await this.settled();
  }

  #behind(work: Promise<void>, failure: string): void {
    const task = work
      .catch(error => this.#options.log('error', failure, { detail: String(error) }))
      .finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
  }

  #takeReady(shelf: Shelf): Slot | undefined {
    for (let slot = shelf.ready.shift(); slot; slot = shelf.ready.shift()) {
      if (!slot.failed) return slot;
      shelf.failures++;
      this.release(slot);
    }
    return undefined;
  }

  #next(shelf: Shelf): Promise<Slot> {
    return new Promise((resolve, reject) => {
      shelf.waiters.push({ resolve, reject });
      this.refill();
    });
  }

  /** Where someone waits comes first, then what lacks most, so that no language starves. */
  #neediest(): Shelf | undefined {
    const { size } = this.#options;
    return this.#shelves
      .filter(one => one.lacks(size) > 0)
      .sort((a, b) => b.waiters.length - a.waiters.length || b.lacks(size) - a.lacks(size))[0];
  }

  async #make(shelf: Shelf): Promise<void> {
    try {
      const slot = await this.#options.factory.make(shelf.language, {
        urgent: shelf.waiters.length > 0,
        waiting: true,
      });
      const waiter = shelf.waiters.shift();
      if (waiter) waiter.resolve(slot);
      else shelf.ready.push(slot);
    } catch (error) {
      shelf.failures++;
      this.#options.log('error', 'slot cannot be made', {
        language: shelf.language.id,
        detail: String(error),
      });
      const waiter = shelf.waiters.shift();
      if (waiter) waiter.reject(error);
      else await sleep(REST_MS);
    } finally {
      shelf.making--;
      this.#making--;
      this.refill();
    }
  }
}
