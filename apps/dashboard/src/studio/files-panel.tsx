'use client';
import { data } from '@devcapsules/client/client';
import type { components } from '@devcapsules/client/schema';
import { Upload } from 'lucide-react';
import { type ChangeEvent, useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';

type Asset = components['schemas']['Asset'];

/** Pictures and attachments of a capsule, to be named in its statement. */
export function FilesPanel({ id }: { id: string }) {
  const toast = useToast();
  const [files, setFiles] = useState<Asset[]>([]);
  const [error, setError] = useState<string | null>(null);
  const params = { path: { capsuleId: id } };
  useEffect(() => {
    data(api.GET('/api/v1/assets/{capsuleId}', { params: { path: { capsuleId: id } } }))
      .then(setFiles)
      .catch((problem: unknown) => setError(messageOf(problem)));
  }, [id]);
  const upload = useAction(async (file: File) => {
    const name = file.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
    const asked = api.PUT('/api/v1/assets/{capsuleId}/{name}', {
      params: { path: { ...params.path, name } },
      body: '',
      bodySerializer: () => file,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const stored = await data(asked);
    setFiles([...files.filter(one => one.name !== stored.name), stored]);
  });
  const remove = useAction(async (name: string) => {
    await data(
      api.DELETE('/api/v1/assets/{capsuleId}/{name}', { params: { path: { ...params.path, name } } }),
    );
    setFiles(files.filter(one => one.name !== name));
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void upload.start(file);
  };
  const copy = async (file: Asset) => {
    const isPicture = file.contentType.startsWith('image/');
    await navigator.clipboard.writeText(`${isPicture ? '!' : ''}[${file.name}](${file.url})`);
    toast('Copied: paste it into the statement.');
  };
  const problem = error ?? upload.error ?? remove.error;
  return (
    <div>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <label className="mb-4 flex cursor-pointer flex-col items-center gap-2 rounded-xl border border-dashed border-line-strong p-8 text-sm text-muted hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Upload aria-hidden="true" className="size-5" />
        {upload.busy ? 'Storing …' : 'Choose a picture or an attachment, up to 5 MB'}
        <input type="file" className="sr-only" onChange={choose} disabled={upload.busy} />
      </label>
      <ul className="grid gap-2">
        {files.map(file => (
          <li key={file.name} className="card flex flex-wrap items-center gap-3 p-3 text-sm">
            <a
              href={file.url}
              target="_blank"
              rel="noopener"
              className="min-w-0 flex-1 truncate text-accent underline"
            >
              {file.name}
            </a>
            <span className="text-muted">{Math.ceil(file.bytes / 1024)} KiB</span>
            <Button size="small" onClick={() => void copy(file)}>
              Copy as Markdown
            </Button>
            <Button
              size="small"
              look="danger"
              aria-label={`Remove ${file.name}`}
              onClick={() => void remove.start(file.name)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
