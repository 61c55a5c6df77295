'use client';
import { data } from '@devcapsules/client/client';
import type { components } from '@devcapsules/client/schema';
import { type FormEvent, useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { day } from '#words.ts';

type Key = components['schemas']['ApiKey'];
type Scope = Key['scopes'][number];

const SCOPES: Record<Scope, string> = {
  'capsules:read': 'Read capsules',
  'capsules:write': 'Write capsules',
  execute: 'Run code',
  progress: 'Progress',
  generate: 'Generate',
  'analytics:read': 'Read analytics',
};
const DAYS = { '30': '30 days', '90': '90 days', '365': 'A year', '': 'Never' };

/** Keys are shown once, when they are made. */
export function ApiKeys({ initial }: { initial: Key[] }) {
  const toast = useToast();
  const [keys, setKeys] = useState(initial);
  const [made, setMade] = useState<string | null>(null);
  const make = useAction(async (form: FormData) => {
    const days = String(form.get('days') ?? '');
    const body = {
      name: String(form.get('name') ?? '').trim(),
      scopes: Object.keys(SCOPES).filter(scope => form.has(scope)) as Scope[],
      expiresInDays: days === '' ? null : Number(days),
    };
    const { key, ...stored } = await data(api.POST('/api/v1/auth/api-keys', { body }));
    setMade(key);
    setKeys([stored, ...keys]);
  });
  const revoke = useAction(async (id: string) => {
    await data(api.DELETE('/api/v1/auth/api-keys/{id}', { params: { path: { id } } }));
    setKeys(keys.filter(key => key.id !== id));
    toast('The key has ended.');
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void make.start(new FormData(event.currentTarget));
  };
  const problem = make.error ?? revoke.error;
  return (
    <div className="grid gap-5">
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      {made && (
        <Notice tone="good" alert>
          <p>Copy the key now; it is not shown again.</p>
          <code className="mt-1 block font-mono text-sm [overflow-wrap:anywhere] select-all">{made}</code>
        </Notice>
      )}
      {keys.length > 0 && (
        <ul className="divide-y divide-line">
          {keys.map(key => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 text-sm">
              <span className="font-medium">{key.name}</span>
              <code className="font-mono text-xs text-muted">{key.start}…</code>
              <span className="text-muted">
                {key.scopes.join(', ')}; {key.expiresAt ? `until ${day(key.expiresAt)}` : 'without an end'};{' '}
                {key.lastUsedAt ? `used ${day(key.lastUsedAt)}` : 'never used'}
              </span>
              <Button
                size="small"
                look="danger"
                className="ms-auto"
                aria-label={`End ${key.name}`}
                onClick={() => void revoke.start(key.id)}
              >
                End
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
          <Field label="Name of a new key" name="name" maxLength={100} required />
          <label className="text-sm font-medium">
            <span className="mb-1.5 block">It ends after</span>
            <select name="days" defaultValue="90" className="field font-normal">
              {Object.entries(DAYS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
        <fieldset>
          <legend className="mb-2 text-sm font-medium">It may</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {Object.entries(SCOPES).map(([scope, label]) => (
              <label key={scope} className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name={scope}
                  defaultChecked={scope === 'capsules:read'}
                  className="size-4 accent-accent"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div>
          <Button type="submit" busy={make.busy}>
            Make a key
          </Button>
        </div>
      </form>
    </div>
  );
}
