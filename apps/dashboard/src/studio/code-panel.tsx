'use client';
import { hasJudge } from '@devcapsules/capsule/schema/capsule';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import { Button } from '#ui/button.tsx';
import { CodeEditor } from '#ui/code-editor.tsx';
import { useToast } from '#ui/toast.tsx';
import { SignatureBuilder } from './signature-builder.tsx';
import type { DraftState } from './use-draft.ts';

/** Solution and starter, and for functions the signature that both must have. */
export function CodePanel({ state }: { state: DraftState }) {
  const { draft, change } = state;
  const toast = useToast();
  const takeStarter = () => {
    if (!hasJudge(draft, 'function')) return;
    const before = draft.starter;
    change({ starter: starterFor(draft.language, draft.judge) });
    toast('The starter was made anew from the signature.', { undo: () => change({ starter: before }) });
  };
  return (
    <div className="grid gap-7">
      {hasJudge(draft, 'function') && (
        <SignatureBuilder capsule={draft} onChange={judge => change({ judge })} />
      )}
      <section aria-labelledby="solution">
        <h2 id="solution" className="mb-1 font-semibold">
          Reference solution
        </h2>
        <p className="mb-3 text-sm text-muted">
          Never leaves the server but to you. What tests expect is held against it.
        </p>
        <CodeEditor
          label="Reference solution"
          language={draft.language}
          value={draft.solution}
          onChange={solution => change({ solution })}
        />
      </section>
      <section aria-labelledby="starter">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 id="starter" className="font-semibold">
            Starter
          </h2>
          {hasJudge(draft, 'function') && (
            <Button size="small" onClick={takeStarter}>
              Make it from the signature
            </Button>
          )}
        </div>
        <CodeEditor
          label="Starter"
          language={draft.language}
          value={draft.starter}
          onChange={starter => change({ starter })}
        />
      </section>
    </div>
  );
}
