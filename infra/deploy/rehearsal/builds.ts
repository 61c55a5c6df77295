import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../../tools/lib/command.ts';
import { ROOT } from '../../lib/environments.ts';

export interface Module {
  type: 'ESModule' | 'CompiledWasm';
  path: string;
  contents: string | Buffer;
}

/** The API with a fault as a release may have it: everything works, but who submits meets an exception. */
const FAULTY = (entry: string) => `
import worker from '${entry}';
export * from '${entry}';
export default {
  ...worker,
  fetch(request, env, context) {
    const isSubmit = request.method === 'POST' && new URL(request.url).pathname.endsWith('/submit');
    if (isSubmit) throw new TypeError("Cannot read properties of undefined (reading 'reviewedAt')");
    return worker.fetch(request, env, context);
  },
};
`;

/** The modules of a Worker as wrangler would upload them, the entry first. */
export async function buildWorker(
  name: 'api' | 'sql' | 'mutants',
  folder: string,
  entry: string[] = [],
): Promise<Module[]> {
  mkdirSync(folder, { recursive: true });
  const config = join(ROOT, 'apps', name, 'wrangler.jsonc');
  await command('wrangler', ['deploy', ...entry, '--dry-run', '--outdir', folder, '-c', config]);
  const [main = ''] = globSync('*.js', { cwd: folder });
  return [
    { type: 'ESModule', path: main, contents: readFileSync(join(folder, main), 'utf8') },
    ...globSync('*.wasm', { cwd: folder }).map(path => ({
      type: 'CompiledWasm' as const,
      path,
      contents: readFileSync(join(folder, path)),
    })),
  ];
}

/** The API of this repository, with the fault put in at build. */
export function buildFaultyApi(folder: string): Promise<Module[]> {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'faulty.js');
  writeFileSync(entry, FAULTY(join(ROOT, 'apps/api/src/index.ts')));
  return buildWorker('api', join(folder, 'built'), [entry]);
}
