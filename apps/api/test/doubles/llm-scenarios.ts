/** What the double answers to one call. Without `status` it is a completion. */
export type Reply =
  | { answer: unknown }
  /** Text as it is, such as broken JSON. */
  | { text: string; finish?: 'stop' | 'length' }
  | { refusal: string }
  | { finish: 'content_filter' }
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { hang: true }
  /** The connection breaks off in the middle of the reply. */
  | { cut: true };

export type Agent = 'pedagogist' | 'coder' | 'blind_solver' | 'debugger' | 'mentor' | 'embedder';
/** By agent: one reply a call, in turn; the last one from then on. Without one, prompts are embedded as they should be. */
export type Scenario = Partial<Record<Agent, Reply[]>>;

const STATEMENT =
  'A shop counts its large orders.\n\nGiven the amounts and a limit, return the sum of all amounts that are **greater than** the limit. An amount equal to the limit does not count. Amounts may be negative; of an empty list the sum is 0.\n\nExample: amounts `[5, 12, 9]` and limit `8` give `21`.';
const VAGUE = STATEMENT.replace(' An amount equal to the limit does not count.', '').replace(
  '**greater than**',
  'beyond',
);

const RIGHT = `def total_above(amounts, limit):
    total = 0
    for amount in amounts:
        if amount > limit:
            total += amount
    return total
`;
/** Counts the limit itself too; whatever is expected by running it agrees with it. */
const WRONG = RIGHT.replace('amount > limit', 'amount >= limit');

/** The same in one line, in which few faults can be made: each that goes unnoticed weighs. */
const SHORT =
  'def total_above(amounts, limit):\n    return sum(amount for amount in amounts if amount > limit)\n';

const input = (name: string, amounts: number[], limit: number, hidden = true) => ({
  name,
  hidden,
  args: JSON.stringify([amounts, limit]),
  setup: null,
});
const INPUTS = [
  input('some above', [5, 12, 9], 8, false),
  input('no amounts', [], 3, false),
  input('equal to the limit', [4, 4, 7], 4, false),
  input('none above', [1, 2, 3], 9),
  input('negative limit', [-5, -1, 0], -2),
  input('one amount above', [10], 9),
  input('one amount equal', [9], 9),
  input('negative amounts above a lower limit', [-3, -8, -1], -4),
  input('a zero limit', [0, 1, -1, 6], 0),
  input('many', [3, 14, 15, 92, 65, 35, 89, 79], 50),
];
/** No amount is ever equal to the limit: whether it counts does not show. */
const WEAK_INPUTS = [
  input('one above', [10], 9, false),
  input('one of two above', [1, 20], 9, false),
  input('no amounts', [], 3),
  input('none above', [3, 2], 9),
];

const PLAN = {
  title: 'Large orders',
  statement: STATEMENT,
  objectives: ['Add up what meets a condition'],
  tags: ['loops', 'conditions'],
  mistakes: ['counts amounts equal to the limit', 'counts amounts instead of adding them up'],
  hints: [
    'What must be remembered while you look at one amount after another?',
    'Keep a running sum, and add to it only what is above the limit.',
    'Begin with 0, go through the amounts, compare each with the limit, add it if it is greater, return the sum.',
  ],
  signature: {
    functionName: 'total_above',
    params: [
      { name: 'amounts', type: 'list<int>' },
      { name: 'limit', type: 'int' },
    ],
    returns: 'int',
  },
  tables: null,
  ordered: false,
};
const CODE = {
  solution: RIGHT,
  setup: null,
  validator: 'def is_valid(amounts, limit):\n    return True\n',
  inputs: INPUTS,
  wrong_solutions: [
    { why: 'counts instead of adding up', source: RIGHT.replace('total += amount', 'total += 1') },
    { why: 'forgets the condition', source: 'def total_above(amounts, limit):\n    return sum(amounts)\n' },
  ],
};
const UNCHANGED = {
  finding: 'Nothing that could be mended.',
  statement: null,
  solution: null,
  setup: null,
  validator: null,
  hints: null,
  inputs: null,
  further_inputs: null,
  wrong_solutions: null,
};

