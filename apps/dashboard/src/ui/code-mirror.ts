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
import { classHighlighter } from '@lezer/highlight';
import type { Language } from '#words.ts';

/** Each loaded when it is needed; stream parsers are small, and colour as well as grammars do. */
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
  setText(text: string): void;
  destroy(): void;
}

interface EditorOptions {
  parent: HTMLElement;
  language: Language;
  label: string;
  text: string;
  onChange: (text: string) => void;
}

export async function makeEditor({
  parent,
  language,
  label,
  text,
  onChange,
}: EditorOptions): Promise<Editor> {
  const mode = await MODES[language]();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        mode,
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of(['python', 'java', 'c', 'cpp'].includes(language) ? '    ' : '  '),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        syntaxHighlighting(classHighlighter),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(next) {
      const now = view.state.doc.toString();
      if (now !== next) view.dispatch({ changes: { from: 0, to: now.length, insert: next } });
    },
    destroy: () => view.destroy(),
  };
}
