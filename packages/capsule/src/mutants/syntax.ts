/** What the operators need of a syntax tree; tree-sitter's nodes have it. Positions are UTF-16 offsets. */
export interface SyntaxNode {
  readonly type: string;
  /** False for tokens such as `+` and keywords that the grammar has no name for. */
  readonly isNamed: boolean;
  readonly hasError: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly text: string;
  readonly parent: SyntaxNode | null;
  readonly children: readonly (SyntaxNode | null)[];
  childForFieldName(name: string): SyntaxNode | null;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(child => child !== null);
}

/** What could not be parsed, and where code only names things: annotations, includes, macros. */
const SKIPPED = [
  'ERROR',
  'type',
  'type_descriptor',
  'import_statement',
  'import_declaration',
  'preproc_include',
];

/** The node and all below it that is executed, in the order of the text. */
export function* descend(node: SyntaxNode): Generator<SyntaxNode> {
  if (SKIPPED.includes(node.type)) return;
  yield node;
  for (const child of childrenOf(node)) yield* descend(child);
}

/** Replaces the text from `start` to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export function replace(node: SyntaxNode, text: string): Edit {
  return { start: node.startIndex, end: node.endIndex, text };
}

export function applyEdits(source: string, edits: Edit[]): string {
  const fromTheEnd = [...edits].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce(
    (text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end),
    source,
  );
}
