import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MutantMaker } from '@devcapsules/capsule/mutants/mutant';
import { mutantMaker } from '@devcapsules/capsule/mutants/parse';

const require = createRequire(import.meta.url);
const load = (path: string) => new WebAssembly.Module(readFileSync(require.resolve(path)));
const vscode = (name: string) => load(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);

let maker: MutantMaker | undefined;

/** Makes mutants in this process, with the grammars that the Worker has; they are loaded at the first use. */
export const localMutants: MutantMaker = request => {
  maker ??= mutantMaker({
    engine: load('web-tree-sitter/web-tree-sitter.wasm'),
    grammars: new Map([
      ...['python', 'javascript', 'java', 'cpp'].map((name): [string, WebAssembly.Module] => [
        name,
        vscode(name),
      ]),
      ['c', vscode('cpp')],
      ['sql', load('@l1xnan/tree-sitter-sql/tree-sitter-sql.wasm')],
    ]),
  });
  return maker(request);
};
