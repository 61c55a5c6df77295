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
export function summaryOf(judgement: Judgement): string {
  const { verdict, passed, total } = judgement;
  return `${VERDICT_NAMES[verdict]}: ${passed} of ${total} test${total === 1 ? '' : 's'} passed.`;
}

export function executionSummary(execution: Execution): string {
  return execution.verdict === 'accepted'
    ? `The program ended well after ${execution.timeMs} ms.`
    : `${VERDICT_NAMES[execution.verdict]}.`;
}

export function renderExecution(execution: Execution): HTMLElement {
  return h('div', {}, ...block('Output', execution.stdout), ...block('Errors', execution.stderr));
}

/** Every test; those that failed are open. */
export function renderJudgement({ compile, tests }: Judgement): HTMLElement {
  return h('div', {}, ...block('Compiler', compile?.stderr), ...tests.map(renderTest));
}

function renderTest(test: TestResult): HTMLElement {
  const failed = test.verdict !== 'accepted';
  const title = h(
    'summary',
    { class: failed ? 'fail' : 'pass' },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, failed ? '✗' : '✓'),
    h('span', { class: 'test-name' }, test.name),
    h('span', { class: 'fact' }, VERDICT_NAMES[test.verdict]),
    h('span', { class: 'fact' }, `${test.timeMs} ms`),
  );
  if (test.hidden) {
    const note = h('p', { class: 'note' }, 'A hidden test: what it checks is not shown.');
    return h('details', {}, title, note);
  }
  return h(
    'details',
    { open: failed },
    title,
    test.message && h('p', {}, test.message),
    ...shown('Input', test.input),
    ...shown('Expected', test.expected),
    ...shown('Yours', test.actual),
    ...block('Printed', test.stdout),
    ...block('Errors', test.stderr),
  );
}

function shown(label: string, value: Shown | undefined): HTMLElement[] {
  if (!value) return [];
  return 'table' in value ? [renderTable(label, value.table)] : block(label, value.text);
}

function block(label: string, text: string | undefined): HTMLElement[] {
  if (!text) return [];
  return [h('h4', {}, label), h('pre', { tabindex: '0', 'aria-label': label }, text)];
}

export function renderTable(label: string, { columns, rows }: ResultSet): HTMLElement {
  const head = h('tr', {}, ...columns.map(name => h('th', { scope: 'col' }, name)));
  const body = rows.map(row => h('tr', {}, ...row.map(renderCell)));
  const caption = h('caption', {}, `${label} (${rows.length} row${rows.length === 1 ? '' : 's'})`);
  return h(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': label },
    h('table', {}, caption, h('thead', {}, head), h('tbody', {}, ...body)),
  );
}

function renderCell(value: SqlValue): HTMLElement {
  if (value === null) return h('td', { class: 'null' }, 'NULL');
  if (typeof value === 'object') return h('td', {}, Object.values(value).join());
  return h('td', { class: typeof value === 'number' ? 'number' : 'text' }, String(value));
}
