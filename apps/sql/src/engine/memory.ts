import { WASM_MEMORY_BYTES } from './limits.ts';

const WASM_PAGE_BYTES = 65_536;
/** What sqlite3.wasm declares. */
const INITIAL_PAGES = 128;

/**
 * Memories of instances that are gone, to be used again. Leaving them to the garbage collector costs less until it
 * comes late; this way an isolate never holds more of them than were in use at once.
 */
export class MemoryPool {
  readonly #idle: WebAssembly.Memory[] = [];

  /** A memory of nothing but zeros. */
  take(): WebAssembly.Memory {
    const memory = this.#idle.pop();
    if (!memory)
      return new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: WASM_MEMORY_BYTES / WASM_PAGE_BYTES });
    new Uint8Array(memory.buffer).fill(0);
    return memory;
  }

  giveBack(memory: WebAssembly.Memory): void {
    this.#idle.push(memory);
  }

  get idleBytes(): number {
    return this.#idle.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  }
}
