import type { Capsule } from '../schema/capsule.ts';
import { type Problem, parseCapsule } from '../schema/parse.ts';

/** A folder's files: path with `/`, relative to the folder, and text. */
export type Folder = ReadonlyMap<string, string>;

/** What an importer makes of a folder: a capsule, with notes on what could not be taken along, or why not. */
export type Imported = { ok: true; capsule: Capsule; notes: string[] } | { ok: false; problems: Problem[] };

/** Something in the folder that can't be read; importers turn it into a problem of that file. */
export class Unreadable extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** Runs an importer: its document is parsed by the schema, and what it can't read becomes a problem. */
export function imported(read: () => { document: unknown; notes: string[] }): Imported {
  try {
    const { document, notes } = read();
    const parsed = parseCapsule(document);
    return parsed.ok ? { ok: true, capsule: parsed.capsule, notes } : parsed;
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.path, error.message);
    throw error;
  }
}

export function failed(path: string, message: string): Imported {
  return { ok: false, problems: [{ path, message }] };
}

/** @throws Unreadable */
export function need(folder: Folder, path: string): string {
  const text = folder.get(path);
  if (text === undefined) throw new Unreadable(path, 'is missing');
  return text;
}

/** @throws Unreadable */
export function parseJson(folder: Folder, path: string): unknown {
  try {
    return JSON.parse(need(folder, path));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable(path, `is not JSON: ${error.message}`);
    throw error;
  }
}
