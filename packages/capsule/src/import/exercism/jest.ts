import type { ProgramTest } from '../../schema/tests.ts';
import { Unreadable } from '../folder.ts';
import { JEST } from './jest-shim.ts';

/** A JavaScript test file as one test, run by as much of Jest as the track uses. @throws Unreadable */
export function jestTest(path: string, file: string, module: string): Omit<ProgramTest, 'hidden'> {
  const used = /\bjest\.(\w+)/.exec(file)?.[1];
  if (used !== undefined) throw new Unreadable(path, `needs jest.${used}, which is not here`);
  const code = file.replace(
    /^import\s+([^;]*?)\s+from\s+['"]([^'"]+)['"];?/gms,
    (_, names: string, from: string) => {
      if (from === '@jest/globals') return '';
      if (from !== `./${module}`) throw new Unreadable(path, `imports ${from}, which is not here`);
      return importOf(names);
    },
  );
  return { name: path, code: `${JEST}\n${code}\nawait __run();\n` };
}

/** The learner's names stand in the test's scope already; only new names have to be made. */
function importOf(names: string): string {
  const inner = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  if (inner === undefined) return '';
  return inner
    .split(',')
    .map(one => /^\s*(\w+)\s+as\s+(\w+)\s*$/.exec(one))
    .flatMap(match => (match ? [`const ${match[2]} = ${match[1]};`] : []))
    .join(' ');
}
