import type { components } from '@devcapsules/client/schema';
import { Badge, type Tone } from '#ui/badge.tsx';
import { duration, VERDICTS, type Verdict } from '#words.ts';

export type Judgement = components['schemas']['Judgement'];

const TONES: Partial<Record<Verdict, Tone>> = { accepted: 'good', internal_error: 'warn' };

/** What became of each test. */
export function RunResults({ judgement, subject }: { judgement: Judgement; subject: string }) {
  const { verdict, passed, total, compile, tests } = judgement;
  return (
    <section aria-label="Results">
      <p className="mb-3 flex flex-wrap items-center gap-2 text-sm" role="status">
        <VerdictBadge verdict={verdict} />
        {subject}: {passed} of {total} tests passed
      </p>
      {compile?.stderr && <Output text={compile.stderr} />}
      <ol className="grid gap-2">
        {tests.map((test, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tests are their positions.
          <li key={i} className="rounded-lg border border-line p-3 text-sm">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 truncate font-medium">{test.name}</span>
              <span className="flex items-center gap-2">
                <span className="text-xs text-muted tabular-nums">{duration(test.timeMs)}</span>
                <VerdictBadge verdict={test.verdict} />
              </span>
            </div>
            {test.verdict !== 'accepted' && (
              <>
                {test.message && <Output text={test.message} />}
                {test.expected && 'text' in test.expected && (
                  <Value label="Expected" text={test.expected.text} />
                )}
                {test.actual && 'text' in test.actual && <Value label="Actual" text={test.actual.text} />}
                {test.expected && 'table' in test.expected && (
                  <Value label="Expected" text={JSON.stringify(test.expected.table.rows)} />
                )}
                {test.actual && 'table' in test.actual && (
                  <Value label="Actual" text={JSON.stringify(test.actual.table.rows)} />
                )}
                {test.stderr && <Output text={test.stderr} />}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge tone={TONES[verdict] ?? 'bad'}>{VERDICTS[verdict]}</Badge>;
}

function Output({ text }: { text: string }) {
  return (
    <p className="mt-2 rounded-md bg-sunken p-2 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </p>
  );
}

function Value({ label, text }: { label: string; text: string }) {
  return (
    <p className="mt-2 grid grid-cols-[5rem_1fr] gap-2 text-xs">
      <span className="text-muted">{label}</span>
      <span className="font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
    </p>
  );
}
