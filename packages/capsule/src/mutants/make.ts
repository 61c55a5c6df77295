import { GRAMMARS } from './grammars.ts';
import type { Mutant } from './mutant.ts';
import { type Fault, faultsAt } from './operators.ts';
import { sqlFaultsAt } from './sql.ts';
import { applyEdits, descend, type SyntaxNode } from './syntax.ts';

/**
 * Mutants of a source from its syntax tree: at most `count`, as many operators and as many places as
 * there are. The same source gives the same mutants.
 */
export function makeMutants(language: string, source: string, root: SyntaxNode, count: number): Mutant[] {
  const grammar = Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language as keyof typeof GRAMMARS] : undefined;
  const find = (node: SyntaxNode) => (grammar ? faultsAt(node, grammar) : sqlFaultsAt(node));
  const faults = [...descend(root)].flatMap(find);
  const seen = new Set([squeeze(source)]);
  const mutants: Mutant[] = [];
  for (const fault of spread(faults)) {
    if (mutants.length === count) break;
    const text = applyEdits(source, fault.edits);
    const squeezed = squeeze(text);
    if (seen.has(squeezed)) continue;
    seen.add(squeezed);
    mutants.push({ operator: fault.operator, line: lineOf(source, fault.at), source: text });
  }
  return mutants.sort((a, b) => a.line - b.line);
}

/** Takes turns between the operators; within one, starts with places far from each other. */
function spread(faults: Fault[]): Fault[] {
  const byOperator = Map.groupBy(faults, fault => fault.operator);
  const queues = [...byOperator.values()].map(halving);
  const longest = Math.max(0, ...queues.map(queue => queue.length));
  return Array.from({ length: longest }, (_, turn) => queues.map(queue => queue[turn]))
    .flat()
    .filter(fault => fault !== undefined);
}

/** First, last, middle, quarters …: a prefix of the answer covers the whole. */
function halving<Item>(items: Item[]): Item[] {
  const taken = new Set<number>();
  for (let parts = 1; taken.size < items.length; parts *= 2) {
    for (let part = 0; part <= parts; part++) taken.add(Math.round((part * (items.length - 1)) / parts));
  }
  return [...taken].flatMap(index => items.slice(index, index + 1));
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
