import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mutantMaker } from '../src/mutants/parse.ts';

const require = createRequire(import.meta.url);
const load = (path: string) => new WebAssembly.Module(readFileSync(require.resolve(path)));
const vscode = (name: string) => load(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);

/** Mutants made in this process, with the grammars that the Worker has. */
export const localMutants = mutantMaker({
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
