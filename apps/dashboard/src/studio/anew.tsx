'use client';
import { data } from '@devcapsules/client/client';
import { Sparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import type { DraftState } from './use-draft.ts';

const PARTS = {
  statement: 'The statement',
  hints: 'The hints',
  tests: 'The tests',
  solution: 'The solution',
} as const;
type Part = keyof typeof PARTS;

/** Has one part written anew; what comes of it is the next version, and the ones before stay. */
export function Anew({ id, state }: { id: string; state: DraftState }) {
  const router = useRouter();
  const { busy, error, start } = useAction(async (part: Part) => {
    const headers = { 'if-match': `"v${state.version}"`, 'idempotency-key': crypto.randomUUID() };
    const asked = api.POST('/api/v1/capsules/{id}/regenerate', {
      params: { path: { id } },
      body: { part },
      headers,
    });
    const { jobId } = await data(asked);
    router.push(`/studio/new?job=${jobId}&of=${id}`);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const part = new FormData(event.currentTarget).get('part');
    if (typeof part === 'string' && isPart(part)) void start(part);
  };
  return (
    <details className="card p-4 text-sm">
      <summary className="font-medium">Have a part written anew</summary>
      <form method="post" onSubmit={submit} className="mt-3 flex gap-2">
        <label className="flex-1">
          <span className="sr-only">Part</span>
          <select name="part" className="field">
            {Object.entries(PARTS).map(([part, label]) => (
              <option key={part} value={part}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" busy={busy} className="h-auto" disabled={state.isDirty}>
          {!busy && <Sparkles aria-hidden="true" className="size-4" />} Write
        </Button>
      </form>
      <p className="mt-2 text-muted">
        {state.isDirty
          ? 'Save your changes first.'
          : 'It becomes the next version, with its proof. Without a model, the built-in bank makes another exercise of the same family.'}
      </p>
      {error && (
        <p role="alert" className="mt-2 text-bad">
          {error}
        </p>
      )}
    </details>
  );
}

function isPart(word: string): word is Part {
  return Object.hasOwn(PARTS, word);
}
