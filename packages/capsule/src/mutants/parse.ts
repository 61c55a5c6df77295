import { Language, Parser } from 'web-tree-sitter';
import { makeMutants } from './make.ts';
import type { MutantMaker } from './mutant.ts';

/** tree-sitter and its grammars as compiled modules: a Worker may not compile any at run time. */
export interface Modules {
  engine: WebAssembly.Module;
  grammars: Map<string, WebAssembly.Module>;
}

/**
 * Makes mutants of any of the languages; grammars are linked at their first use.
 * What it returns rejects with a RangeError for a language without a grammar.
 */
export function mutantMaker({ engine, grammars }: Modules): MutantMaker {
  const languages = new Map<string, Language>();
  let started: Promise<void> | undefined;

  const start = () =>
    Parser.init({
      instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        const instance = new WebAssembly.Instance(engine, imports);
        done(instance, engine);
        return instance.exports;
      },
    });

  return async ({ language, source, count }) => {
    const module = grammars.get(language);
    if (!module) throw new RangeError(`there is no grammar for ${language}`);
    started ??= start();
    await started;
    const known = languages.get(language) ?? Language.loadSync(module);
    languages.set(language, known);
    const parser = new Parser();
    try {
      parser.setLanguage(known);
      const tree = parser.parse(source);
      if (!tree) throw new Error('tree-sitter gave no tree');
      try {
        return makeMutants(language, source, tree.rootNode, count);
      } finally {
        tree.delete();
      }
    } finally {
      parser.delete();
    }
  };
}
