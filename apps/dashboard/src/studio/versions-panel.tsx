'use client';
import { data } from '@devcapsules/client/client';
import { useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Diff } from '#proof/diff.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { moment } from '#words.ts';
import { changesBetween } from './changes-between.ts';
import { asCapsule, readSource } from './source.ts';
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
  const [shown, setShown] = useState<{ version: number; changes: string } | null>(null);
  const compare = useAction(async (wanted: number) => {
    const params = { path: { id, version: wanted } };
    const old = await data(api.GET('/api/v1/capsules/{id}/versions/{version}', { params }));
    setShown({ version: wanted, changes: changesBetween(asCapsule(old.capsule), state.draft) });
  });
  const problem = error ?? restore.error ?? compare.error;
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
              aria-expanded={shown?.version === one.version}
              aria-label={`Compare with version ${one.version}`}
              onClick={() =>
                shown?.version === one.version ? setShown(null) : void compare.start(one.version)
              }
            >
              Compare
            </Button>
            <Button
              size="small"
              disabled={one.version === version || isDirty || restore.busy}
              aria-label={`Restore version ${one.version}`}
              onClick={() => void restore.start(one.version)}
            >
              Restore
            </Button>
            {shown?.version === one.version && (
              <div className="w-full">
                {shown.changes === '' ? (
                  <p className="text-muted">It is the same as what you see now.</p>
                ) : (
                  <Diff text={shown.changes} label={`From version ${one.version} to what you see now`} />
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
