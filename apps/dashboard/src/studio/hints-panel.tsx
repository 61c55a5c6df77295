'use client';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { moved } from '#ui/sortable.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { DraftState } from './use-draft.ts';

const MAX_HINTS = 10;
const STEPS = ['a nudge', 'a guide', 'a near-reveal'];

/** The ladder that learners climb, one hint at a time. */
export function HintsPanel({ state: { draft, change } }: { state: DraftState }) {
  const { hints } = draft;
  const set = (next: string[]) => change({ hints: next });
  return (
    <div>
      <p className="mb-4 text-sm text-muted">
        Learners ask for one after the other. None may give the solution away: the proof looks.
      </p>
      <ol className="grid gap-4">
        {hints.map((hint, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are their positions.
          <li key={i} className="card p-4">
            <TextArea
              label={`Hint ${i + 1}${STEPS[i] ? `: ${STEPS[i]}` : ''}`}
              rows={2}
              value={hint}
              maxLength={2000}
              onChange={event => set(hints.map((one, j) => (i === j ? event.target.value : one)))}
            />
            <div className="mt-2 flex justify-end gap-1">
              <Button
                size="small"
                look="quiet"
                aria-label={`Hint ${i + 1} up`}
                disabled={i === 0}
                onClick={() => set(moved(hints, i, i - 1))}
              >
                <ArrowUp aria-hidden="true" className="size-4" />
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={`Hint ${i + 1} down`}
                disabled={i === hints.length - 1}
                onClick={() => set(moved(hints, i, i + 1))}
              >
                <ArrowDown aria-hidden="true" className="size-4" />
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={`Remove hint ${i + 1}`}
                onClick={() => set(hints.filter((_, j) => j !== i))}
              >
                <Trash2 aria-hidden="true" className="size-4" />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button className="mt-4" disabled={hints.length >= MAX_HINTS} onClick={() => set([...hints, ''])}>
        <Plus aria-hidden="true" className="size-4" /> Hint
      </Button>
    </div>
  );
}
