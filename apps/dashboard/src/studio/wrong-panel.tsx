'use client';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { CodeEditor } from '#ui/code-editor.tsx';
import { Field } from '#ui/field.tsx';
import type { DraftState } from './use-draft.ts';

/** Answers that must stay rejected; the proof runs each. */
export function WrongPanel({ state: { draft, change } }: { state: DraftState }) {
  const wrong = draft.wrongSolutions ?? [];
  return (
    <div>
      <p className="mb-4 text-sm text-muted">
        Mistakes that learners make. The proof holds that the tests find each of them; learners never see
        these.
      </p>
      <ol className="grid gap-5">
        {wrong.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are their positions.
          <li key={i} className="card grid gap-3 p-4">
            <div className="flex items-end gap-2">
              <Field
                className="flex-1"
                label={`What answer ${i + 1} gets wrong`}
                value={one.why}
                maxLength={300}
                onChange={event =>
                  change({
                    wrongSolutions: wrong.map((other, j) =>
                      i === j ? { ...one, why: event.target.value } : other,
                    ),
                  })
                }
              />
              <Button
                look="quiet"
                aria-label={`Remove answer ${i + 1}`}
                onClick={() => change({ wrongSolutions: wrong.filter((_, j) => j !== i) })}
              >
                <Trash2 aria-hidden="true" className="size-4" />
              </Button>
            </div>
            <CodeEditor
              label={`Wrong answer ${i + 1}`}
              language={draft.language}
              value={one.source}
              onChange={source =>
                change({ wrongSolutions: wrong.map((other, j) => (i === j ? { ...other, source } : other)) })
              }
            />
          </li>
        ))}
      </ol>
      <Button
        className="mt-4"
        disabled={wrong.length >= 30}
        onClick={() => change({ wrongSolutions: [...wrong, { why: 'Forgets …', source: draft.starter }] })}
      >
        <Plus aria-hidden="true" className="size-4" /> Wrong answer
      </Button>
    </div>
  );
}
