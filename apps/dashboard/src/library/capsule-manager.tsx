'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';
import { counted, type Entry } from '#words.ts';
import { CapsuleCards } from './capsule-cards.tsx';
import { CapsuleTable } from './capsule-table.tsx';
import { CHANGES, type Change, changeAll } from './changes.ts';

interface CapsuleManagerProps {
  entries: readonly Entry[];
  layout: 'table' | 'grid';
  areDeleted: boolean;
}

/** One's own capsules: choose some, change them together, and take it back. */
export function CapsuleManager({ entries, layout, areDeleted }: CapsuleManagerProps) {
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [working, setWorking] = useState<Change | null>(null);
  const present = entries.map(entry => entry.id).filter(id => chosen.has(id));

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const toggleAll = () =>
    setChosen(present.length === entries.length ? new Set() : new Set(entries.map(entry => entry.id)));

  const change = async (kind: Change, ids: readonly string[], canUndo = true) => {
    setWorking(kind);
    try {
      const { done, reasons } = await changeAll(kind, ids);
      const { done: word, inverse } = CHANGES[kind];
      if (done.length > 0) {
        toast(`${counted(done.length, 'capsule')} ${word}.`, {
          ...(canUndo && { undo: () => void change(inverse, done, false) }),
        });
      }
      if (reasons.length > 0) {
        toast(`${counted(ids.length - done.length, 'capsule')} not ${word}: ${reasons.join(' ')}`, {
          tone: 'bad',
        });
      }
      setChosen(new Set());
      router.refresh();
    } finally {
      setWorking(null);
    }
  };
  const possible: Change[] = areDeleted ? ['restore'] : ['publish', 'unpublish', 'delete'];
  const List = layout === 'grid' ? CapsuleCards : CapsuleTable;
  return (
    <>
      <List
        entries={entries}
        chosen={chosen}
        onToggle={toggle}
        onToggleAll={toggleAll}
        areDeleted={areDeleted}
      />
      <div
        role="toolbar"
        aria-label="Chosen capsules"
        hidden={present.length === 0}
        className="sticky bottom-4 z-10 mx-auto mt-4 flex w-fit flex-wrap items-center gap-2 rounded-xl border border-line bg-raised p-2 ps-4 shadow-lift"
      >
        <span className="me-2 text-sm" aria-live="polite">
          {present.length} chosen
        </span>
        {possible.map(kind => (
          <Button
            key={kind}
            size="small"
            look={kind === 'delete' ? 'danger' : 'secondary'}
            busy={working === kind}
            disabled={working !== null && working !== kind}
            onClick={() => void change(kind, present)}
            className="capitalize"
          >
            {kind}
          </Button>
        ))}
        <Button size="small" look="quiet" onClick={() => setChosen(new Set())}>
          Clear
        </Button>
      </div>
    </>
  );
}
