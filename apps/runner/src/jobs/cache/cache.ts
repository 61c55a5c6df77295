/**
 * Compilations that were done before, by everything they depend on: compiler, command, limits and sources.
 * Kept are those that depend on nothing else: programs, and errors in sources; not what ran out of time or memory.
 */

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { Command, Language } from '../../languages/language.ts';
import type { Log } from '../../log.ts';
import type { Job } from '../job.ts';
import { DiskCache } from './disk.ts';
import { type Compiled, decodeEntry, encodeEntry, ownMemory } from './entry.ts';
import { MemoryCache } from './memory.ts';

export class CompileCache {
  readonly #memory: MemoryCache<Compiled>;
  readonly #disk: DiskCache;
  readonly #log: Log;
  readonly #toolchains = new Map<Language, Promise<string>>();

  private constructor(memory: MemoryCache<Compiled>, disk: DiskCache, log: Log) {
    this.#memory = memory;
    this.#disk = disk;
    this.#log = log;
  }

  /** Opens the cache in the state folder; a size of 0 turns memory or disk off. */
  static async open(config: Config, log: Log): Promise<CompileCache> {
    const disk = await DiskCache.open(join(config.stateDir, 'compiled'), config.compileCacheDiskBytes);
    return new CompileCache(new MemoryCache(config.compileCacheMemoryBytes), disk, log);
  }

  /** The key of one compilation, in hexadecimal. */
  async key(job: Job, command: Command): Promise<string> {
    const hash = createHash('sha256');
    const { cpuMs, wallMs, memoryBytes } = job.compileLimits;
    const toolchain = await this.#toolchain(job.language);
    hash.update(JSON.stringify([toolchain, command.argv, command.env, cpuMs, wallMs, memoryBytes]));
    for (const { name, content } of job.files)
      hash.update(`\0${JSON.stringify([name, content.length])}\0`).update(content);
    return hash.digest('hex');
  }

  /** Null when it is not known; a fault of the disk is logged and the same. */
  async get(key: string): Promise<Compiled | null> {
    const known = this.#memory.get(key);
    if (known) return known;
    try {
      const bytes = await this.#disk.get(key);
      if (!bytes) return null;
      const compiled = decodeEntry(bytes);
      if (compiled) this.#memory.set(key, compiled, bytes.length);
      else await this.#disk.remove(key);
      return compiled;
    } catch (error) {
      this.#log('warn', 'compile cache cannot be read', { detail: String(error) });
      return null;
    }
  }

  async set(key: string, compiled: Compiled): Promise<void> {
    const { status, code } = compiled.result;
    if (status !== null && !(status === 'RE' && code !== 0)) return;
    const bytes = encodeEntry(compiled);
    this.#memory.set(key, ownMemory(compiled), bytes.length);
    try {
      await this.#disk.set(key, bytes);
    } catch (error) {
      this.#log('warn', 'compile cache cannot be written', { detail: String(error) });
    }
  }

  #toolchain(language: Language): Promise<string> {
    const known = this.#toolchains.get(language) ?? describeToolchain(language);
    this.#toolchains.set(language, known);
    return known;
  }
}

/** Besides the version: a package can be renewed under the same one. */
async function describeToolchain({ id, version, binds }: Language): Promise<string> {
  const states = binds.map(async ({ source, target }) => {
    const { size, mtimeMs } = await stat(source);
    return [source, target, size, mtimeMs];
  });
  return JSON.stringify([id, version, await Promise.all(states)]);
}