const plan = { answer: PLAN };
const code = { answer: CODE };
const solved = { answer: { solution: RIGHT } };
const misread = { answer: { solution: WRONG } };
const unchanged = { answer: UNCHANGED };
const weak = { answer: { ...CODE, solution: SHORT, inputs: WEAK_INPUTS, wrong_solutions: [] } };
const good = { pedagogist: [plan], coder: [code], blind_solver: [solved], debugger: [unchanged] };
const first = (reply: Reply): Scenario => ({ ...good, pedagogist: [reply, plan] });
const always = (reply: Reply): Scenario => ({ ...good, pedagogist: [reply] });

/** How a provider behaves, from beginning to end. */
export const SCENARIOS = {
  good,
  'wrong reference': {
    ...good,
    coder: [{ answer: { ...CODE, solution: WRONG } }],
    debugger: [
      {
        answer: {
          ...UNCHANGED,
          finding: 'The solution counts amounts equal to the limit.',
          solution: RIGHT,
        },
      },
    ],
  },
  'wrong reference, never mended': { ...good, coder: [{ answer: { ...CODE, solution: WRONG } }] },
  'ambiguous statement': {
    ...good,
    pedagogist: [{ answer: { ...PLAN, statement: VAGUE } }],
    blind_solver: [misread, solved],
    debugger: [
      {
        answer: {
          ...UNCHANGED,
          finding: 'Whether the limit itself counts is not said.',
          statement: STATEMENT,
        },
      },
    ],
  },
  'weak tests': {
    ...good,
    coder: [
      weak,
      {
        answer: {
          ...UNCHANGED,
          finding: 'No amount was equal to the limit.',
          further_inputs: INPUTS.slice(2),
        },
      },
    ],
  },
  'weak tests, never mended': { ...good, coder: [weak, unchanged] },
  'solution crashes': {
    ...good,
    coder: [{ answer: { ...CODE, solution: RIGHT.replace('total = 0', 'total = amounts[0] - amounts[0]') } }],
    debugger: [{ answer: { ...UNCHANGED, finding: 'An empty list has no first one.', solution: RIGHT } }],
  },
  'invalid JSON': first({ text: 'Sure! Here is your exercise: {title' }),
  'invalid JSON, always': always({ text: 'Sure! Here is your exercise: {title' }),
  'truncated JSON': first({ text: JSON.stringify(PLAN).slice(0, 200), finish: 'length' }),
  'does not fit': always({ answer: { ...PLAN, hints: [] } }),
  refusal: always({ refusal: 'I’m sorry, I can’t help with that.' }),
  'content filter': always({
    status: 400,
    body: {
      error: {
        code: 'content_filter',
        message: 'The response was filtered due to the prompt triggering the content management policy.',
        param: 'prompt',
        type: null,
        status: 400,
        innererror: { code: 'ResponsibleAIPolicyViolation' },
      },
    },
  }),
  'answer filtered': always({ finish: 'content_filter' }),
  'busy once': first({
    status: 429,
    headers: { 'retry-after': '1' },
    body: { error: { code: '429', message: 'Rate limit is exceeded. Try again in 1 second.' } },
  }),
  'busy for long': always({
    status: 429,
    headers: { 'retry-after': '900' },
    body: { error: { code: '429', message: 'Rate limit is exceeded. Try again in 900 seconds.' } },
  }),
  'fails once': first({ status: 500, body: { error: { message: 'The server had an error.' } } }),
  down: always({ status: 500, body: { error: { message: 'The server had an error.' } } }),
  'cut once': first({ cut: true }),
  'hangs once': first({ hang: true }),
  hangs: always({ hang: true }),
  'coder hangs': { ...good, coder: [{ hang: true }] },
  'coder down once': {
    ...good,
    coder: [...Array<Reply>(3).fill({ status: 503, body: { error: { message: 'overloaded' } } }), code],
  },
  'embeddings fail': {
    ...good,
    embedder: [
      { status: 404, body: { error: { code: 'DeploymentNotFound', message: 'No such deployment.' } } },
    ],
  },
  'embeddings hang': { ...good, embedder: [{ hang: true }] },
  'key rejected': always({
    status: 401,
    body: { error: { code: '401', message: 'Access denied due to invalid subscription key.' } },
  }),
} satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof SCENARIOS;
