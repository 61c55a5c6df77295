import { ask } from './api.ts';
import { h } from './dom.ts';
import { drafts } from './drafts.ts';
import { type Editor, makeEditor } from './editor.ts';
import { renderMarkdown } from './markdown.ts';
import { executionSummary, renderExecution, renderJudgement, summaryOf } from './results.ts';
import { type Capsule, DIFFICULTY_NAMES, LANGUAGE_NAMES, type RunResult } from './types.ts';

/** One capsule: statement, editor, Run, Submit and what came of them. */
export async function renderCapsule(main: HTMLElement, id: string): Promise<void> {
  const capsule = await ask<Capsule>('GET', `/capsules/${encodeURIComponent(id)}`);
  document.title = `${capsule.title} · DevCapsules`;
  const status = h('p', { role: 'status', class: 'status' });
  const output = h('div', { class: 'output' });
  const run = button('Run', () => attempt('Running …', tryOut), 'Try the visible tests (Ctrl+Enter)');
  const submit = button(
    'Submit',
    () => attempt('Judging …', judge),
    'Judge with every test (Ctrl+Shift+Enter)',
  );
  submit.classList.add('primary');
  const reset = button('Reset', resetCode, 'Put the starter code back');
  const editor = await makeEditor({
    language: capsule.language,
    text: drafts.read(id) ?? capsule.starter,
    label: `Your ${LANGUAGE_NAMES[capsule.language]} code`,
    describedBy: 'editor-help',
    onChange: text => drafts.write(id, text),
    onRun: () => run.click(),
    onSubmit: () => submit.click(),
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
        h(
          'p',
          { id: 'editor-help', class: 'note' },
          'Tab indents; press Escape, then Tab, to leave the editor.',
        ),
        h('div', { class: 'actions' }, run, submit, reset),
        status,
        output,
      ),
    ),
  );

  async function attempt(doing: string, action: (editor: Editor) => Promise<void>) {
    run.disabled = submit.disabled = true;
    status.className = 'status';
    status.textContent = doing;
    try {
      await action(editor);
    } catch (error) {
      output.replaceChildren();
      say(error instanceof Error ? error.message : String(error), false);
    } finally {
      run.disabled = submit.disabled = false;
    }
  }

  async function tryOut({ text }: Editor) {
    const result = await ask<RunResult>('POST', `/capsules/${id}/run`, { source_code: text() });
    if (result.kind === 'execution') {
      output.replaceChildren(renderExecution(result.execution));
      say(executionSummary(result.execution), result.execution.verdict === 'accepted');
      return;
    }
    output.replaceChildren(renderJudgement(result.judgement));
    const passed = result.judgement.verdict === 'accepted';
    say(
      `Visible tests. ${summaryOf(result.judgement)}${passed ? ' Submit to run the hidden ones too.' : ''}`,
      passed,
    );
  }

  async function judge({ text }: Editor) {
    const judgement = await ask<Parameters<typeof renderJudgement>[0]>('POST', `/capsules/${id}/submit`, {
      source_code: text(),
    });
    output.replaceChildren(renderJudgement(judgement));
    say(summaryOf(judgement), judgement.verdict === 'accepted');
  }

  function say(text: string, good: boolean) {
    status.className = `status ${good ? 'good' : 'bad'}`;
    status.textContent = text;
  }

  function resetCode() {
    if (editor.text() !== capsule.starter && !confirm('Replace your code by the starter?')) return;
    editor.replace(capsule.starter);
    drafts.remove(id);
    output.replaceChildren();
    say('The starter is back.', true);
  }
}

function renderStatement(capsule: Capsule): HTMLElement {
  const visible = capsule.tests.length;
  const tests = `${visible} visible and ${capsule.hiddenTests} hidden test${capsule.hiddenTests === 1 ? '' : 's'}`;
  return h(
    'article',
    { class: 'statement' },
    h('h1', {}, capsule.title),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'badge' }, LANGUAGE_NAMES[capsule.language]),
      h('span', { class: `badge ${capsule.difficulty.toLowerCase()}` }, DIFFICULTY_NAMES[capsule.difficulty]),
      h('span', {}, tests),
      !capsule.isPublished && h('span', { class: 'badge draft' }, 'Draft'),
    ),
    h('div', { class: 'prose' }, renderMarkdown(capsule.statement)),
    capsule.objectives.length > 0 && h('h2', {}, 'What you practise'),
    capsule.objectives.length > 0 && h('ul', {}, ...capsule.objectives.map(text => h('li', {}, text))),
  );
}

function button(label: string, action: () => void, title: string): HTMLButtonElement {
  return h('button', { type: 'button', title, click: action }, label);
}
