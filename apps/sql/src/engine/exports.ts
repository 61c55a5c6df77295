/**
 * The part of sqlite3.wasm's C interface that is used here. Addresses and handles are numbers, 64-bit integers bigint.
 * Names and meanings: https://sqlite.org/c3ref/funclist.html
 */
export interface SqliteExports {
  __indirect_function_table: WebAssembly.Table;
  __wasm_call_ctors(): void;
  sqlite3_initialize(): number;
  sqlite3_malloc64(bytes: bigint): number;
  sqlite3_free(address: number): void;
  sqlite3_status64(counter: number, current: number, highest: number, reset: number): number;
  sqlite3_open_v2(name: number, database: number, flags: number, vfs: number): number;
  sqlite3_close_v2(database: number): number;
  sqlite3_limit(database: number, limit: number, value: number): number;
  sqlite3__wasm_db_config_ip(database: number, option: number, value: number, result: number): number;
  sqlite3_progress_handler(database: number, everyOps: number, callback: number, context: number): void;
  sqlite3_set_authorizer(database: number, callback: number, context: number): number;
  sqlite3_serialize(database: number, schema: number, bytes: number, flags: number): number;
  sqlite3_deserialize(
    database: number,
    schema: number,
    data: number,
    bytes: bigint,
    capacity: bigint,
    flags: number,
  ): number;
  sqlite3_get_autocommit(database: number): number;
  sqlite3_errmsg(database: number): number;
  sqlite3_prepare_v2(database: number, sql: number, bytes: number, statement: number, tail: number): number;
  sqlite3_bind_parameter_count(statement: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_finalize(statement: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_name(statement: number, column: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_column_int64(statement: number, column: number): bigint;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_blob(statement: number, column: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
}

/** Result codes: https://sqlite.org/rescode.html */
export const RESULT = {
  ok: 0,
  noMemory: 7,
  interrupt: 9,
  full: 13,
  tooBig: 18,
  row: 100,
  done: 101,
} as const;

/** Column types: https://sqlite.org/c3ref/c_blob.html */
export const TYPE = { integer: 1, float: 2, text: 3, blob: 4, null: 5 } as const;
