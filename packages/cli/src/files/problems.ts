import { join } from 'node:path';
import type { Folder } from '@devcapsules/capsule/import/folder';
import type { Problem } from '@devcapsules/capsule/schema/parse';
import { EXIT, Failure } from '../exit.ts';

/** Importers name a file where it can't be read, and a place in the document where that is wrong: `tests.0.args`. */
const FILE = /\/|\.(md|json|ya?ml|tex|sql|py|js|java|c|cpp)$/;

/** One line a problem, each with the file to look in. */
export function unreadable(path: string, problems: Problem[], locate: (place: string) => string): Failure {
  const lines = problems.map(({ path: place, message }) =>
    FILE.test(place)
      ? `${join(path, place)}: ${message}`
      : `${locate(place)}: ${place || 'the document'}: ${message}`,
  );
  return new Failure(EXIT.unreadable, lines.join('\n'));
}

/** The file of the folder form that has a place of the document. */
export function fileOf(place: string, files: Folder): string {
  const [head = ''] = place.split('.');
  if (head === 'tests') return 'tests.json';
  if (place === 'judge.setup') return 'setup.sql';
  const program = place === 'judge.comparer.source' ? 'checker' : head;
  return [...files.keys()].find(name => name.startsWith(`${program}.`)) ?? 'capsule.md';
}
