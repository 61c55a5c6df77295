/** Finds the languages: each folder beside this file, and in the operator's own folder, that has a `manifest.ts`. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Detect, Language } from './language.ts';

export const LANGUAGES_DIR = import.meta.dirname;

/**
 * Loads each language of `folders` whose toolchain is on this machine; logs those that are left out, and why.
 * A manifest is code that runs with the service's rights.
 */
export async function detectLanguages(
  folders: string[],
  stage: (source: string, name: string) => Promise<string>,
  log: Log,
): Promise<Language[]> {
  const languages: Language[] = [];
  for (const { folder, name } of (await Promise.all(folders.map(foldersIn))).flat()) {
    const { detect }: { detect: Detect } = await import(join(folder, name, 'manifest.ts'));
    const detection = await detect(stage, log);
    const reason = detection.found ? clash(detection.language, languages) : detection.reason;
    if (detection.found && reason === null) languages.push(detection.language);
    else log('warn', 'language left out', { language: name, reason });
  }
  return languages.sort((a, b) => a.id.localeCompare(b.id));
}

async function foldersIn(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => ({ folder, name }));
}

function clash(language: Language, others: Language[]): string | null {
  return others.some(one => one.id === language.id) ? `${language.id} is there already` : null;
}
