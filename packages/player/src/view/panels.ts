import type { Context } from '../context.ts';
import { button, h } from '../dom.ts';
import { allMessages } from '../i18n/more.ts';
import css from '../styles/results.css';
import { adopt } from '../styles.ts';
import type { Execution, Judgement } from '../types.ts';
import { makeTabs, type Tab } from './tabs.ts';

interface PanelOptions {
  source: () => string;
  goTo: (line: number) => void;
  runWith: (stdin: string) => void;
  onError: (error: unknown) => void;
}

export interface Panels {
  element: HTMLElement;
  /** Shows what came of it, and says which line the error speaks of. */
  showJudgement(judgement: Judgement): Promise<number | null>;
  showExecution(execution: Execution): Promise<number | null>;
  /** Loads what shows results, while there is a connection. */
  prepare(): Promise<unknown>;
}

/** Below the editor: the tests and how they went; input of one's own; for SQL the tables. */
export async function makePanels(context: Context, options: PanelOptions): Promise<Panels> {
  const { capsule } = context;
  const t = await allMessages(context.language, context.t);
  adopt(context.root, css);
  const tests = h('div', {});
  const own = h('div', { class: 'own-result' });
  const list: Tab[] = [{ id: 'tests', label: t.tests, panel: tests, open: () => void showExamples() }];
  if (capsule.language === 'sql') {
    const tables = h('div', {});
    list.push({ id: 'tables', label: t.tables, panel: tables, open: () => void showTables(tables) });
  } else {
    const talk = h('div', {});
    list.push({ id: 'input', label: t.input, panel: makeInput() });
    list.push({ id: 'console', label: t.console, panel: talk, open: () => void showConsole(talk) });
  }
  const tabs = makeTabs(list, t.tests);
  let source = '';

  const lineOf = async (message: string) => {
    const { errorLineOf } = await import('../results/error-line.ts');
    return errorLineOf(capsule.language, message, source);
  };

  return {
    element: tabs.element,
    prepare: resultOptions,
    async showJudgement(judgement) {
      source = options.source();
      const results = await resultOptions();
      tests.replaceChildren(results.renderJudgement(judgement));
      tabs.select('tests');
      const failed = judgement.tests.find(test => test.verdict !== 'accepted');
      return lineOf(judgement.compile?.stderr || failed?.stderr || failed?.message || '');
    },
    async showExecution(execution) {
      source = options.source();
      const results = await resultOptions();
      const [panel, id] = capsule.language === 'sql' ? [tests, 'tests'] : [own, 'input'];
      panel.replaceChildren(results.renderExecution(execution));
      tabs.select(id);
      return lineOf(execution.compile?.stderr || execution.stderr);
    },
  };

  async function resultOptions() {
    const [{ renderJudgement, renderExecution }, { errorLineOf }] = await Promise.all([
      import('../results/results.ts'),
      import('../results/error-line.ts'),
    ]);
    const shared = {
      t,
      goTo: options.goTo,
      lineOf: (message: string) => errorLineOf(capsule.language, message, source),
    };
    return {
      renderJudgement: (judgement: Judgement) => renderJudgement(judgement, shared),
      renderExecution: (execution: Execution) => renderExecution(execution, shared),
    };
  }

  async function showExamples(): Promise<void> {
    const { renderExamples } = await import('../results/examples.ts');
    if (tests.childElementCount === 0) tests.append(renderExamples(capsule, t));
  }

  async function showConsole(panel: HTMLElement): Promise<void> {
    const { makeConsole } = await import('../console/console.ts');
    panel.replaceChildren(await makeConsole(context, options.source));
  }

  async function showTables(panel: HTMLElement): Promise<void> {
    const { renderSchema } = await import('../results/schema-view.ts');
    const script = capsule.judge.kind === 'query' ? (capsule.judge.setup ?? '') : '';
    const rowsOf = async (sql: string) => {
      const { rows } = await context.api.query(script, sql);
      return rows ?? { columns: [], rows: [] };
    };
    panel.replaceChildren(renderSchema({ t, script, rowsOf, onError: options.onError }));
  }

  function makeInput(): HTMLElement {
    const field = h('textarea', {
      id: 'stdin',
      rows: '3',
      spellcheck: 'false',
      'aria-describedby': 'stdin-note',
    });
    const [first] = capsule.tests;
    if (first && 'stdin' in first) field.value = first.stdin;
    return h(
      'div',
      {},
      h('label', { for: 'stdin' }, t.inputLabel),
      field,
      h(
        'p',
        { class: 'row' },
        button(t.inputRun, () => options.runWith(field.value), { class: 'small' }),
        h('span', { class: 'note', id: 'stdin-note' }, t.inputNote),
      ),
      own,
    );
  }
}
