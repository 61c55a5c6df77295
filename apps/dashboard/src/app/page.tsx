import { data } from '@devcapsules/client/client';
import { ArrowRight, Check } from 'lucide-react';
import { api, visitor } from '#server/api.ts';
import { ButtonLink } from '#ui/button.tsx';
import { CapsuleGrid } from '#ui/capsule-grid.tsx';
import { ExampleProof } from '#ui/example-proof.tsx';
import { Notice } from '#ui/notice.tsx';

const SHOWN = 6;
const REASONS = [
  {
    title: 'Solutions are run, not believed',
    text: 'The reference solution passes every test five times over, shuffled, with other hash seeds. One flip and it is not published.',
  },
  {
    title: 'Tests that catch mistakes',
    text: 'The solution is broken on purpose in dozens of ways. The share of these mutants that the tests find is the quality you see.',
  },
  {
    title: 'Nothing to peek at',
    text: 'Expected values never enter the sandbox, and hidden tests never leave the server. Printing “passed” passes nothing.',
  },
];

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Landing({ searchParams }: Props) {
  const { email } = await searchParams;
  const [user, { data: entries, page }] = await Promise.all([
    visitor(),
    data(api().GET('/api/v1/capsules', { params: { query: { limit: SHOWN } } })),
  ]);
  return (
    <>
      {email === 'verified' && (
        <div className="shell pt-6">
          <Notice tone="good" alert>
            Your address is verified. Thank you.
          </Notice>
        </div>
      )}
      <section className="shell grid grid-cols-[minmax(0,1fr)] items-center gap-12 pt-16 pb-16 sm:pt-24 sm:pb-20 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <p className="mb-4 font-medium text-accent">Python, JavaScript, Java, C, C++ and SQL</p>
          <h1 className="max-w-3xl text-[clamp(2.25rem,5vw,3.5rem)] leading-[1.06] font-semibold tracking-[-0.03em]">
            Coding exercises that are proven before anyone solves them.
          </h1>
          <p className="mt-6 max-w-xl text-lg text-muted">
            Describe what you want to teach. DevCapsules writes the exercise, runs its solution, breaks it on
            purpose to test the tests, and gives you something to embed on any page.
          </p>
          <div className="mt-9 flex flex-wrap gap-3">
            <ButtonLink look="primary" size="large" href={user ? '/studio/new' : '/sign-up'}>
              {user ? 'Make a capsule' : 'Start free'} <ArrowRight aria-hidden="true" className="size-4" />
            </ButtonLink>
            <ButtonLink size="large" href="/explore">
              Solve one now
            </ButtonLink>
          </div>
        </div>
        <ExampleProof />
      </section>
      <section aria-label="Why" className="border-y border-line bg-surface">
        <ul className="shell grid gap-x-10 gap-y-8 py-14 md:grid-cols-3">
          {REASONS.map(({ title, text }) => (
            <li key={title}>
              <span
                aria-hidden="true"
                className="mb-3 grid size-8 place-items-center rounded-lg bg-accent-soft text-accent"
              >
                <Check className="size-4" />
              </span>
              <h2 className="font-semibold">{title}</h2>
              <p className="mt-1.5 text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </section>
      {entries.length > 0 && (
        <section className="shell pt-16">
          <div className="mb-6 flex items-end justify-between gap-4">
            <h2 className="text-xl font-semibold">New in the gallery</h2>
            <ButtonLink look="quiet" size="small" href="/explore">
              All {page.total.toLocaleString('en')} <ArrowRight aria-hidden="true" className="size-4" />
            </ButtonLink>
          </div>
          <CapsuleGrid entries={entries} headings="h3" />
        </section>
      )}
    </>
  );
}
