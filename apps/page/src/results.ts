import type { ResultSet, SqlValue } from '@devcapsules/capsule/execution';
import type { Judgement, Shown, TestResult, Verdict } from '@devcapsules/capsule/verdict';
import { h } from './dom.ts';
import type { Execution } from './types.ts';

const VERDICT_NAMES: Record<Verdict, string> = {
  accepted: 'Accepted',
  wrong_answer: 'Wrong answer',
  runtime_error: 'Error while running',
  time_limit: 'Time limit exceeded',
  memory_limit: 'Memory limit exceeded',
  output_limit: 'Too much output',
  compile_error: 'Does not compile',
  internal_error: 'Our fault: try again',
};

/** A judgement as one sentence, for the status line that screen readers announce. */
export function summaryOf({ verdict, passed, total }: Judgement): string {
  return `${VERDICT_NAMES[verdict]}: ${passed} of ${total} test${total === 1 ? '' : 's'} passed.`;
}

export function executionSummary({ verdict, timeMs }: Execution): string {
  return verdict === 'accepted' ? `The program ended well after ${timeMs} ms.` : `${VERDICT_NAMES[verdict]}.`;
}

export function renderExecution({ compile, stdout, stderr }: Execution): HTMLElement {
  return h(
    'div',
    {},
    logFigure('Compiler', compile?.stderr),
    logFigure('Output', stdout),
    logFigure('Errors', stderr),
  );
}

/** Every test; the first that failed and can be looked into is open. */
export function renderJudgement({ compile, tests }: Judgement): HTMLElement {
  const firstFailed = tests.find(test => !test.hidden && test.verdict !== 'accepted');
  return h(
    'div',
    {},
    logFigure('Compiler', compile?.stderr),
    h('ul', { class: 'tests' }, ...tests.map(test => renderTest(test, test === firstFailed))),
    tests.some(test => test.hidden) &&
      h('p', { class: 'note' }, 'What hidden tests check is not shown, only how they went.'),
  );
}

function renderTest(test: TestResult, open: boolean): HTMLElement {
  const passed = test.verdict === 'accepted';
  const title = [
    h('span', { class: 'mark', 'aria-hidden': 'true' }, passed ? '✓' : '✗'),
    h('span', { class: 'test-name' }, test.name),
    test.hidden && h('span', { class: 'badge plain' }, 'hidden'),
    h('span', { class: 'outcome' }, `${VERDICT_NAMES[test.verdict]} · ${test.timeMs} ms`),
  ];
  const content = test.hidden
    ? h('div', { class: 'test-title' }, ...title)
    : h(
        'details',
        { open },
        h('summary', { class: 'test-title' }, ...title),
        test.message && h('p', {}, test.message),
        h(
          'div',
          { class: 'shown' },
          shown('Input', test.input),
          shown('Expected', test.expected),
          shown('Yours', test.actual),
          logFigure('Printed', test.stdout),
          logFigure('Errors', test.stderr),
        ),
      );
  return h('li', { class: passed ? 'pass' : 'fail' }, content);
}

function shown(label: string, value: Shown | undefined): HTMLElement | undefined {
  if (!value) return undefined;
  return 'table' in value ? tableFigure(label, value.table) : textFigure(label, value.text);
}

function textFigure(label: string, text: string): HTMLElement {
  const content = text ? h('pre', { tabindex: '0' }, text) : h('p', { class: 'null' }, 'nothing');
  return h('figure', {}, h('figcaption', {}, label), content);
}

/** What came out along the way, over the whole width; nothing if there was none. */
function logFigure(label: string, text: string | undefined): HTMLElement | undefined {
  if (!text) return undefined;
  const figure = textFigure(label, text);
  figure.className = 'log';
  return figure;
}

function tableFigure(label: string, { columns, rows }: ResultSet): HTMLElement {
  const head = h('tr', {}, ...columns.map(name => h('th', { scope: 'col' }, name)));
  const body = rows.map(row => h('tr', {}, ...row.map(renderCell)));
  return h(
    'figure',
    {},
    h('figcaption', {}, `${label} (${rows.length} row${rows.length === 1 ? '' : 's'})`),
    h(
      'div',
      { class: 'table', tabindex: '0' },
      h('table', {}, h('thead', {}, head), h('tbody', {}, ...body)),
    ),
  );
}

function renderCell(value: SqlValue): HTMLElement {
  if (value === null) return h('td', { class: 'null' }, 'NULL');
  if (typeof value === 'string') return h('td', {}, value);
  if (typeof value === 'object' && 'blob' in value) return h('td', {}, `x'${value.blob}'`);
  const number = typeof value === 'number' ? value : 'integer' in value ? value.integer : value.real;
  return h('td', { class: 'right' }, String(number));
}
