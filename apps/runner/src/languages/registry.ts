/** Finds the languages: each folder beside this file that has a `manifest.ts`. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Detect, Language } from './language.ts';

export const LANGUAGES_DIR = import.meta.dirname;

/** Loads each language of `folder` whose toolchain is on this machine; logs those that are left out, and why. */
export async function detectLanguages(
  folder: string,
  stage: (source: string, name: string) => Promise<string>,
  log: Log,
): Promise<Language[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const languages: Language[] = [];
  for (const entry of entries.filter(entry => entry.isDirectory())) {
    const { detect }: { detect: Detect } = await import(join(folder, entry.name, 'manifest.ts'));
    const detection = await detect(stage);
    if (detection.found) languages.push(detection.language);
    else log('warn', 'language left out', { language: entry.name, reason: detection.reason });
  }
  return languages.sort((a, b) => a.id.localeCompare(b.id));
}
