import { Check } from 'lucide-react';
import { Diff } from '#proof/diff.tsx';

const CHECKS = [
  'The solution passes, five times over',
  'Trivial answers fail',
  'Nothing is given away',
  'The tests find 8 of 9 faults',
];

/** What a proof tells, by the example of a small capsule whose tests never try a value at the limit. */
export function ExampleProof() {
  return (
    <figure className="card hidden p-6 shadow-lift lg:block">
      <figcaption className="mb-4 flex items-center justify-between gap-2 text-sm">
        <span className="font-semibold">Over the limit</span>
        <span className="text-muted">an example of a proof</span>
      </figcaption>
      <ul className="grid gap-2.5 text-sm">
        {CHECKS.map(check => (
          <li key={check} className="flex items-center gap-2.5">
            <span className="grid size-5 place-items-center rounded-full bg-good-soft text-good">
              <Check aria-hidden="true" className="size-3.5" />
            </span>
            {check}
          </li>
        ))}
      </ul>
      <p className="mt-5 mb-2 text-sm text-muted">Not noticed by any test:</p>
      <Diff label="A fault that no test finds" text={'- if value > limit:\n+ if value >= limit:'} />
      <p className="mt-3 text-sm text-muted">
        The test that would find it is ready:{' '}
        <span className="font-mono text-xs">over([10, 10, 20, 30], 30) → 0</span>
      </p>
    </figure>
  );
}
