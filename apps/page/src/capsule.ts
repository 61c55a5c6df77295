import type { Judgement } from '@devcapsules/capsule/verdict';
import { ask, messageOf } from './api.ts';
import { h } from './dom.ts';
import { drafts } from './drafts.ts';
import { makeEditor } from './editor.ts';
import { executionSummary, renderExecution, renderJudgement, summaryOf } from './results.ts';
import { renderStatement } from './statement.ts';
import { type Capsule, LANGUAGE_NAMES, type RunResult } from './types.ts';

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl';

/** One capsule: statement, editor, Run, Submit and what came of them. */
export async function renderCapsule(main: HTMLElement, capsule: Capsule): Promise<void> {
  const { id, language, starter } = capsule;
  document.title = `${capsule.title} · DevCapsules`;
  const status = h('p', { role: 'status', class: 'status' });
  const output = h('div', { class: 'output' });
  const run = button('Run', tryOut, 'Try the visible tests');
  const submit = button('Submit', judge, 'Judge with every test');
  const reset = button('Reset', resetCode, 'Put the starter code back');
  submit.classList.add('primary');
  reset.classList.add('quiet');
  let busy = false;
  const editor = await makeEditor({
    language,
    text: drafts.read(id) ?? starter,
    label: `Your ${LANGUAGE_NAMES[language]} code`,
    describedBy: 'editor-help',
    onChange: text => drafts.write(id, text),
    onRun: tryOut,
    onSubmit: judge,
  });
  main.replaceChildren(
    h(
      'div',
      { class: 'workbench' },
      renderStatement(capsule),
      h(
        'section',
        { 'aria-label': 'Your solution' },
        editor.element,
        h('div', { class: 'actions' }, run, submit, reset),
        h('p', { id: 'editor-help', class: 'note' }, helpText()),
        status,
        output,
      ),
    ),
  );

  function tryOut() {
    void attempt('Running …', async () => {
      const result = await ask<RunResult>('POST', `/capsules/${id}/run`, { source_code: editor.text() });
      if (result.kind === 'execution') {
        const { execution } = result;
        output.replaceChildren(renderExecution(execution));
        say(executionSummary(execution), execution.verdict === 'accepted');
        return;
      }
      const passed = result.judgement.verdict === 'accepted';
      const next = passed && capsule.hiddenTests > 0 ? ' Submit to run the hidden ones too.' : '';
      output.replaceChildren(renderJudgement(result.judgement));
      say(`Visible tests. ${summaryOf(result.judgement)}${next}`, passed);
    });
  }

  function judge() {
    void attempt('Judging …', async () => {
      const judgement = await ask<Judgement>('POST', `/capsules/${id}/submit`, {
        source_code: editor.text(),
      });
      output.replaceChildren(renderJudgement(judgement));
      say(summaryOf(judgement), judgement.verdict === 'accepted');
    });
  }

  /** One at a time. The buttons keep the focus meanwhile, which disabling would take away. */
  async function attempt(doing: string, action: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    status.className = 'status';
    status.textContent = doing;
    try {
      await action();
    } catch (error) {
      output.replaceChildren();
      say(`${messageOf(error)} Your code is kept.`, false);
    } finally {
      setBusy(false);
    }
  }

  function setBusy(value: boolean) {
    busy = value;
    for (const element of [run, submit]) element.ariaDisabled = String(value);
  }

  function say(text: string, good: boolean) {
    status.className = `status ${good ? 'good' : 'bad'}`;
    status.textContent = text;
  }

  function resetCode() {
    if (editor.text() !== starter && !confirm('Replace your code by the starter?')) return;
    editor.replace(starter);
    drafts.remove(id);
    output.replaceChildren();
    say('The starter is back.', true);
  }
}

function button(label: string, click: () => void, title: string): HTMLButtonElement {
  return h('button', { type: 'button', title, click }, label);
}

function helpText(): string {
  return `${MODIFIER}+Enter runs, ${MODIFIER}+Shift+Enter submits. Tab indents; Escape, then Tab, leaves the editor.`;
}
