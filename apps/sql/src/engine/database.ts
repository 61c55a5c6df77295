import { RESULT } from './exports.ts';
import { memoryLimit, QueryFailure } from './failure.ts';
import type { Guard } from './guard.ts';
import { MAX_VALUE_BYTES, OPS_PER_CHECK, type SqliteLimit } from './limits.ts';
import type { Sqlite } from './sqlite.ts';

const OPEN_READWRITE_CREATE_MEMORY = 0x2 | 0x4 | 0x80;
const ENABLE_FOREIGN_KEYS = 1002;
const DEFENSIVE = 1010;
const FREE_ON_CLOSE_RESIZEABLE = 1 | 2;
const MAX_MESSAGE_LENGTH = 1_000;

export interface DatabaseOptions {
  /** A serialized database to start from; null for an empty one. */
  image: Uint8Array | null;
  heapBytes: number;
  limits: readonly SqliteLimit[];
  foreignKeys: boolean;
}

/** An in-memory database with its limits set. Close it, unless its instance is thrown away. */
export class Database {
  readonly sqlite: Sqlite;
  readonly handle: number;

  constructor(sqlite: Sqlite, options: DatabaseOptions) {
    const { api } = sqlite;
    this.sqlite = sqlite;
    const opened = sqlite.withText(':memory:', name =>
      sqlite.outParameters(handle => api.sqlite3_open_v2(name, handle, OPEN_READWRITE_CREATE_MEMORY, 0)),
    );
    this.handle = opened.first;
    if (opened.code !== RESULT.ok) throw memoryLimit();
    this.#execute(`PRAGMA hard_heap_limit = ${options.heapBytes}`);
    if (options.image?.length) this.#load(options.image);
    this.#configure(ENABLE_FOREIGN_KEYS, options.foreignKeys);
    this.#configure(DEFENSIVE, true);
    // From here on no statement is ours: deserialize needs ATTACH, and the heap limit a PRAGMA.
    for (const { number, value } of options.limits) api.sqlite3_limit(this.handle, number, value);
    api.sqlite3_progress_handler(this.handle, OPS_PER_CHECK, sqlite.progressCallback, 0);
    api.sqlite3_set_authorizer(this.handle, sqlite.authorizeCallback, 0);
  }

  close(): void {
    this.sqlite.api.sqlite3_close_v2(this.handle);
  }

  isInTransaction(): boolean {
    return this.sqlite.api.sqlite3_get_autocommit(this.handle) === 0;
  }

  /** A copy of the main database as one file, or null when it would be larger than `maxBytes`. */
  serialize(maxBytes: number): Uint8Array | null {
    const { api } = this.sqlite;
    const { size, address } = this.sqlite.withText('main', schema => {
      const out = this.sqlite.outParameters(bytes => api.sqlite3_serialize(this.handle, schema, bytes, 0));
      return { address: out.code, size: out.first };
    });
    if (address === 0 && size > 0) throw memoryLimit();
    const image = size > maxBytes ? null : this.sqlite.bytes(address, size).slice();
    api.sqlite3_free(address);
    return image;
  }

  /** Tells why the last call on this database returned `code`. */
  failure(code: number, guard: Guard): QueryFailure {
    if (guard.denied !== null) return new QueryFailure('error', guard.denied);
    if (code === RESULT.interrupt) {
      return new QueryFailure('time_limit', `The SQL was stopped after ${guard.usedOps} operations`);
    }
    if (code === RESULT.noMemory || code === RESULT.full) return memoryLimit();
    const message = this.sqlite
      .cString(this.sqlite.api.sqlite3_errmsg(this.handle))
      .slice(0, MAX_MESSAGE_LENGTH);
    if (code !== RESULT.tooBig) return new QueryFailure('error', message);
    return new QueryFailure('error', `${message}: a value may have at most ${MAX_VALUE_BYTES} bytes`);
  }

  #load(image: Uint8Array): void {
    const { api } = this.sqlite;
    const address = this.sqlite.allocate(image.length);
    this.sqlite.bytes(address, image.length).set(image);
    const size = BigInt(image.length);
    // SQLite owns the bytes from here on, also when it fails.
    const code = this.sqlite.withText('main', schema =>
      api.sqlite3_deserialize(this.handle, schema, address, size, size, FREE_ON_CLOSE_RESIZEABLE),
    );
    if (code !== RESULT.ok) throw memoryLimit();
  }

  #configure(option: number, value: boolean): void {
    const code = this.sqlite.api.sqlite3__wasm_db_config_ip(this.handle, option, value ? 1 : 0, 0);
    if (code !== RESULT.ok) throw new Error(`SQLite refused option ${option} with code ${code}`);
  }

  #execute(sql: string): void {
    const { api } = this.sqlite;
    this.sqlite.withText(sql, address => {
      const { code, first } = this.sqlite.outParameters((statement, tail) =>
        api.sqlite3_prepare_v2(this.handle, address, -1, statement, tail),
      );
      if (code !== RESULT.ok || api.sqlite3_step(first) !== RESULT.row)
        throw new Error(`Failed with ${code}: ${sql}`);
      api.sqlite3_finalize(first);
    });
  }
}
