import { Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { LANGUAGES } from '#words.ts';
import type { Item } from './course.ts';

interface ItemRowProps {
  item: Item;
  position: number;
  /** Only these can be asked for first. */
  earlier: readonly Item[];
  onChange: (change: Partial<Item>) => void;
  onRemove: () => void;
}

/** One capsule of a course, whether it is optional, and what has to be solved before it. */
export function ItemRow({ item, position, earlier, onChange, onRemove }: ItemRowProps) {
  const gates = earlier.filter(one => item.requires.includes(one.capsuleId));
  const toggle = (id: string) =>
    onChange({
      requires: item.requires.includes(id)
        ? item.requires.filter(one => one !== id)
        : [...gates.map(one => one.capsuleId), id],
    });
  return (
    <div className="p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-sm text-muted tabular-nums">{position}.</span>
        <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">
          {item.title}
          {item.language && (
            <span className="ms-2 text-xs font-normal text-muted">{LANGUAGES[item.language]}</span>
          )}
        </span>
        <label className="flex items-center gap-1.5 text-sm text-muted">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={item.optional}
            onChange={event => onChange({ optional: event.target.checked })}
          />
          Optional
        </label>
        <Button size="small" look="quiet" aria-label={`Remove ${item.title}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {earlier.length > 0 && (
        <details className="mt-1 text-sm">
          <summary className="text-muted">
            {gates.length === 0 ? 'Open from the start' : `After ${gates.map(one => one.title).join(', ')}`}
          </summary>
          <fieldset className="mt-2 grid gap-1.5 ps-4">
            <legend className="sr-only">What has to be solved before {item.title}</legend>
            {earlier.map(one => (
              <label key={one.capsuleId} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={item.requires.includes(one.capsuleId)}
                  onChange={() => toggle(one.capsuleId)}
                />
                {one.title}
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </div>
  );
}
