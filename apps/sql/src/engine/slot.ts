import type { MemoryPool } from './memory.ts';
import { Sqlite } from './sqlite.ts';

/** Holds the instance that the cases of a call share for as long as it is sound. */
export class InstanceSlot {
  readonly #pool: MemoryPool;
  #instance: Sqlite | null = null;

  constructor(pool: MemoryPool) {
    this.#pool = pool;
  }

  get(): Sqlite {
    this.#instance ??= new Sqlite(this.#pool);
    return this.#instance;
  }

  discard(): void {
    this.#instance?.dispose();
    this.#instance = null;
  }
}
