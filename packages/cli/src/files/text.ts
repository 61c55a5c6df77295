import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '@devcapsules/capsule/import/folder';
import { EXIT, Failure } from '../exit.ts';
import { listFiles } from './list.ts';

/** @throws Failure when it can't be read as UTF-8 */
export async function readText(path: string): Promise<string> {
  const text = decode(await read(path));
  if (text === null) throw new Failure(EXIT.unreadable, `${path}: is no UTF-8 text.`);
  return text;
}

/** A folder's texts, and which of its files are none: pictures may lie beside a statement. @throws Failure */
export async function readTexts(folder: string): Promise<{ files: Folder; notText: string[] }> {
  const files = new Map<string, string>();
  const notText: string[] = [];
  for (const name of await listFiles(folder)) {
    const text = decode(await read(join(folder, name)));
    if (text === null) notText.push(name);
    else files.set(name, text);
  }
  return { files, notText };
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(EXIT.unreadable, `${path}: ${error.code === 'ENOENT' ? 'is missing' : error.message}.`);
  });
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
