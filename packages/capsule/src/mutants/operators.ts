import type { Grammar } from './grammars.ts';
import type { Operator } from './mutant.ts';
import { childrenOf, type Edit, replace, type SyntaxNode } from './syntax.ts';

/** One fault: what kind, where, and the edits that make it. */
export interface Fault {
  operator: Operator;
  at: number;
  edits: Edit[];
}

const COMPARISON = new Map(
  Object.entries({
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '==': '!=',
    '!=': '==',
    '===': '!==',
    '!==': '===',
    in: 'not in',
    'not in': 'in',
    is: 'is not',
    'is not': 'is',
  }),
);
const ARITHMETIC = new Map(
  Object.entries({
    '+': '-',
    '-': '+',
    '*': '+',
    '/': '*',
    '//': '*',
    '%': '*',
    '**': '*',
    '<<': '>>',
    '>>': '<<',
    '&': '|',
    '|': '&',
    '^': '&',
  }),
);
const LOGICAL = new Map(
  Object.entries({
    and: 'or',
    or: 'and',
    '&&': '||',
    '||': '&&',
    '??': '&&',
  }),
);
const ASSIGNMENT = new Map(
  Object.entries({
    '+=': '-=',
    '-=': '+=',
    '*=': '+=',
    '/=': '*=',
    '//=': '*=',
    '%=': '*=',
    '|=': '&=',
    '&=': '|=',
    '^=': '|=',
    '<<=': '>>=',
    '>>=': '<<=',
  }),
);
const UPDATE = new Map(
  Object.entries({
    '++': '--',
    '--': '++',
  }),
);

/** All faults whose target is this node, in the languages that have statements and expressions. */
export function faultsAt(node: SyntaxNode, grammar: Grammar): Fault[] {
  return [
    ...exchangedTokens(node, grammar),
    ...changedConstants(node, grammar),
    ...negatedConditions(node, grammar),
    ...removedStatements(node, grammar),
    ...swappedArguments(node, grammar.argumentLists),
  ];
}

function exchangedTokens(node: SyntaxNode, grammar: Grammar): Fault[] {
  const { parent } = node;
  if (node.isNamed || !parent) return [];
  const exchange = (operator: Operator, table: Map<string, string>) => {
    const text = table.get(node.type);
    return text === undefined ? [] : [fault(operator, replace(node, text))];
  };
  if (grammar.binary.includes(parent.type)) {
    return [
      ...exchange('comparison', COMPARISON),
      ...exchange('arithmetic', ARITHMETIC),
      ...exchange('logical', LOGICAL),
    ];
  }
  if (grammar.augmented.includes(parent.type)) return exchange('assignment', ASSIGNMENT);
  if (grammar.update.includes(parent.type)) return exchange('assignment', UPDATE);
  return [];
}

/** Off by one in both directions, the other truth value, an empty text. */
function changedConstants(node: SyntaxNode, grammar: Grammar): Fault[] {
  const change = (text: string) => fault('constant', replace(node, text));
  const boolean = grammar.booleans.get(node.text);
  if (boolean !== undefined && childrenOf(node).length === 0) return [change(boolean)];
  if (!node.isNamed) return [];
  if (grammar.integer.includes(node.type)) {
    const [, digits, suffix = ''] = /^(\d{1,18})([lLuUn]*)$/.exec(node.text) ?? [];
    if (digits !== undefined && !/^0\d/.test(digits)) {
      return [1n, -1n].map(step => change(`${BigInt(digits) + step}${suffix}`));
    }
  }
  if (grammar.float.includes(node.type) && /^\d+\.\d*$/.test(node.text)) {
    return [change(String(Number(node.text) + 1).replace(/^(\d+)$/, '$1.0'))];
  }
  const isValue =
    grammar.string.includes(node.type) && !grammar.stringsApart.includes(node.parent?.type ?? '');
  const [, quote, inner] = /^("|')(.+)\1$/s.exec(node.text) ?? [];
  return isValue && inner !== undefined ? [change(`${quote}${quote}`)] : [];
}

function negatedConditions(node: SyntaxNode, grammar: Grammar): Fault[] {
  if (!grammar.conditional.includes(node.type)) return [];
  const condition = node.childForFieldName('condition') ?? pythonCondition(node);
  return condition ? [fault('negated_condition', replace(condition, grammar.negate(condition.text)))] : [];
}

/** Python's conditional expression and comprehension filter name no field: the condition follows `if`. */
function pythonCondition(node: SyntaxNode): SyntaxNode | undefined {
  const children = childrenOf(node);
  return children[children.findIndex(child => child.type === 'if') + 1];
}

function removedStatements(node: SyntaxNode, grammar: Grammar): Fault[] {
  if (!grammar.statements.includes(node.type)) return [];
  const isDocumentation = childrenOf(node).every(child => !child.isNamed || child.type === 'string');
  return isDocumentation ? [] : [fault('removed_statement', replace(node, grammar.emptyStatement))];
}

/** Each two neighbours, where they differ. */
export function swappedArguments(node: SyntaxNode, lists: string[]): Fault[] {
  if (!lists.includes(node.type)) return [];
  const args = childrenOf(node).filter(child => child.isNamed && !child.type.includes('comment'));
  return args.flatMap((left, index) => {
    const right = args[index + 1];
    if (!right || left.text === right.text) return [];
    return [fault('swapped_arguments', replace(left, right.text), replace(right, left.text))];
  });
}

export function fault(operator: Operator, first: Edit, ...more: Edit[]): Fault {
  return { operator, at: first.start, edits: [first, ...more] };
}
