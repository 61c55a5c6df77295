/** Files by key in a folder that only the service can enter, up to a number of bytes; the oldest use goes first. */

import { chmod, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of a finished file; what else is in the folder is being written, or left from a write that was cut short. */
const KEY = /^[0-9a-f]{64}$/;
/** No write takes so long: another instance with the same folder is not disturbed. */
const CUT_SHORT_AFTER_MS = 600_000;

export class DiskCache {
  readonly #folder: string;
  readonly #maxBytes: number;
  /** Sizes in order of last use. */
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #writes = 0;

  private constructor(folder: string, maxBytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** Takes up what an earlier run of the service left in `folder`; with no bytes to keep, leaves it alone. */
  static async open(folder: string, maxBytes: number): Promise<DiskCache> {
    const cache = new DiskCache(folder, maxBytes);
    if (maxBytes === 0) return cache;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const found: { name: string; size: number; mtimeMs: number }[] = [];
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const entry = await stat(path).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
        return null; // another instance removed it
      });
      if (!entry) continue;
      if (KEY.test(name)) found.push({ name, size: entry.size, mtimeMs: entry.mtimeMs });
      else if (entry.mtimeMs < Date.now() - CUT_SHORT_AFTER_MS)
        await rm(path, { recursive: true, force: true });
    }
    for (const { name, size } of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) cache.#count(name, size);
    await cache.#evict();
    return cache;
  }

  async get(key: string): Promise<Buffer | null> {
    const size = this.#sizes.get(key);
    if (size === undefined) return null;
    const path = join(this.#folder, key);
    try {
      const content = await readFile(path);
      const now = new Date();
      await utimes(path, now, now);
      this.#count(key, size);
      return content;
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.#forget(key); // another instance, or the operator, removed it
      return null;
    }
  }

  /** What is larger than the whole cache is not kept. */
  async set(key: string, content: Buffer): Promise<void> {
    if (content.length > this.#maxBytes) return;
    const path = join(this.#folder, key);
    const temporary = `${path}.${process.pid}.${this.#writes++}`;
    await writeFile(temporary, content, { mode: 0o600 });
    await rename(temporary, path);
    this.#count(key, content.length);
    await this.#evict();
  }

  async remove(key: string): Promise<void> {
    this.#forget(key);
    await rm(join(this.#folder, key), { force: true });
  }

  async #evict(): Promise<void> {
    for (const oldest of this.#sizes.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      await this.remove(oldest);
    }
  }

  #count(key: string, size: number): void {
    this.#forget(key);
    this.#sizes.set(key, size);
    this.#bytes += size;
  }

  #forget(key: string): void {
    this.#bytes -= this.#sizes.get(key) ?? 0;
    this.#sizes.delete(key);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
