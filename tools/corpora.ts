import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Path of a file of the real-input corpora: in `DEVCAPSULES_CORPORA`, or in `../shared/corpora` beside the repository. */
export function corpus(name: string): string {
  return resolve(ROOT, process.env.DEVCAPSULES_CORPORA ?? '../shared/corpora', name);
}
