import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { importExercism } from '@devcapsules/capsule/import/exercism';
import type { Folder, Imported } from '@devcapsules/capsule/import/folder';
import { importHumanEval } from '@devcapsules/capsule/import/humaneval';
import { importKattis } from '@devcapsules/capsule/import/kattis';
import { readFolder } from '@devcapsules/capsule/import/own';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { EXIT, Failure } from '../exit.ts';
import { fileOf, unreadable } from './problems.ts';
import { readText, readTexts } from './text.ts';

export const FORMS = ['folder', 'json', 'kattis', 'exercism', 'humaneval'] as const;
export type Form = (typeof FORMS)[number];

export interface Read {
  /** For humans: where it came from. */
  name: string;
  capsule: Capsule;
  /** What could not be taken along. */
  notes: string[];
}

/** Reads one capsule from a folder or a file. @throws Failure */
export async function readCapsule(path: string): Promise<Read> {
  const [only, ...others] = await readCapsules(path);
  if (!only) throw new Failure(EXIT.unreadable, `${path}: holds no capsule.`);
  if (others.length > 0)
    throw new Failure(EXIT.unreadable, `${path}: holds several capsules; import them first.`);
  return only;
}

/** Reads all capsules of a folder or a file, in whichever form they are. @throws Failure naming each problem */
export async function readCapsules(path: string, form?: Form): Promise<Read[]> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new Failure(EXIT.unreadable, `${path}: is missing.`);
  const isFolder = info.isDirectory();
  const chosen = form ?? (await detect(path, isFolder));
  if (chosen === 'humaneval') return readLines(path);
  if (chosen === 'json') return [await readJson(isFolder ? join(path, 'capsule.json') : path)];
  if (!isFolder) throw new Failure(EXIT.unreadable, `${path}: is no folder, which the form ${chosen} is.`);
  return [await readFrom(path, chosen)];
}

async function detect(path: string, isFolder: boolean): Promise<Form> {
  if (!isFolder) return path.endsWith('.jsonl') ? 'humaneval' : 'json';
  const has = async (name: string) => (await stat(join(path, name)).catch(() => null)) !== null;
  if (await has('capsule.md')) return 'folder';
  if (await has('capsule.json')) return 'json';
  if (await has('problem.yaml')) return 'kattis';
  if (await has('.meta/config.json')) return 'exercism';
  throw new Failure(
    EXIT.unreadable,
    `${path}: is no capsule (it has no capsule.md, capsule.json, problem.yaml or .meta/config.json).`,
  );
}

async function readJson(path: string): Promise<Read> {
  const text = await readText(path);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Failure(
      EXIT.unreadable,
      `${path}: is not JSON (${error instanceof Error ? error.message : error}).`,
    );
  }
  const parsed = parseCapsule(document);
  if (!parsed.ok) throw unreadable(path, parsed.problems, () => path);
  return { name: path, capsule: parsed.capsule, notes: [] };
}

async function readLines(path: string): Promise<Read[]> {
  const text = await readText(path);
  try {
    return importHumanEval(text).map(({ id, capsule }) => ({ name: id, capsule, notes: [] }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure(EXIT.unreadable, `${path}: ${error.message}.`);
  }
}

async function readFrom(path: string, form: 'folder' | 'kattis' | 'exercism'): Promise<Read> {
  const { files, notText } = await readTexts(path);
  const read: Record<typeof form, (folder: Folder) => Imported> = {
    folder: readFolder,
    kattis: importKattis,
    exercism: folder => importExercism(folder, basename(resolve(path))),
  };
  const answer = read[form](files);
  if (answer.ok) return { name: path, capsule: answer.capsule, notes: answer.notes };
  const binary = answer.problems.find(problem => notText.includes(problem.path));
  if (binary) throw new Failure(EXIT.unreadable, `${join(path, binary.path)}: is no UTF-8 text.`);
  throw unreadable(path, answer.problems, place =>
    form === 'folder' ? join(path, fileOf(place, files)) : path,
  );
}
