import { h } from '../dom.ts';
import type { Editor } from './interface.ts';

interface PlainOptions {
  text: string;
  label: string;
  describedBy: string;
  onChange: (text: string) => void;
}

/** A plain field: until the editor is there, and in its place where it can't be loaded. */
export function plainEditor({ text, label, describedBy, onChange }: PlainOptions): Editor {
  const field = h('textarea', {
    class: 'plain-editor',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-label': label,
    'aria-describedby': describedBy,
    input: () => onChange(field.value),
  });
  field.value = text;
  return {
    element: field,
    text: () => field.value,
    replace(next) {
      field.value = next;
      onChange(next);
    },
    focus: () => field.focus(),
    goTo(line) {
      const start =
        field.value
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length + (line > 1 ? 1 : 0);
      field.setSelectionRange(start, start);
      field.focus();
    },
    markError: () => undefined,
  };
}
