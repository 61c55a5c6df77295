'use client';
import { data } from '@devcapsules/client/client';
import { Check, CircleDashed } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink, Spinner } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { counted, dollars, duration } from '#words.ts';
import { GenerationResult } from './generation-result.tsx';
import { type Generation, stepsOf } from './stages.ts';
import { useGeneration } from './use-generation.ts';

const TICK_MS = 1000;

/** One job (`of` a capsule that is there already, if a part is written anew): its stages while they happen, what it has cost, and what comes of it. */
export function GenerationView({ id, of }: { id: string; of?: string }) {
  const { job, error, retry, put } = useGeneration(id);
  const cancel = useAction(async () => {
    put(await data(api.POST('/api/v1/generate/{id}/cancel', { params: { path: { id } } })));
  });
  if (error !== null && job === null) {
    return (
      <div className="grid gap-4">
        <Notice tone="bad" alert>
          {error} A job can be read until ten minutes after its end; what came of it is among your capsules.
        </Notice>
        <div className="flex gap-2">
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/studio">Your capsules</ButtonLink>
        </div>
      </div>
    );
  }
  if (job === null)
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner /> Looking for the job …
      </p>
    );
  const isRunning = job.state === 'queued' || job.state === 'running';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section aria-label="Progress" className="card h-fit p-5">
        <div className="mb-3 flex items-center justify-between gap-2">
          <StateBadge job={job} />
          <Elapsed job={job} isRunning={isRunning} />
        </div>
        <progress
          value={job.percent}
          max={100}
          aria-label="Progress"
          className="mb-5 h-1.5 w-full overflow-hidden rounded-full"
        />
        <ol className="grid gap-2.5 text-sm">
          {stepsOf(job).map(step => (
            <li
              key={step.stage}
              {...(step.state === 'current' && { 'aria-current': 'step' as const })}
              className={step.state === 'ahead' ? 'flex gap-2.5 text-muted' : 'flex gap-2.5'}
            >
              <span className="mt-0.5 grid size-4 shrink-0 place-items-center" aria-hidden="true">
                {step.state === 'done' && <Check className="size-4 text-good" />}
                {step.state === 'current' && (isRunning ? <Spinner /> : <CircleDashed className="size-4" />)}
                {step.state === 'ahead' && <CircleDashed className="size-4" />}
              </span>
              {step.text}
              {step.stage === 'repair' && job.repairs > 1 && ` (${job.repairs})`}
            </li>
          ))}
        </ol>
        <p role="status" className="sr-only">
          {stepsOf(job).find(step => step.state === 'current')?.text}
        </p>
        <Costs job={job} />
        {isRunning && (
          <Button size="small" className="mt-5 w-full" busy={cancel.busy} onClick={() => void cancel.start()}>
            Cancel
          </Button>
        )}
        {(cancel.error ?? error) && (
          <p role="alert" className="mt-3 text-sm text-bad">
            {cancel.error ?? error}
          </p>
        )}
      </section>
      <GenerationResult job={job} {...(of !== undefined && { of })} />
    </div>
  );
}

function StateBadge({ job }: { job: Generation }) {
  if (job.state === 'done') return <Badge tone="good">Done</Badge>;
  if (job.state === 'failed') return <Badge tone="bad">Failed</Badge>;
  if (job.state === 'cancelled') return <Badge>Cancelled</Badge>;
  return <Badge tone="accent">{job.state === 'queued' ? 'Queued' : 'At work'}</Badge>;
}

/** Goes on between what the server tells. */
function Elapsed({ job, isRunning }: { job: Generation; isRunning: boolean }) {
  const [sinceMs, setSinceMs] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing told starts the count anew.
  useEffect(() => {
    setSinceMs(0);
    if (!isRunning) return;
    const startedAt = performance.now();
    const timer = setInterval(() => setSinceMs(performance.now() - startedAt), TICK_MS);
    return () => clearInterval(timer);
  }, [job, isRunning]);
  return <span className="text-sm text-muted tabular-nums">{duration(job.elapsedMs + sinceMs)}</span>;
}

function Costs({ job }: { job: Generation }) {
  if (job.author === 'bank') {
    return (
      <p className="mt-5 border-t border-line pt-4 text-sm text-muted">
        From the built-in bank: no model is configured, and nothing is spent.
      </p>
    );
  }
  return (
    <div className="mt-5 border-t border-line pt-4 text-sm">
      <p className="flex justify-between font-medium">
        <span>Cost{job.fromCache && ' (kept from before)'}</span>
        <span className="tabular-nums">{dollars(job.costUsd)}</span>
      </p>
      <ul className="mt-2 grid gap-1 text-muted">
        {job.agents.map(({ agent, calls, costUsd, model }) => (
          <li key={agent} className="flex justify-between gap-2">
            <span>
              {agent.replace('_', ' ')}, {model}, {counted(calls, 'call')}
            </span>
            <span className="tabular-nums">{dollars(costUsd)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
