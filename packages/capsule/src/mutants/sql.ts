import { type Fault, fault, swappedArguments } from './operators.ts';
import { childrenOf, replace, type SyntaxNode } from './syntax.ts';

/** Slips that people make in SQL, after Tuya, Suárez-Cabal and de la Riva, "Mutating database queries" (2007). */
const KEYWORDS = new Map<string, { text: string; parents?: string[] }[]>(
  Object.entries({
    keyword_and: [{ text: 'OR', parents: ['binary_expression'] }],
    keyword_or: [{ text: 'AND', parents: ['binary_expression'] }],
    keyword_asc: [{ text: 'DESC' }],
    keyword_desc: [{ text: 'ASC' }],
    keyword_distinct: [{ text: '' }],
    keyword_left: [{ text: 'INNER', parents: ['join'] }],
    keyword_inner: [{ text: 'LEFT', parents: ['join'] }],
    keyword_like: [{ text: 'NOT LIKE' }],
    keyword_in: [{ text: 'NOT IN', parents: ['binary_expression'] }],
    keyword_exists: [{ text: 'NOT EXISTS', parents: ['exists'] }],
    keyword_all: [{ text: '', parents: ['set_operation'] }],
    keyword_union: [{ text: 'EXCEPT', parents: ['set_operation'] }],
    keyword_is: [{ text: 'IS NOT' }],
    keyword_not: [{ text: '' }],
  }),
);
const COMPARISON = new Map(
  Object.entries({
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '=': '<>',
    '<>': '=',
    '!=': '=',
  }),
);
const ARITHMETIC = new Map(Object.entries({ '+': '-', '-': '+', '*': '+', '/': '*', '%': '*' }));
const FUNCTIONS = new Map(
  Object.entries({
    min: 'MAX',
    max: 'MIN',
    sum: 'COUNT',
    count: 'SUM',
    avg: 'SUM',
    rank: 'ROW_NUMBER',
    dense_rank: 'RANK',
    row_number: 'RANK',
    lag: 'LEAD',
    lead: 'LAG',
    first_value: 'LAST_VALUE',
    upper: 'LOWER',
    lower: 'UPPER',
  }),
);
/** Clauses that a query works without, to another result. */
const CLAUSES = ['where', 'group_by', 'order_by', 'limit'];

/** All faults whose target is this node of a SQL statement. */
export function sqlFaultsAt(node: SyntaxNode): Fault[] {
  return [
    ...keywordFaults(node),
    ...operatorFaults(node),
    ...constantFaults(node),
    ...functionFaults(node),
    ...clauseFaults(node),
    ...swappedArguments(node, ['select_expression', 'invocation_arguments']),
  ];
}

function keywordFaults(node: SyntaxNode): Fault[] {
  // IS NOT is read as one operator: taking NOT out turns it round already.
  const beforeNot = node.type === 'keyword_is' && /^\s*not\b/i.test(textAfter(node));
  if (beforeNot) return [];
  const changes = KEYWORDS.get(node.type) ?? [];
  return changes
    .filter(({ parents }) => !parents || parents.includes(node.parent?.type ?? ''))
    .map(({ text }) => fault('sql_keyword', replace(node, text)));
}

function textAfter(node: SyntaxNode): string {
  const { parent } = node;
  return parent ? parent.text.slice(node.endIndex - parent.startIndex) : '';
}

function operatorFaults(node: SyntaxNode): Fault[] {
  const inPlace = node.parent?.type === 'binary_expression' && !node.isNamed;
  if (!inPlace && node.type !== 'op_other') return [];
  const comparison = COMPARISON.get(node.text);
  const arithmetic = ARITHMETIC.get(node.text);
  return [
    ...(comparison === undefined ? [] : [fault('comparison', replace(node, comparison))]),
    ...(arithmetic === undefined ? [] : [fault('arithmetic', replace(node, arithmetic))]),
  ];
}

function constantFaults(node: SyntaxNode): Fault[] {
  if (node.type !== 'literal') return [];
  if (/^\d{1,15}$/.test(node.text)) {
    return [1, -1].map(step => fault('constant', replace(node, String(Number(node.text) + step))));
  }
  return /^'.+'$/s.test(node.text) ? [fault('constant', replace(node, "''"))] : [];
}

function functionFaults(node: SyntaxNode): Fault[] {
  if (node.parent?.type !== 'invocation' || node.type !== 'object_reference') return [];
  const other = FUNCTIONS.get(node.text.toLowerCase());
  return other === undefined ? [] : [fault('sql_function', replace(node, other))];
}

function clauseFaults(node: SyntaxNode): Fault[] {
  if (!CLAUSES.includes(node.type) || childrenOf(node).length === 0) return [];
  return [fault('sql_clause', replace(node, ''))];
}
