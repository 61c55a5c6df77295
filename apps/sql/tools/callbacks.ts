/**
 * SQLite calls back through WebAssembly's function table, which takes functions of WebAssembly only, and workerd
 * compiles no WebAssembly at run time. This is the module that lends JavaScript functions to the table:
 * it imports `host.<name>` and exports the same function under `<name>`.
 */

const I32 = 0x7f;
const FUNCTION = 0x60;

/** Callbacks by name, with their count of i32 parameters; each returns an i32. See sqlite3.h. */
const CALLBACKS: readonly (readonly [name: string, parameterCount: number])[] = [
  ['progress', 1],
  ['authorize', 6],
];

/** The module's bytes: the same on each call. Sections in the order of the WebAssembly binary format. */
export function callbacksModule(): Uint8Array<ArrayBuffer> {
  const types = CALLBACKS.map(([, count]) => [
    FUNCTION,
    ...vector(Array<number[]>(count).fill([I32])),
    1,
    I32,
  ]);
  const imports = CALLBACKS.map(([name], type) => [...text('host'), ...text(name), 0x00, type]);
  const exports = CALLBACKS.map(([name], index) => [...text(name), 0x00, index]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d],
    ...[0x01, 0x00, 0x00, 0x00],
    ...section(1, types),
    ...section(2, imports),
    ...section(7, exports),
  ]);
}

function section(id: number, entries: number[][]): number[] {
  const body = vector(entries);
  return [id, length(body.length), ...body];
}

function vector(entries: number[][]): number[] {
  return [length(entries.length), ...entries.flat()];
}

function text(value: string): number[] {
  return [length(value.length), ...new TextEncoder().encode(value)];
}

/** Lengths are LEB128, whose values below 128 are one byte. */
function length(value: number): number {
  if (value > 127) throw new RangeError(`${value} does not fit one byte of LEB128`);
  return value;
}
