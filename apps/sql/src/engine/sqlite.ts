import sqliteModule from '@sqlite.org/sqlite-wasm/sqlite3.wasm';
import callbacksModule from './callbacks.wasm';
import { RESULT, type SqliteExports } from './exports.ts';
import { memoryLimit, withCleanUp } from './failure.ts';
import type { Guard } from './guard.ts';
import { hostImports } from './host.ts';
import { WASM_MEMORY_BYTES } from './limits.ts';
import type { MemoryPool } from './memory.ts';

const STATUS_MEMORY_USED = 0;
/** Room for the out-parameters of one call, none of which is larger than 64 bits. */
const SCRATCH_BYTES = 16;

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const encoder = new TextEncoder();

/** One instance of SQLite with a memory of its own. Whatever goes wrong in it goes away with it. */
export class Sqlite {
  readonly api: SqliteExports;
  readonly progressCallback: number;
  readonly authorizeCallback: number;
  /** Asked by the callbacks; set while a script runs. */
  guard: Guard | null = null;
  readonly #pool: MemoryPool;
  readonly #memory: WebAssembly.Memory;
  readonly #scratch: number;

  constructor(pool: MemoryPool) {
    this.#pool = pool;
    this.#memory = pool.take();
    const instance = new WebAssembly.Instance(sqliteModule, hostImports(this.#memory, WASM_MEMORY_BYTES));
    // The module is pinned to one exact version, so its exports are known.
    this.api = instance.exports as unknown as SqliteExports;
    this.api.__wasm_call_ctors();
    if (this.api.sqlite3_initialize() !== RESULT.ok) throw new Error('SQLite did not initialize');
    this.#scratch = this.allocate(SCRATCH_BYTES);
    const callbacks = this.#callbacks();
    this.progressCallback = this.#install(callbacks.progress);
    this.authorizeCallback = this.#install(callbacks.authorize);
  }

  /** Gives the memory to a later instance: this one must not be used again, in whatever state it is. */
  dispose(): void {
    this.#pool.giveBack(this.#memory);
  }

  /** The address of so many bytes; throws a QueryFailure when there are none. */
  allocate(bytes: number): number {
    const address = this.api.sqlite3_malloc64(BigInt(bytes));
    if (address === 0) throw memoryLimit();
    return address;
  }

  /** A view that is valid until SQLite allocates again. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, address, length);
  }

  byteAt(address: number): number | undefined {
    return this.bytes(address, 1)[0];
  }

  /** Text of known length; what isn't UTF-8 becomes U+FFFD. */
  text(address: number, length: number): string {
    return decoder.decode(this.bytes(address, length));
  }

  /** Text up to its NUL; empty for the null pointer. */
  cString(address: number): string {
    if (address === 0) return '';
    const end = new Uint8Array(this.#memory.buffer).indexOf(0, address);
    return this.text(address, end - address);
  }

  /** Calls `use` with a NUL-terminated copy of the text. */
  withText<T>(text: string, use: (address: number) => T): T {
    const encoded = encoder.encode(text);
    const address = this.allocate(encoded.length + 1);
    const target = this.bytes(address, encoded.length + 1);
    target.set(encoded);
    target[encoded.length] = 0;
    return withCleanUp(
      () => use(address),
      () => this.api.sqlite3_free(address),
    );
  }

  /** Calls `use` with the address of two 64-bit out-parameters, then reads the low halves of both. */
  outParameters(use: (first: number, second: number) => number): {
    code: number;
    first: number;
    second: number;
  } {
    const code = use(this.#scratch, this.#scratch + 8);
    const view = new DataView(this.#memory.buffer, this.#scratch, SCRATCH_BYTES);
    return { code, first: view.getUint32(0, true), second: view.getUint32(8, true) };
  }

  /** The most bytes SQLite held at once since the last `resetPeak`. */
  peakBytes(): number {
    return this.#memoryStatus(false);
  }

  resetPeak(): void {
    this.#memoryStatus(true);
  }

  #memoryStatus(reset: boolean): number {
    return this.outParameters((current, highest) =>
      this.api.sqlite3_status64(STATUS_MEMORY_USED, current, highest, reset ? 1 : 0),
    ).second;
  }

  #callbacks(): { progress: () => number; authorize: (...args: number[]) => number } {
    const host = {
      progress: () => this.guard?.progress() ?? 0,
      authorize: (_context: number, action: number, first: number, second: number) =>
        this.guard?.authorize(action, first, second, address => this.cString(address)) ?? 0,
    };
    const exports: unknown = new WebAssembly.Instance(callbacksModule, { host }).exports;
    return exports as { progress: () => number; authorize: () => number };
  }

  #install(callback: unknown): number {
    const table = this.api.__indirect_function_table;
    const index = table.grow(1);
    table.set(index, callback);
    return index;
  }
}
