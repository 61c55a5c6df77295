'use client';
import { useEffect, useRef } from 'react';
import type { Language } from '#words.ts';
import type { Editor } from './code-mirror.ts';

interface CodeEditorProps {
  label: string;
  language: Language;
  value: string;
  onChange: (text: string) => void;
}

/** Code with colours; the editor itself is loaded when the first one is on a page. */
export function CodeEditor({ label, language, value, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  useEffect(() => {
    let isGone = false;
    import('./code-mirror.ts').then(async ({ makeEditor }) => {
      if (isGone || !host.current) return;
      const made = await makeEditor({
        parent: host.current,
        language,
        label,
        text: latest.current.value,
        onChange: text => latest.current.onChange(text),
      });
      if (isGone) made.destroy();
      else editor.current = made;
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = null;
    };
  }, [language, label]);
  useEffect(() => {
    // What was typed here comes back as it is; anything else came from outside.
    editor.current?.setText(value);
  }, [value]);
  return (
    <div>
      <div
        ref={host}
        className="code-editor min-h-40 overflow-hidden rounded-lg border border-line-strong bg-surface"
      />
      <p className="mt-1 text-xs text-muted">Tab indents; Escape, then Tab leaves the editor.</p>
    </div>
  );
}
