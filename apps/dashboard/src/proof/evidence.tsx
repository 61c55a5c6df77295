import type { components } from '@devcapsules/client/schema';
import { AlertTriangle, Check, X } from 'lucide-react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { counted, duration, percent } from '#words.ts';
import { Diff } from './diff.tsx';

export type Proof = components['schemas']['Proof'];
type Finding = Proof['checks'][number];
type Survivor = NonNullable<Proof['mutation']>['survivors'][number];

const NAMES: Record<Finding['id'], string> = {
  agreement: 'The parts agree',
  stability: 'The solution passes, each time',
  trivial_answers: 'Trivial answers fail',
  wrong_solutions: 'Wrong solutions fail',
  mutants: 'Broken solutions are found',
  limits: 'The limits leave room',
  leaks: 'Nothing is given away',
};

interface EvidenceProps {
  proof: Proof;
  /** Takes over the test that would find a survivor. */
  onAddTest?: (test: Record<string, unknown>) => void;
}

/** What running a capsule has shown, as a report a person can read. */
export function Evidence({ proof, onAddTest }: EvidenceProps) {
  const { checks, mutation } = proof;
  return (
    <section aria-label="Evidence">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        {proof.passed ? <Badge tone="good">Proven</Badge> : <Badge tone="bad">Not proven</Badge>}
        {proof.quality !== null && <Badge tone="accent">Quality {percent(proof.quality)}</Badge>}
        <span className="text-sm text-muted">
          {counted(proof.runs, 'run')} in {duration(proof.durationMs)}
        </span>
      </div>
      <ol className="grid gap-3">
        {checks.map(check => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ol>
      {mutation && mutation.survivors.length > 0 && (
        <div className="mt-6">
          <h3 className="font-semibold">What the tests don’t notice</h3>
          <p className="mt-1 text-sm text-muted">
            {mutation.killed} of {mutation.made} faults are found. Each of these is not: would it be wrong, a
            test is missing.
          </p>
          <ul className="mt-3 grid gap-4">
            {mutation.survivors.map((survivor, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list.
              <SurvivorItem key={i} survivor={survivor} {...(onAddTest && { onAddTest })} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function CheckLine({ check }: { check: Finding }) {
  const [Icon, tone, word] = !check.passed
    ? [X, 'bg-bad-soft text-bad', 'failed']
    : check.warning
      ? [AlertTriangle, 'bg-warn-soft text-warn', 'passed, with a warning']
      : [Check, 'bg-good-soft text-good', 'passed'];
  return (
    <li className="flex gap-3">
      <span className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full ${tone}`}>
        <Icon aria-hidden="true" className="size-3.5" />
      </span>
      <div className="min-w-0 text-sm">
        <p className="font-medium">
          {NAMES[check.id]} <span className="sr-only">({word})</span>
        </p>
        <p className="text-muted [overflow-wrap:anywhere]">{check.summary}</p>
        {check.details.length > 0 && (
          <details className="mt-1" open={!check.passed}>
            <summary className="text-muted underline">Details</summary>
            <ul className="mt-1 list-disc ps-5 text-muted [overflow-wrap:anywhere]">
              {check.details.map(detail => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

function SurvivorItem({
  survivor,
  onAddTest,
}: {
  survivor: Survivor;
  onAddTest?: (test: Record<string, unknown>) => void;
}) {
  const { killer } = survivor;
  const name = survivor.operator.replaceAll('_', ' ');
  return (
    <li>
      <Diff text={survivor.diff} label={`${name}, line ${survivor.line}`} />
      <div className="mt-1.5 flex items-center justify-between gap-3 text-sm text-muted">
        <span>
          {name}, line {survivor.line}
        </span>
        {killer && onAddTest && (
          <Button size="small" onClick={() => onAddTest(killer)}>
            Add a test that finds it
          </Button>
        )}
      </div>
    </li>
  );
}
