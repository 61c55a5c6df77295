'use client';
import { data } from '@devcapsules/client/client';
import type { components } from '@devcapsules/client/schema';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { moment } from '#words.ts';

type Flag = components['schemas']['Flag'];

export function Flags({ initial }: { initial: Flag[] }) {
  const toast = useToast();
  const [flags, setFlags] = useState(initial);
  const { busy, error, start } = useAction(async (name: Flag['name'], value: boolean | number) => {
    setFlags(await data(api.PUT('/api/v1/admin/flags', { body: { name, value } })));
    toast(`${name} is set.`);
  });
  return (
    <div>
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <ul className="divide-y divide-line">
        {flags.map(flag => (
          <li key={flag.name} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
            <label htmlFor={flag.name} className="min-w-0 flex-1">
              <code className="font-mono text-sm">{flag.name}</code>
              <span className="block text-sm text-muted">{flag.about}</span>
              {flag.updatedAt && (
                <span className="block text-xs text-muted">
                  {moment(flag.updatedAt)} by {flag.updatedBy}
                </span>
              )}
            </label>
            {typeof flag.value === 'boolean' ? (
              <input
                id={flag.name}
                type="checkbox"
                className="size-5 accent-accent"
                checked={flag.value}
                disabled={busy}
                onChange={event => void start(flag.name, event.target.checked)}
              />
            ) : (
              <input
                id={flag.name}
                type="number"
                step="any"
                className="field w-28"
                defaultValue={flag.value}
                disabled={busy}
                onBlur={event => {
                  const value = event.target.valueAsNumber;
                  if (Number.isFinite(value) && value !== flag.value) void start(flag.name, value);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
