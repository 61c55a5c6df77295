import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const IGNORED = new Set(['.git', 'node_modules']);

/** The regular files below a folder, as paths with `/` relative to it; none when there is no such folder. */
export async function listFiles(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const found = entries.map(async entry => {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : listFiles(folder, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(found)).flat().sort();
}
