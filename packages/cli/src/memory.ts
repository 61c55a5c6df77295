import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Memory, Remembered } from '@devcapsules/capsule/proof/proof';
import { z } from 'zod';
import { EXIT, Failure } from './exit.ts';
import { VERSION } from './version.ts';

const entrySchema = z.object({ key: z.string(), value: z.json() });
/** Nobody goes on with a proof interrupted longer ago. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** What an interrupted proof has found out, in a file of its own: one finding a line. */
export interface ProofMemory extends Memory {
  /** Findings of an earlier attempt. */
  readonly known: number;
  /** The proof has come to its end, or is to begin anew. */
  forget(): Promise<void>;
}

/**
 * The memory of the proof of one content, by this version of the proof.
 * @throws Failure when the folder can't be written
 */
export async function openMemory(folder: string, contentHash: string): Promise<ProofMemory> {
  const path = join(folder, `${contentHash}-${VERSION}.jsonl`);
  await mkdir(folder, { recursive: true }).catch(unwritable);
  await forgetOld(folder);
  const findings = await readFindings(path);
  return {
    known: findings.size,
    get: async key => findings.get(key),
    async set(key, value) {
      findings.set(key, value);
      if (isOurFault(value)) return;
      // The line break goes before, so that a line which a crash cut off ends there and spoils no other.
      await appendFile(path, `\n${JSON.stringify({ key, value })}`).catch(unwritable);
    },
    async forget() {
      findings.clear();
      await rm(path, { force: true });
    },
  };

  function unwritable(error: Error): never {
    throw new Failure(EXIT.unreadable, `${folder}: can't be written (${error.message}); see XDG_CACHE_HOME.`);
  }
}

async function readFindings(path: string): Promise<Map<string, Remembered>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Failure(EXIT.unreadable, `${path}: ${error.message}`);
  });
  return new Map(text.split('\n').flatMap(readFinding));
}

/** Something failed that may work the next time. */
function isOurFault(value: Remembered): boolean {
  return (
    typeof value === 'object' && value !== null && 'verdict' in value && value.verdict === 'internal_error'
  );
}

/** None of a line that is not whole. */
function readFinding(line: string): [string, Remembered][] {
  try {
    const { key, value } = entrySchema.parse(JSON.parse(line));
    return [[key, value]];
  } catch {
    return [];
  }
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (name.endsWith('.jsonl') && info && Date.now() - info.mtimeMs > KEPT_MS)
      await rm(path, { force: true });
  }
}
