'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { DIFFICULTIES, type Difficulty } from '#words.ts';
import type { DraftState } from './use-draft.ts';

const PREVIEW_AFTER_MS = 400;

interface StatementPanelProps {
  state: DraftState;
  /** The stored statement, rendered. */
  initialHtml: string;
}

export function StatementPanel({ state: { draft, change }, initialHtml }: StatementPanelProps) {
  const [isShown, setShown] = useState(true);
  return (
    <div className="grid gap-5">
      <Field
        label="Title"
        value={draft.title}
        maxLength={200}
        onChange={event => change({ title: event.target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <label className="text-sm font-medium">
          <span className="mb-1.5 block">Difficulty</span>
          <select
            className="field font-normal"
            value={draft.difficulty}
            onChange={event => change({ difficulty: event.target.value as Difficulty })}
          >
            {Object.entries(DIFFICULTIES).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Field
          label="Tags"
          hint="Up to ten, separated by commas."
          defaultValue={draft.tags.join(', ')}
          onChange={event => change({ tags: partsOf(event.target.value, ',') })}
        />
      </div>
      <div>
        <div className="mb-1 flex justify-end">
          <Button size="small" look="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide the preview' : 'Show the preview'}
          </Button>
        </div>
        <div className={isShown ? 'grid gap-4 xl:grid-cols-2' : undefined}>
          <TextArea
            label="Statement"
            hint="Markdown, with code, tables and maths between dollars."
            rows={16}
            mono
            value={draft.statement}
            onChange={event => change({ statement: event.target.value })}
          />
          {isShown && <Preview markdown={draft.statement} initialHtml={initialHtml} />}
        </div>
      </div>
      <TextArea
        label="What is practised"
        hint="One objective a line."
        rows={3}
        defaultValue={draft.objectives.join('\n')}
        onChange={event => change({ objectives: partsOf(event.target.value, '\n') })}
      />
    </div>
  );
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map(part => part.trim())
    .filter(Boolean);
}

/** As learners see it, rendered where their view is: on the server. */
function Preview({ markdown, initialHtml }: { markdown: string; initialHtml: string }) {
  const [html, setHtml] = useState(initialHtml);
  // What `html` was made of; nothing that could be typed, where it is not known.
  const rendered = useRef<string | null>(initialHtml === '' ? null : markdown);
  const [isBehind, setBehind] = useState(false);
  useEffect(() => {
    if (rendered.current === markdown) return;
    rendered.current = null;
    const left = new AbortController();
    const timer = setTimeout(() => {
      fetch('/studio/preview', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ markdown }),
        signal: left.signal,
      })
        .then(async answer => {
          setBehind(!answer.ok);
          if (answer.ok) setHtml(((await answer.json()) as { html: string }).html);
        })
        .catch(() => setBehind(!left.signal.aborted));
    }, PREVIEW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [markdown]);
  return (
    <section aria-label="Preview">
      <p className="mb-1.5 text-sm font-medium">
        Preview{' '}
        {isBehind && <span className="font-normal text-warn">is behind: the server can’t be reached</span>}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by packages/statement. */}
      <div className="statement card min-h-40 p-4" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
