import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Language } from '@devcapsules/capsule/schema/capsule';
import { classHighlighter } from '@lezer/highlight';

/** Loaded when a capsule needs it. Stream parsers are a sixth of the grammars' size, and colour as well. */
const MODES: Record<Language, () => Promise<Extension>> = {
  python: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/python')).python),
  javascript: async () =>
    StreamLanguage.define((await import('@codemirror/legacy-modes/mode/javascript')).javascript),
  java: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/clike')).java),
  c: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/clike')).c),
  cpp: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/clike')).cpp),
  sql: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/sql')).sqlite),
};

export interface Editor {
  element: HTMLElement;
  text(): string;
  replace(text: string): void;
}

interface EditorOptions {
  language: Language;
  text: string;
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
  onRun: () => void;
  onSubmit: () => void;
}

/** A code editor. Tab indents; Escape, then Tab leaves it, so that the keyboard is not trapped. */
export async function makeEditor(options: EditorOptions): Promise<Editor> {
  const act = (action: () => void) => () => {
    action();
    return true;
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of(options.language === 'python' ? '    ' : '  '),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        syntaxHighlighting(classHighlighter),
        await MODES[options.language](),
        keymap.of([
          { key: 'Mod-Enter', run: act(options.onRun) },
          { key: 'Mod-Shift-Enter', run: act(options.onSubmit) },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
        }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    element: view.dom,
    text: () => view.state.doc.toString(),
    replace: text => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
  };
}
