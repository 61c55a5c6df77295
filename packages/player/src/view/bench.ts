import type { Failure } from '../api.ts';
import type { Context } from '../context.ts';
import { button, h } from '../dom.ts';
import { Drafts } from '../drafts.ts';
import type { Editor } from '../editor/interface.ts';
import { plainEditor } from '../editor/plain.ts';
import { icon } from '../icons.ts';
import { type Execution, type Judgement, LANGUAGE_NAMES, type RunResult } from '../types.ts';
import { attempts } from './attempts.ts';
import { makeNotices } from './notice.ts';
import { makeOutcome } from './outcome.ts';
import { share } from './share.ts';

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl';

export interface Bench {
  element: HTMLElement;
  hints: HTMLElement;
  /** Handles what somebody typed in the player; whether it was meant for it. */
  key(event: KeyboardEvent): boolean;
  stop(): void;
}

/** Where code is written, run and judged. */
export async function makeBench(context: Context): Promise<Bench> {
  const { api, capsule, t, root } = context;
  const notices = makeNotices();
  const outcome = makeOutcome(t, context.language);
  const saveState = h('span', { class: 'save-state' });
  const drafts = new Drafts(api, capsule.id, {
    onState: state => {
      saveState.textContent = t[state];
    },
    onConflict: theirs =>
      notices.show('conflict', t.conflict, [
        { label: t.conflictTheirs, act: () => takeTheirs(theirs) },
        { label: t.conflictMine, act: () => drafts.keepMine() },
      ]),
  });
  const label = t.code(LANGUAGE_NAMES[capsule.language]);
  const editorOptions = { label, describedBy: 'editor-keys', onChange };
  let hasEdited = false;
  let lastFailure: Failure | undefined;
  let editor: Editor = plainEditor({ ...editorOptions, text: (await drafts.resume()) ?? capsule.starter });
  const slot = h('div', { class: 'editor' }, editor.element);
  const below = h('div', {});
  const panels = import('./panels.ts').then(async ({ makePanels }) => {
    const made = await makePanels(context, {
      source: () => editor.text(),
      goTo: line => editor.goTo(line),
      runWith: stdin => attempt.run(stdin),
      onError: error => outcome.failed(attempt.describe(error), () => undefined),
    });
    // Before they are seen, for a script that failed to load once is not loaded again by this page.
    await made.prepare().catch(() => undefined);
    below.replaceChildren(made.element);
    return made;
  });
  const attempt = attempts(context, {
    outcome,
    source: () => editor.text(),
    onBusy: setBusy,
    onRun: showRun,
    onJudged: showJudgement,
  });
  const run = action(t.run, t.runTitle, () => attempt.run(), 'play');
  const submit = action(t.submit, t.submitTitle, () => attempt.submit(), 'check', 'primary');
  const element = h(
    'section',
    { class: 'bench', 'aria-label': t.solution },
    h(
      'header',
      { class: 'bench-head' },
      h('span', { class: 'language' }, LANGUAGE_NAMES[capsule.language]),
      saveState,
      action(t.reset, undefined, reset, 'undo', 'quiet'),
      action(t.share, undefined, () => share(context, notices), 'link', 'quiet'),
    ),
    slot,
    h(
      'div',
      { class: 'actions' },
      run,
      submit,
      h('p', { class: 'keys', id: 'editor-keys' }, t.keys(MODIFIER)),
    ),
    notices.element,
    outcome.element,
    below,
  );
  void improveEditor();
  const hints = h('div', {});
  showHints().catch((error: unknown) => console.warn('DevCapsules: hints could not be shown:', error));
  const stop = watchPage();
  if (navigator.onLine) attempt.online();
  return { element, hints, key, stop };

  /** The real editor takes the place of the plain field, with all that was typed meanwhile. */
  async function improveEditor(): Promise<void> {
    try {
      const { makeEditor } = await import('../editor/editor.ts');
      const plain = editor;
      const made = await makeEditor({
        ...editorOptions,
        root,
        language: capsule.language,
        text: plain.text(),
      });
      const hadFocus = root.activeElement === plain.element;
      if (made.text() !== plain.text()) made.replace(plain.text());
      editor = made;
      slot.replaceChildren(made.element);
      if (hadFocus) made.focus();
      slot.dataset.ready = '';
    } catch (error) {
      console.warn('DevCapsules: the editor could not be loaded, a plain field stands in for it:', error);
    }
  }

  async function showHints(): Promise<void> {
    const { makeHints } = await import('./hints.ts');
    const made = await makeHints(context, { source: () => editor.text(), lastFailure: () => lastFailure });
    hints.replaceChildren(made.element);
    await made.resume();
  }

  function onChange(text: string): void {
    drafts.typed(text);
    if (hasEdited || text === capsule.starter) return;
    hasEdited = true;
    attempt.prepare();
    api.track(capsule.id, 'edit').catch(() => undefined);
  }

  function setBusy(isBusy: boolean): void {
    // Disabling would take the focus away.
    for (const element of [run, submit]) element.ariaDisabled = String(isBusy);
    if (isBusy) editor.markError(null);
  }

  function showRun(result: RunResult): void {
    lastFailure = undefined;
    if (result.kind === 'tests') showJudgement(result.judgement);
    else showExecution(result.execution);
  }

  function showExecution(execution: Execution): void {
    void panels.then(made => made.showExecution(execution)).then(markLine);
  }

  function showJudgement(judgement: Judgement): void {
    const failed = judgement.tests.find(test => test.verdict !== 'accepted');
    const message = judgement.compile?.stderr || failed?.stderr || failed?.message || '';
    lastFailure =
      judgement.verdict === 'accepted' || judgement.verdict === 'internal_error'
        ? undefined
        : {
            verdict: judgement.verdict,
            message: message.slice(0, 20_000),
            ...(failed && { test: failed.name }),
          };
    void panels.then(made => made.showJudgement(judgement)).then(markLine);
  }

  function markLine(line: number | null): void {
    editor.markError(line === null ? null : { line, message: t.errorInLine(line) });
  }

  function reset(): void {
    const before = editor.text();
    editor.replace(capsule.starter);
    outcome.clear();
    if (before === capsule.starter) return;
    notices.show('reset', t.resetDone, [
      {
        label: t.undo,
        act: () => {
          editor.replace(before);
          editor.focus();
        },
      },
    ]);
  }

  function takeTheirs(theirs: string): void {
    const mine = editor.text();
    editor.replace(theirs);
    drafts.keepMine();
    notices.show('reset', t.conflictTheirs, [{ label: t.undo, act: () => editor.replace(mine) }]);
  }

  function key(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.altKey) return false;
    if (event.shiftKey) attempt.submit();
    else attempt.run();
    return true;
  }

  /** Keeps what was typed when the page is left, and says whether there is a connection. */
  function watchPage(): () => void {
    const leaving = new AbortController();
    const { signal } = leaving;
    const hide = () => document.visibilityState === 'hidden' && void drafts.flush();
    document.addEventListener('visibilitychange', hide, { signal });
    addEventListener('offline', () => notices.show('offline', t.offline), { signal });
    addEventListener(
      'online',
      () => {
        notices.hide('offline');
        void drafts.flush();
        attempt.online();
      },
      { signal },
    );
    if (!navigator.onLine) notices.show('offline', t.offline);
    return () => leaving.abort();
  }

  function action(
    text: string,
    title: string | undefined,
    act: () => void,
    sign: Parameters<typeof icon>[0],
    className = '',
  ): HTMLButtonElement {
    const element = button(text, act, { title, class: className });
    element.prepend(icon(sign));
    return element;
  }
}
