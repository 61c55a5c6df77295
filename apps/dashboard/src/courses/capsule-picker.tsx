'use client';
import { data } from '@devcapsules/client/client';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { type Entry, LANGUAGES } from '#words.ts';

const AFTER_MS = 300;
const SHOWN = 8;

interface CapsulePickerProps {
  taken: readonly string[];
  onPick: (entry: Entry) => void;
}

/** Finds capsules for a course: one's own first, then published ones. */
export function CapsulePicker({ taken, onPick }: CapsulePickerProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Entry[]>([]);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(() => {
      const params = { query: { limit: SHOWN, ...(words.trim() && { q: words.trim() }) } };
      Promise.all([
        data(api.GET('/api/v1/capsules/mine', { params })),
        data(api.GET('/api/v1/capsules', { params })),
      ])
        .then(([own, all]) => {
          if (isOld) return;
          const ids = new Set(own.data.map(entry => entry.id));
          setFound([...own.data, ...all.data.filter(entry => !ids.has(entry.id))]);
          setError(null);
        })
        .catch((problem: unknown) => !isOld && setError(messageOf(problem)));
    }, AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [words]);
  const left = found.filter(entry => !taken.includes(entry.id)).slice(0, SHOWN);
  return (
    <section aria-label="Add capsules" className="card h-fit p-4">
      <Field
        label="Add capsules"
        type="search"
        placeholder="Search yours and published ones"
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      {error && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {error}
        </p>
      )}
      <ul className="mt-3 grid gap-1">
        {left.map(entry => (
          <li key={entry.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 text-sm">
              <span className="block truncate">{entry.title}</span>
              <span className="text-xs text-muted">
                {LANGUAGES[entry.language]}
                {!entry.isPublished && ', draft'}
              </span>
            </span>
            <Button size="small" look="quiet" aria-label={`Add ${entry.title}`} onClick={() => onPick(entry)}>
              <Plus aria-hidden="true" className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
      {left.length === 0 && <p className="mt-3 text-sm text-muted">Nothing more to add.</p>}
    </section>
  );
}
