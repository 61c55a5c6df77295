/** Where the operators find their targets in each language's tree-sitter grammar: names of its nodes. */
export interface Grammar {
  /** Parents of an operator token that may be exchanged. */
  binary: string[];
  augmented: string[];
  update: string[];
  integer: string[];
  float: string[];
  string: string[];
  /** Where a string is no value: an include, a documentation string. */
  stringsApart: string[];
  booleans: Map<string, string>;
  /** Nodes with a `condition` field. */
  conditional: string[];
  /** Negates the text of a condition, which may stand in parentheses. */
  negate: (condition: string) => string;
  /** Nodes that can be taken out as a whole, and what stands in their place. */
  statements: string[];
  emptyStatement: string;
  /** Lists of a call's arguments. */
  argumentLists: string[];
}

const bang = (condition: string) => (/^\(.*\)$/s.test(condition) ? `(!${condition})` : `!(${condition})`);

const C_LIKE = {
  binary: ['binary_expression'],
  augmented: ['assignment_expression', 'augmented_assignment_expression'],
  update: ['update_expression'],
  booleans: new Map(Object.entries({ true: 'false', false: 'true' })),
  negate: bang,
  statements: ['expression_statement'],
  emptyStatement: ';',
} as const;

const CPP: Grammar = {
  ...C_LIKE,
  binary: [...C_LIKE.binary],
  augmented: [...C_LIKE.augmented],
  update: [...C_LIKE.update],
  statements: [...C_LIKE.statements],
  integer: ['number_literal'],
  float: ['number_literal'],
  string: ['string_literal'],
  stringsApart: ['linkage_specification'],
  conditional: ['if_statement', 'while_statement', 'do_statement', 'conditional_expression'],
  argumentLists: ['argument_list'],
};

export const GRAMMARS: Record<'python' | 'javascript' | 'java' | 'c' | 'cpp', Grammar> = {
  python: {
    binary: ['comparison_operator', 'boolean_operator', 'binary_operator'],
    augmented: ['augmented_assignment'],
    update: [],
    integer: ['integer'],
    float: ['float'],
    string: ['string'],
    stringsApart: ['expression_statement'],
    booleans: new Map(Object.entries({ True: 'False', False: 'True' })),
    conditional: ['if_statement', 'elif_clause', 'while_statement', 'conditional_expression', 'if_clause'],
    negate: condition => `not (${condition})`,
    statements: ['expression_statement'],
    emptyStatement: 'pass',
    argumentLists: ['argument_list'],
  },
  javascript: {
    ...CPP,
    integer: ['number'],
    float: ['number'],
    string: ['string'],
    stringsApart: ['expression_statement', 'pair'],
    conditional: ['if_statement', 'while_statement', 'do_statement', 'ternary_expression'],
    argumentLists: ['arguments'],
  },
  java: {
    ...CPP,
    integer: ['decimal_integer_literal'],
    float: ['decimal_floating_point_literal'],
    stringsApart: [],
    conditional: ['if_statement', 'while_statement', 'do_statement', 'ternary_expression'],
  },
  c: CPP,
  cpp: CPP,
};
