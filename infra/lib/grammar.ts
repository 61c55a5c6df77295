import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
/** Grammars as WebAssembly, out of their packages. */
const GRAMMARS = {
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
  terraform: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
} as const;
export type Grammar = keyof typeof GRAMMARS;

const parsers = new Map<Grammar, Parser>();

/** The syntax tree of a text. What does not fit the grammar is in it as nodes of their own, see {@link syntaxErrors}. */
export async function parse(grammar: Grammar, text: string): Promise<Node> {
  let parser = parsers.get(grammar);
  if (!parser) {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(readFileSync(require.resolve(GRAMMARS[grammar]))));
    parsers.set(grammar, parser);
  }
  const tree = parser.parse(text);
  if (!tree) throw new Error(`The ${grammar} parser gave no tree`);
  return tree.rootNode;
}

/** A file's tree. The grammar knows no assignment of parameters: to it, those of a .bicepparam are variables. */
export async function parseFile(path: string): Promise<Node> {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.bicepparam'))
    return parse('bicep', text.replace(/^using .*$/m, '').replaceAll(/^param /gm, 'var '));
  return parse(path.endsWith('.bicep') ? 'bicep' : 'terraform', text);
}

/** Where a tree departs from its grammar: `12:4 text`, lines and columns from 1. */
export function syntaxErrors(node: Node): string[] {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    return [`${row + 1}:${column + 1} ${node.isMissing ? `missing ${node.type}` : node.text.slice(0, 60)}`];
  }
  return node.hasError ? node.children.flatMap(child => (child ? syntaxErrors(child) : [])) : [];
}
