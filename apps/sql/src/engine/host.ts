/**
 * What the SQLite module asks of its host: memory, clocks and random bytes. There is no file system in here:
 * every other system call fails with ENOSYS, so no SQL can reach one.
 */

const WASM_PAGE_BYTES = 65_536;
/** From WASI's errno. */
const ENOSYS = 52;
const CLOCK_REALTIME = 0;
const RANDOM_DEVICE = '/dev/urandom';
/** SQLite refuses file descriptors below 3. */
const RANDOM_DESCRIPTOR = 3;

const FILE_SYSTEM_CALLS = (
  'chmod faccessat fchmod fchown32 fcntl64 fstat64 ftruncate64 getcwd ioctl lstat64 mkdirat newfstatat ' +
  'readlinkat rmdir stat64 unlinkat utimensat'
).split(' ');
const DESCRIPTOR_CALLS = ['fd_fdstat_get', 'fd_seek', 'fd_sync', 'fd_write'];

/** The imports of sqlite3.wasm (3.54.1-build1); `memory` is the one the instance will use. */
export function hostImports(memory: WebAssembly.Memory, maxBytes: number): WebAssembly.Imports {
  const view = () => new DataView(memory.buffer);
  const unsupported = () => -ENOSYS;

  return {
    env: {
      memory,
      ...Object.fromEntries(FILE_SYSTEM_CALLS.map(name => [`__syscall_${name}`, unsupported])),
      __syscall_openat: (_directory: number, path: number) =>
        startsWith(memory, path, `${RANDOM_DEVICE}\0`) ? RANDOM_DESCRIPTOR : -ENOSYS,
      _mmap_js: unsupported,
      _munmap_js: unsupported,
      emscripten_date_now: () => Date.now(),
      emscripten_get_now: () => performance.now(),
      emscripten_get_heap_max: () => maxBytes,
      emscripten_resize_heap: (bytes: number) => grow(memory, bytes >>> 0, maxBytes),
      _tzset_js: () => {},
      _localtime_js: (seconds: bigint, target: number) => writeUtc(view(), target, Number(seconds)),
    },
    wasi_snapshot_preview1: {
      ...Object.fromEntries(DESCRIPTOR_CALLS.map(name => [name, () => ENOSYS])),
      fd_close: () => 0,
      fd_read: (descriptor: number, vectors: number, count: number, readBytes: number) =>
        descriptor === RANDOM_DESCRIPTOR ? fillRandom(memory, vectors, count, readBytes) : ENOSYS,
      environ_sizes_get: (count: number, bytes: number) => {
        view().setUint32(count, 0, true);
        view().setUint32(bytes, 0, true);
        return 0;
      },
      environ_get: () => 0,
      clock_time_get: (clock: number, _precision: bigint, target: number) => {
        const nowMs = clock === CLOCK_REALTIME ? Date.now() : performance.now();
        view().setBigUint64(target, BigInt(Math.round(nowMs * 1e6)), true);
        return 0;
      },
    },
  };
}

function startsWith(memory: WebAssembly.Memory, address: number, expected: string): boolean {
  const bytes = new Uint8Array(memory.buffer, address, expected.length);
  return String.fromCharCode(...bytes) === expected;
}

/** malloc's request for more; false becomes SQLITE_NOMEM. */
function grow(memory: WebAssembly.Memory, wantedBytes: number, maxBytes: number): boolean {
  if (wantedBytes > maxBytes) return false;
  // A fifth more than asked for, or each page that is written would cost one growth.
  const targetBytes = Math.min(maxBytes, Math.max(wantedBytes, memory.buffer.byteLength * 1.2));
  memory.grow(Math.ceil((targetBytes - memory.buffer.byteLength) / WASM_PAGE_BYTES));
  return true;
}

/** Fills an array of iovec (address, length) and writes the sum of the lengths to `readBytes`. */
function fillRandom(memory: WebAssembly.Memory, vectors: number, count: number, readBytes: number): number {
  const view = new DataView(memory.buffer);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const address = view.getUint32(vectors + index * 8, true);
    const length = view.getUint32(vectors + index * 8 + 4, true);
    crypto.getRandomValues(new Uint8Array(memory.buffer, address, length));
    total += length;
  }
  view.setUint32(readBytes, total, true);
  return 0;
}

/** Fills a `struct tm`: local time is UTC, as in every Worker. */
function writeUtc(view: DataView, target: number, seconds: number): void {
  const date = new Date(seconds * 1000);
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000);
  const isDaylightSaving = 0;
  const offsetSeconds = 0;
  const fields = [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    date.getUTCFullYear() - 1900,
    date.getUTCDay(),
    dayOfYear,
    isDaylightSaving,
    offsetSeconds,
  ];
  for (const [index, field] of fields.entries()) view.setInt32(target + index * 4, field, true);
}
