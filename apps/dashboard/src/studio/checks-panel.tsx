'use client';
import { data } from '@devcapsules/client/client';
import { Play, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Evidence } from '#proof/evidence.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Anew } from './anew.tsx';
import { type Judgement, RunResults } from './run-results.tsx';
import type { DraftState } from './use-draft.ts';
import type { ProofState } from './use-proof.ts';

interface ChecksPanelProps {
  id: string;
  state: DraftState;
  proof: ProofState;
  /** Whether the evidence is of what is stored now. */
  isFresh: boolean;
  onProve: () => Promise<void>;
  onAddTest: (killer: Record<string, unknown>) => void;
}

const STEPS: Record<string, string> = {
  agreement: 'Comparing the parts',
  stability: 'Running the solution again and again',
  trivial_answers: 'Trying trivial answers',
  wrong_solutions: 'Trying wrong answers',
  mutants: 'Breaking the solution on purpose',
  limits: 'Measuring',
  leaks: 'Looking for what is given away',
};

/** Run and Prove; both store first, so that what is checked is what is kept. */
export function ChecksPanel({ id, state, proof, isFresh, onProve, onAddTest }: ChecksPanelProps) {
  const [result, setResult] = useState<{ subject: string; judgement: Judgement } | null>(null);
  const run = useAction(async (subject: 'Solution' | 'Starter') => {
    if (!(await state.save())) return;
    const source_code = subject === 'Solution' ? state.draft.solution : state.draft.starter;
    const asked = api.POST('/api/v1/capsules/{id}/submit', {
      params: { path: { id } },
      body: { source_code },
    });
    setResult({ subject, judgement: await data(asked) });
  });
  const { job } = proof;
  const done = job?.progress ? job.progress.done / Math.max(1, job.progress.total) : 0;
  return (
    <aside aria-label="Checks" className="grid h-fit gap-4">
      <div className="card grid gap-3 p-4">
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={run.busy} onClick={() => void run.start('Solution')}>
            <Play aria-hidden="true" className="size-4" /> Run solution
          </Button>
          <Button size="small" busy={run.busy} onClick={() => void run.start('Starter')}>
            Run starter
          </Button>
          <Button size="small" look="primary" busy={job !== null} onClick={() => void onProve()}>
            <ShieldCheck aria-hidden="true" className="size-4" /> Prove
          </Button>
        </div>
        {run.error && (
          <Notice tone="bad" alert>
            {run.error}
          </Notice>
        )}
        {proof.error && (
          <Notice tone="bad" alert>
            {proof.error}
          </Notice>
        )}
        {job && (
          <div>
            <p role="status" className="mb-2 text-sm">
              {STEPS[job.progress?.step ?? ''] ?? 'Starting'} …
              {job.progress && job.progress.total > 1 && (
                <span className="text-muted tabular-nums">
                  {' '}
                  {job.progress.done} of {job.progress.total}
                </span>
              )}
            </p>
            <progress
              aria-label="Proof"
              value={done}
              max={1}
              className="h-1.5 w-full overflow-hidden rounded-full"
            />
            <Button size="small" className="mt-3" onClick={() => void proof.cancel()}>
              Cancel
            </Button>
          </div>
        )}
      </div>
      {result && (
        <div className="card p-4">
          <RunResults {...result} />
        </div>
      )}
      {proof.proof && !job && (
        <div className="card p-4">
          {!isFresh && (
            <div className="mb-4">
              <Notice tone="warn">This is of an earlier state: prove again.</Notice>
            </div>
          )}
          <Evidence proof={proof.proof} onAddTest={onAddTest} />
        </div>
      )}
      {!proof.proof && !job && !result && (
        <p className="px-1 text-sm text-muted">
          Prove runs the solution and breaks it on purpose, to show that the tests hold. A capsule is
          published with a proof, and with none of an earlier state.
        </p>
      )}
      <Anew id={id} state={state} />
    </aside>
  );
}
