import { button, h } from '../dom.ts';
import type { AllMessages } from '../i18n/more.ts';
import { icon } from '../icons.ts';
import type { Execution, Judgement, Shown, TestResult } from '../types.ts';
import { renderComparison, renderLog, renderShown } from './shown.ts';

interface ResultOptions {
  t: AllMessages;
  /** Of a test that failed: the line its error speaks of, and the way there. */
  lineOf: (message: string) => number | null;
  goTo: (line: number) => void;
}

/** Every test; the first that failed and can be looked into is open. */
export function renderJudgement({ compile, tests }: Judgement, options: ResultOptions): HTMLElement {
  const { t } = options;
  const firstFailed = tests.find(test => !test.hidden && test.verdict !== 'accepted');
  return h(
    'div',
    { class: 'results' },
    renderLog(t.compiler, compile?.stderr, t),
    compile && lineButton(compile.stderr, options),
    h('ol', { class: 'tests' }, ...tests.map(test => renderTest(test, test === firstFailed, options))),
    tests.some(test => test.hidden) && h('p', { class: 'note' }, t.hiddenNote),
  );
}

export function renderExecution(execution: Execution, options: ResultOptions): HTMLElement {
  const { t } = options;
  const { compile, stdout, stderr, rows } = execution;
  return h(
    'div',
    { class: 'results' },
    renderLog(t.compiler, compile?.stderr, t),
    rows && renderShown(t.result, { table: rows }, t),
    rows === undefined && renderShown(t.output, { text: stdout }, t),
    renderLog(t.errors, stderr, t),
    lineButton(compile?.stderr || stderr, options),
  );
}

function renderTest(test: TestResult, open: boolean, options: ResultOptions): HTMLElement {
  const { t } = options;
  const isPassed = test.verdict === 'accepted';
  const title = [
    icon(isPassed ? 'check' : 'cross'),
    h('span', { class: 'test-name' }, test.name),
    test.hidden && h('span', { class: 'chip quiet' }, t.hidden),
    h('span', { class: 'outcome' }, `${t.verdict[test.verdict]} · ${t.ms(test.timeMs)}`),
  ];
  return h(
    'li',
    { class: isPassed ? 'passed' : 'failed' },
    test.hidden
      ? h('div', { class: 'test-title' }, ...title)
      : h('details', { open }, h('summary', { class: 'test-title' }, ...title), renderDetails(test, options)),
  );
}

function renderDetails(test: TestResult, options: ResultOptions): HTMLElement {
  const { t } = options;
  const { input, expected, actual, stdout, stderr, message, verdict } = test;
  return h(
    'div',
    { class: 'test-details' },
    message !== undefined && h('p', { class: 'message' }, message),
    input && renderShown(t.inputOf, input, t),
    expected && actual
      ? renderComparison(expected, actual, verdict === 'wrong_answer', t)
      : expected && renderShown(t.expected, expected, t),
    // What a program prints is its answer already, where that is what is judged.
    stdout !== textOf(actual) && renderLog(t.printed, stdout, t),
    renderLog(t.errors, stderr, t),
    verdict !== 'accepted' && lineButton(stderr ?? message ?? '', options),
  );
}

function textOf(value: Shown | undefined): string | undefined {
  return value && 'text' in value ? value.text : undefined;
}

function lineButton(message: string, { t, lineOf, goTo }: ResultOptions): HTMLElement | null {
  const line = lineOf(message);
  return line === null ? null : button(t.goToLine(line), () => goTo(line), { class: 'link' });
}
