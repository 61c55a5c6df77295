import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Folder } from '@devcapsules/capsule/import/folder';
import { EXIT, Failure } from '../exit.ts';
import { listFiles } from './list.ts';

/** The files that are a form's, whatever the capsule: one left of another capsule would become part of this one. */
const OWN = {
  folder: /^(capsule\.md|tests\.json|setup\.sql|(starter|solution|checker)\.\w+|wrong\/.+)$/,
  kattis:
    /^(problem\.yaml|(problem_)?statement\/.+|data\/(sample|secret)\/.+|submissions\/(accepted|wrong_answer)\/.+)$/,
};

/** Refuses to write where something of the form is. @throws Failure */
export async function refuseExisting(path: string, form: keyof typeof OWN): Promise<void> {
  const existing = (await guard(path, listFiles(path))).find(name => OWN[form].test(name));
  if (existing !== undefined) throw exists(join(path, existing));
}

/** Writes a capsule's files; with `force` in place of those of the one that is there. @throws Failure */
export async function writeFiles(
  path: string,
  files: Folder,
  { form, force }: { form: keyof typeof OWN; force: boolean },
): Promise<void> {
  if (!force) await refuseExisting(path, form);
  const old = (await guard(path, listFiles(path))).filter(name => OWN[form].test(name) && !files.has(name));
  for (const name of old) await guard(join(path, name), rm(join(path, name)));
  for (const [name, text] of files) await write(join(path, name), text);
}

/** @throws Failure */
export async function writeOne(path: string, text: string, force: boolean): Promise<void> {
  if (!force && (await stat(path).catch(() => null)) !== null) throw exists(path);
  await write(path, text);
}

async function write(path: string, text: string): Promise<void> {
  await guard(path, mkdir(dirname(path), { recursive: true }));
  await guard(path, writeFile(path, text));
}

function exists(path: string): Failure {
  return new Failure(EXIT.unreadable, `${path}: exists already; --force replaces what is there.`);
}

async function guard<Result>(path: string, work: Promise<Result>): Promise<Result> {
  return work.catch((error: Error) => {
    throw new Failure(EXIT.unreadable, `${path}: ${error.message}`);
  });
}
