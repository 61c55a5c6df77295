'use client';
import { data } from '@devcapsules/client/client';
import { useCallback, useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { counted, VERDICTS, type Verdict } from '#words.ts';

const POLL_MS = 1500;

type Preview = Awaited<ReturnType<typeof readPreview>>;

function readPreview(id: string) {
  return data(api.GET('/api/v1/capsules/{id}/regrade', { params: { path: { id } } }));
}

/** After a change, what learners had submitted can be judged anew: first to be looked at, then to be applied. */
export function Regrade({ id, publishedVersion }: { id: string; publishedVersion: number | null }) {
  const toast = useToast();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const refresh = useCallback(() => {
    readPreview(id)
      .then(setPreview)
      .catch((problem: unknown) => setError(messageOf(problem)));
  }, [id]);
  useEffect(() => {
    if (publishedVersion !== null) refresh();
  }, [publishedVersion, refresh]);
  const isRunning = preview?.job?.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(refresh, POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning, refresh]);

  const params = { path: { id } };
  const begin = useAction(async () => {
    await data(api.POST('/api/v1/capsules/{id}/regrade', { params }));
    refresh();
  });
  const apply = useAction(async () => {
    const { changed } = await data(api.POST('/api/v1/capsules/{id}/regrade/apply', { params }));
    toast(`${counted(changed, 'verdict')} changed.`);
    refresh();
  });
  const leave = useAction(async () => {
    await data(api.DELETE('/api/v1/capsules/{id}/regrade', { params }));
    refresh();
  });
  const problem = error ?? begin.error ?? apply.error ?? leave.error;
  if (problem) {
    return (
      <Notice tone="bad" alert>
        {problem}
      </Notice>
    );
  }
  if (preview === null || (preview.outdated === 0 && preview.changes.length === 0)) return null;
  const isJudged = preview.job?.state === 'done';
  return (
    <section aria-label="Regrade" className="card mb-6 grid gap-3 p-4">
      <p className="text-sm">
        {counted(preview.outdated, 'submission was', 'submissions were')} judged by an earlier version.
        {isJudged && ` Judged anew, ${counted(preview.changes.length, 'verdict')} would change.`}
      </p>
      {isJudged && preview.changes.length > 0 && (
        <ul className="grid gap-1 text-sm text-muted">
          {preview.changes.map(change => (
            <li key={change.submissionId}>
              {change.learnerName ?? 'A learner'}: {word(change.from)} → {word(change.to)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {isJudged && preview.changes.length > 0 ? (
          <Button look="primary" size="small" busy={apply.busy} onClick={() => void apply.start()}>
            Apply
          </Button>
        ) : (
          <Button size="small" busy={begin.busy || isRunning} onClick={() => void begin.start()}>
            Judge them anew
          </Button>
        )}
        <Button size="small" look="quiet" busy={leave.busy} onClick={() => void leave.start()}>
          Leave them
        </Button>
      </div>
    </section>
  );
}

function word({ verdict, passed, total }: { verdict: Verdict; passed: number; total: number }): string {
  return `${VERDICTS[verdict]} (${passed} of ${total})`;
}
