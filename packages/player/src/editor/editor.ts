import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import css from '../styles/editor.css';
import { adopt } from '../styles.ts';
import type { Language } from '../types.ts';
import { errorLine, markError } from './error-line.ts';
import type { Editor } from './interface.ts';
import { modeOf } from './modes.ts';

export interface EditorOptions {
  root: ShadowRoot;
  language: Language;
  text: string;
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
}

/** CodeMirror. Tab indents; Escape, then Tab leaves it, so that the keyboard is not trapped. */
export async function makeEditor(options: EditorOptions): Promise<Editor> {
  const { language } = options;
  adopt(options.root, css);
  const view = new EditorView({
    root: options.root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        errorLine,
        history(),
        indentOnInput(),
        EditorState.tabSize.of(4),
        indentUnit.of(language === 'python' || language === 'java' ? '    ' : '  '),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        syntaxHighlighting(classHighlighter),
        await modeOf(language),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          // Its scroller is no stop of the Tab key; this says that the content is one.
          tabindex: '0',
          autocapitalize: 'off',
          spellcheck: 'false',
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
    focus: () => view.focus(),
    goTo(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
    markError: problem => markError(view, problem),
  };
}
