'use client';
import { data } from '@devcapsules/client/client';
import { useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { moment } from '#words.ts';
import { readSource } from './source.ts';
import type { DraftState } from './use-draft.ts';

interface Version {
  version: number;
  createdAt: string;
  contentHash: string;
}
interface VersionsPanelProps {
  id: string;
  state: DraftState;
  publishedVersion: number | null;
}

/** Every state that was ever stored; restoring one makes it the newest. */
export function VersionsPanel({ id, state, publishedVersion }: VersionsPanelProps) {
  const toast = useToast();
  const [versions, setVersions] = useState<Version[]>([]);
  const [error, setError] = useState<string | null>(null);
  const { version, settle, isDirty } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version makes the list longer.
  useEffect(() => {
    data(api.GET('/api/v1/capsules/{id}/versions', { params: { path: { id } } }))
      .then(setVersions)
      .catch((problem: unknown) => setError(messageOf(problem)));
  }, [id, version]);
  const restore = useAction(async (wanted: number) => {
    const params = { path: { id, version: wanted } };
    await data(api.POST('/api/v1/capsules/{id}/versions/{version}/restore', { params }));
    settle(await readSource(id));
    toast(`Version ${wanted} is the newest again.`);
  });
  const problem = error ?? restore.error;
  return (
    <div>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      {isDirty && (
        <div className="mb-4">
          <Notice tone="warn">Save your changes before restoring a version, or they are lost.</Notice>
        </div>
      )}
      <ol className="card divide-y divide-line">
        {versions.map(one => (
          <li key={one.version} className="flex flex-wrap items-center gap-3 px-4 py-3 text-sm">
            <span className="font-medium tabular-nums">Version {one.version}</span>
            {one.version === version && <Badge tone="accent">Newest</Badge>}
            {one.version === publishedVersion && <Badge tone="good">Published</Badge>}
            <span className="text-muted">{moment(one.createdAt)}</span>
            <Button
              size="small"
              className="ms-auto"
              disabled={one.version === version || isDirty || restore.busy}
              aria-label={`Restore version ${one.version}`}
              onClick={() => void restore.start(one.version)}
            >
              Restore
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
