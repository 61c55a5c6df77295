'use client';
import { data } from '@devcapsules/client/client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Evidence, type Proof } from '#proof/evidence.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { failureText, type Generation } from './stages.ts';

interface Made {
  title: string;
  statementHtml: string;
  proof: Proof;
}

/** What came of a job: the exercise with its evidence, to be taken, thrown away or asked for again. */
export function GenerationResult({ job, of }: { job: Generation; of?: string }) {
  const again = of === undefined ? `/studio/new?again=${job.id}` : `/studio/c/${of}`;
  if (job.state === 'failed') {
    return (
      <div className="grid h-fit gap-4">
        <Notice tone="bad" alert>
          {failureText(job.error?.code)}
          {job.error?.learnt && (
            <ul className="mt-2 list-disc ps-5">
              {job.error.learnt.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
        <div>
          <ButtonLink href={again}>{of ? 'Back to the studio' : 'Change the words and try again'}</ButtonLink>
        </div>
      </div>
    );
  }
  if (job.state === 'cancelled') {
    return (
      <div className="grid h-fit gap-4">
        <Notice>Cancelled. Nothing was stored.</Notice>
        <div>
          <ButtonLink href={again}>{of ? 'Back to the studio' : 'Ask again'}</ButtonLink>
        </div>
      </div>
    );
  }
  if (job.capsuleId === null || job.state !== 'done') {
    return (
      <div className="hidden text-muted lg:block">
        <p>The exercise appears here with its evidence.</p>
        <p className="mt-2">You can leave: it goes on, and becomes a draft among your capsules.</p>
      </div>
    );
  }
  return <Result id={job.capsuleId} again={again} isNew={of === undefined} />;
}

function Result({ id, again, isNew }: { id: string; again: string; isNew: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [made, setMade] = useState<Made | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const params = { path: { id } };
    const load = async () => {
      const [capsule, proof] = await Promise.all([
        data(api.GET('/api/v1/capsules/{id}', { params })),
        data(api.GET('/api/v1/capsules/{id}/proof', { params })),
      ]);
      setMade({ title: capsule.title, statementHtml: capsule.statementHtml, proof });
    };
    load().catch((problem: unknown) => setError(messageOf(problem)));
  }, [id]);
  const discard = useAction(async () => {
    const params = { path: { id } };
    await data(api.DELETE('/api/v1/capsules/{id}', { params }));
    toast('The draft is deleted.', {
      undo: () => void data(api.POST('/api/v1/capsules/{id}/restore', { params })),
    });
    router.push(again);
  });
  if (error !== null) {
    return (
      <Notice tone="bad" alert>
        {error}
      </Notice>
    );
  }
  if (made === null) return <p className="text-muted">Reading the evidence …</p>;
  return (
    <div className="min-w-0">
      <div className="card mb-6 p-6">
        <div className="mb-3">
          <Badge>Draft</Badge>
        </div>
        <h2 className="text-xl font-semibold">{made.title}</h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by the API. */}
        <div className="statement mt-3" dangerouslySetInnerHTML={{ __html: made.statementHtml }} />
        <div className="mt-6 flex flex-wrap gap-2">
          <ButtonLink look="primary" href={`/studio/c/${id}`}>
            Open in the studio
          </ButtonLink>
          {isNew && (
            <>
              <ButtonLink href={again}>Another one</ButtonLink>
              <Button look="danger" busy={discard.busy} onClick={() => void discard.start()}>
                Throw away
              </Button>
            </>
          )}
        </div>
        {discard.error && (
          <p role="alert" className="mt-3 text-sm text-bad">
            {discard.error}
          </p>
        )}
      </div>
      <div className="card p-6">
        <h2 className="mb-4 font-semibold">Evidence</h2>
        <Evidence proof={made.proof} />
      </div>
    </div>
  );
}
