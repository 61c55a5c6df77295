'use client';
import { data } from '@devcapsules/client/client';
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useToast } from '#ui/toast.tsx';
import { snippetsOf } from './snippets.ts';

interface EmbedPanelProps {
  id: string;
  title: string;
  isPublished: boolean;
}

/** What to paste where, and whose pages may show it. */
export function EmbedPanel({ id, title, isPublished }: EmbedPanelProps) {
  const toast = useToast();
  const [origins, setOrigins] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [home, setHome] = useState('');
  useEffect(() => {
    setHome(location.origin);
    data(api.GET('/api/v1/capsules/{id}/embedding', { params: { path: { id } } }))
      .then(({ allowedOrigins }) => setOrigins(allowedOrigins.join('\n')))
      .catch((problem: unknown) => setError(messageOf(problem)));
  }, [id]);
  const save = useAction(async (text: string) => {
    const allowedOrigins = text.split(/\s+/).filter(Boolean);
    const stored = await data(
      api.PUT('/api/v1/capsules/{id}/embedding', { params: { path: { id } }, body: { allowedOrigins } }),
    );
    setOrigins(stored.allowedOrigins.join('\n'));
    toast('Who may show it is stored; it holds within a minute.');
  });
  const copy = async (name: string, text: string) => {
    await navigator.clipboard.writeText(text);
    toast(`Copied for ${name}.`);
  };
  const problem = error ?? save.error;
  return (
    <div className="grid gap-6">
      {!isPublished && <Notice tone="warn">Other pages can show it once it is published.</Notice>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {snippetsOf({ id, title, home }).map(({ name, text }) => (
          <li key={name} className="card p-4">
            <div className="mb-2 flex items-center justify-between gap-2">
              <h2 className="text-sm font-medium">{name}</h2>
              <Button size="small" aria-label={`Copy for ${name}`} onClick={() => void copy(name, text)}>
                <Copy aria-hidden="true" className="size-4" /> Copy
              </Button>
            </div>
            <p className="rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
              {text}
            </p>
          </li>
        ))}
      </ul>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      {origins !== null && (
        <div className="grid gap-3">
          <TextArea
            label="Whose pages may show it"
            hint="One origin a line, such as https://example.org. Empty: every page."
            mono
            rows={3}
            value={origins}
            onChange={event => setOrigins(event.target.value)}
          />
          <div>
            <Button busy={save.busy} onClick={() => void save.start(origins)}>
              Store
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
