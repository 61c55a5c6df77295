/**
 * Precompiled headers by the exact block of system headers a source starts with. They are made behind the first
 * uses of a block, from names of standard headers alone: nothing of a learner's source gets there. A source finds
 * one by its own first include, and compiles to the same where there is none.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../../log.ts';
import { type LeadingBlock, leadingBlock } from './block.ts';

/** Only for a source of this name. */
export const SOURCE_NAME = 'main.cpp';
const KEY = /^[0-9a-f]{32}$/;
const BUILD_TIMEOUT_MS = 60_000;
/** All of them together; one takes 25 to 125 MB. */
const MAX_BYTES = 512 * 1024 * 1024;
/** A block is worth its disk when it comes again. */
const USES_BEFORE = 2;
/** Blocks whose uses are counted. */
const MAX_COUNTED = 1000;

export class PrecompiledHeaders {
  readonly #folder: string;
  readonly #compiler: string[];
  readonly #log: Log;
  /** Sizes in order of last use. */
  readonly #ready = new Map<string, number>();
  readonly #uses = new Map<string, number>();
  readonly #closing = new AbortController();
  #building: Promise<void> | null = null;

  private constructor(folder: string, compiler: string[], log: Log) {
    this.#folder = folder;
    this.#compiler = compiler;
    this.#log = log;
  }

  /** `compiler` is the command that sources are compiled with, up to the language's name. */
  static async open(folder: string, compiler: string[], log: Log): Promise<PrecompiledHeaders> {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await chmod(folder, 0o755);
    const headers = new PrecompiledHeaders(folder, compiler, log);
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const ageMs = Date.now() - (await stat(path)).mtimeMs;
      if (KEY.test(name)) headers.#ready.set(name, await sizeOf(path));
      else if (ageMs > 2 * BUILD_TIMEOUT_MS) await rm(path, { recursive: true, force: true }); // cut short
    }
    return headers;
  }

  /** Options for a source that is compiled alone; none until its headers are ready. */
  optionsFor(source: string): string[] {
    const block = leadingBlock(source);
    if (!block) return [];
    const key = createHash('sha256').update(block.text).digest('hex').slice(0, 32);
    const size = this.#ready.get(key);
    if (size === undefined) {
      this.#consider(key, block);
      return [];
    }
    this.#ready.delete(key);
    this.#ready.set(key, size);
    return ['-I', join(this.#folder, key)];
  }

  /** Ends what is being made, and makes no more. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#building;
  }

  #consider(key: string, block: LeadingBlock): void {
    const uses = (this.#uses.get(key) ?? 0) + 1;
    if (this.#uses.size >= MAX_COUNTED) this.#uses.clear();
    this.#uses.set(key, uses);
    const { signal } = this.#closing;
    if (uses < USES_BEFORE || this.#building || signal.aborted) return;
    this.#uses.delete(key);
    this.#building = this.#build(key, block)
      .catch(error => {
        if (!signal.aborted) this.#log('warn', 'headers cannot be precompiled', { detail: String(error) });
      })
      .finally(() => {
        this.#building = null;
      });
  }

  async #build(key: string, block: LeadingBlock): Promise<void> {
    const work = await mkdtemp(join(this.#folder, 'build-'));
    try {
      // Diagnostics tell where headers were included: the name and the lines are the source's own.
      await writeFile(join(work, SOURCE_NAME), block.text);
      const made = join(work, 'made');
      const target = join(made, `${block.first}.gch`);
      await mkdir(dirname(target), { recursive: true });
      // What a source includes once more, or a header of its own does, is looked for here too: it is read as ever.
      await writeFile(join(made, block.first), `#include_next <${block.first}>\n`);
      const [compiler = '', ...options] = this.#compiler;
      const argv = [...options, '-x', 'c++-header', SOURCE_NAME, '-o', target];
      const limit = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(BUILD_TIMEOUT_MS)]);
      await run(['nice', '-n', '19', compiler, ...argv], work, limit);
      for (const path of [made, dirname(target)]) await chmod(path, 0o755);
      for (const path of [target, join(made, block.first)]) await chmod(path, 0o644);
      const place = join(this.#folder, key);
      if (!existsSync(place)) await rename(made, place); // another instance can have been faster
      this.#ready.set(key, await sizeOf(join(this.#folder, key)));
      await this.#evict();
    } finally {
      await rm(work, { recursive: true });
    }
  }

  async #evict(): Promise<void> {
    let bytes = [...this.#ready.values()].reduce((sum, size) => sum + size, 0);
    for (const [oldest, size] of this.#ready) {
      if (bytes <= MAX_BYTES) return;
      this.#ready.delete(oldest);
      await rm(join(this.#folder, oldest), { recursive: true, force: true });
      bytes -= size;
    }
  }
}

/** A compiler is several processes: all of them end with the signal. Throws when it does not end well. */
async function run([command = '', ...args]: string[], cwd: string, signal: AbortSignal): Promise<void> {
  const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
  const child = spawn(command, args, { cwd, env, stdio: 'ignore', detached: true });
  const kill = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  const [code] = await once(child, 'exit').finally(() => signal.removeEventListener('abort', kill));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(entries.map(async name => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
